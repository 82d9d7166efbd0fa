using Analytics.Core.Canonical;

namespace Analytics.Statistics.PathModels.Specify;

/// <summary>Answers of respondents to items, one column an item.</summary>
/// <param name="Items">Item names, unique.</param>
/// <param name="Columns">One array of answers per item, all as long as there are respondents; NaN is a missing answer.</param>
/// <param name="Weights">Survey weight per respondent, 0 or more; null where each counts the same. Respondents of weight 0 are left out.</param>
/// <param name="Scales">Theoretical scale per item, for indices 0–100; null where there is none.</param>
/// <param name="Strata">Stratum per respondent, within which the bootstrap resamples; null for none.</param>
public sealed record ItemTable(
    IReadOnlyList<string> Items,
    IReadOnlyList<double[]> Columns,
    IReadOnlyList<double>? Weights = null,
    IReadOnlyList<ItemScale>? Scales = null,
    IReadOnlyList<int>? Strata = null)
{
    /// <summary>Number of respondents in the columns, those without weight included.</summary>
    public int Respondents => Columns.Count == 0 ? 0 : Columns[0].Length;

    /// <summary>The respondents of the given rows, in that order.</summary>
    /// <param name="rows">Row numbers from 0.</param>
    public ItemTable Rows(IReadOnlyList<int> rows) => this with
    {
        Columns = [.. Columns.Select(column => rows.Select(row => column[row]).ToArray())],
        Weights = Weights is null ? null : [.. rows.Select(row => Weights[row])],
        Strata = Strata is null ? null : [.. rows.Select(row => Strata[row])],
    };
}
