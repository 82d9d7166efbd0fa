using System.Globalization;
using Analytics.Core.Reports;

namespace Analytics.Reporting.Sections.Brands;

/// <summary>Brands, competitors and branches: sheet 09.</summary>
internal sealed class BrandOutput : SectionOutput
{
    /// <summary>Defined name of the sum of the brands' shares of the respondents.</summary>
    public const string SampleSharesName = "total_sample_shares";

    /// <summary>Defined name of the sum of the brands' weights.</summary>
    public const string WeightsName = "total_weights";

    private const double Tolerance = 1e-6;

    /// <inheritdoc/>
    public override IReadOnlyList<SheetPlan> Sheets { get; } = [new("sheet.brands", BrandSheet.Fill)];

    /// <inheritdoc/>
    public override IReadOnlyList<Definition> Definitions { get; } = [Definition.Of(24, "lead"), Definition.Of(25, "shrunk")];

    /// <inheritdoc/>
    public override IEnumerable<(string Name, double Expected)> Totals(Report report)
        => report.Satisfaction?.Brands is { Weights.Count: > 0 } brands
            ? [(SampleSharesName, brands.Weights.Sum(w => w.SampleShare)), (WeightsName, brands.Weights.Sum(w => w.Share))]
            : [];

    /// <inheritdoc/>
    public override IEnumerable<string> Faults(Report report)
    {
        if (report.Satisfaction?.Brands is not { } brands)
        {
            yield break;
        }

        if (brands.Rows.Any(r => r.Scores.Count != brands.Columns.Count)
            || brands.Leads.Any(l => l.Leads.Count != brands.Columns.Count || l.Verdicts.Count != brands.Columns.Count))
        {
            yield return "A row of the brand table has other columns than its head.";
        }

        (string Name, double Sum)[] sums =
            [("Shares of the sample", brands.Weights.Sum(w => w.SampleShare)), ("Weights of the brands", brands.Weights.Sum(w => w.Share))];
        // not >, which would let NaN pass
        foreach (var (name, sum) in sums.Where(s => brands.Weights.Count > 0 && !(Math.Abs(s.Sum - 1) <= Tolerance)))
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"{name} add up to {sum:R} instead of 1.");
        }
    }
}
