using System.Text.RegularExpressions;
using Analytics.Core.Canonical;
using Analytics.Core.Reports;
using Analytics.Study.Masking;

namespace Analytics.Study.Sections.Cases;

/// <summary>
/// Masks the rows of sheet 92. A row never tells a label that some table hides: neither one whose own count is hidden nor one whose cell
/// with the row's cause is (causes a table merges share the merged cell). Where anything of a row is hidden the subscriber is, too, or another row of the
/// same person would tell it.
/// </summary>
/// <param name="request">The rows and the settings.</param>
/// <param name="masks">The masks of the report.</param>
internal sealed partial class DetailStudy(StudyRequest request, ReportMasks masks)
{
    private const int TextLength = 500;
    private readonly CauseMask _causes = masks.Causes.Current;
    private readonly TimeZoneInfo _zone = TimeZoneInfo.FindSystemTimeZoneById(request.Settings.TimeZone);

    /// <summary>All rows, by time of receipt and then in their given order.</summary>
    /// <remarks>None where the scope holds fewer complaints than may be shown in a cell.</remarks>
    public Details Compute()
    {
        var facts = request.Facts;
        var rows = masks.IsTooSmall ? [] : facts.Cases.OrderBy(c => c.ReceivedAtUtc).Take(request.Settings.DetailRows).Select(Row).ToArray();
        return new Details(rows, facts.TotalCases);
    }

    private DetailRow Row(ComplaintCase complaint, int index)
    {
        var (category, cause) = Causes(complaint);
        var channel = Label("channel", complaint.Channel, complaint.Cause);
        var region = Label("region", complaint.Region, complaint.Cause);
        var resolution = Label("resolution", complaint.Resolution, complaint.Cause);
        var anyHidden = new[] { category, cause, channel, region, resolution }.Contains(DetailRow.Hidden);
        return new DetailRow(
            complaint.CaseId ?? FormattableString.Invariant($"#{index + 1}"),
            anyHidden && complaint.Subscriber is not null ? DetailRow.Hidden
                : complaint.Subscriber is { Length: > 8 } long32 ? long32[..8]
                : complaint.Subscriber,
            Local(complaint.ReceivedAtUtc),
            channel,
            category,
            cause,
            region,
            complaint.Status,
            Hours(complaint.ReceivedAtUtc, complaint.FirstReplyAtUtc),
            Hours(complaint.ReceivedAtUtc, complaint.ClosedAtUtc),
            HidesEscalation(complaint) ? null : complaint.IsEscalated,
            resolution,
            complaint.Satisfaction,
            complaint.Text is null ? null : Shorten(Star(complaint.Text)),
            complaint.Count);
    }

    private (string? Category, string? Cause) Causes(ComplaintCase complaint)
    {
        var (c, x) = (IndexOf(_causes.Table.Categories, complaint.Category), IndexOf(_causes.Table.Causes, complaint.Cause));
        var hideCategory = c < 0 || _causes.CategoriesWithheld || _causes.CategoryHidden[c];
        var hideCause = c < 0 || x < 0 || _causes.CausesWithheld || _causes.CellHidden[c, x];
        return (
            hideCategory && (_causes.Table.HasCategories || c < 0) ? DetailRow.Hidden : complaint.Category,
            hideCause && (_causes.Table.HasCauses || x < 0) ? DetailRow.Hidden : complaint.Cause);
    }

    private bool HidesEscalation(ComplaintCase complaint)
    {
        var (c, x) = (IndexOf(_causes.Table.Categories, complaint.Category), IndexOf(_causes.Table.Causes, complaint.Cause));
        return masks.Escalated is { } escalated && (c < 0 || x < 0 || escalated.CellHidden[c, x]);
    }

    private string? Label(string column, string? label, string? cause) => masks.Hides(column, label ?? "", cause ?? "") ? DetailRow.Hidden : label;

    /// <summary>Local time; the bare day where the data know no more.</summary>
    private DateTime Local(DateTime utc)
    {
        var local = DateTime.SpecifyKind(TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), _zone), DateTimeKind.Unspecified);
        return request.Facts.Precision == DatePrecision.Instant ? local : local.Date;
    }

    private static double? Hours(DateTime from, DateTime? to) =>
        to is { } end ? Math.Round((end - from).TotalHours * 60, MidpointRounding.AwayFromZero) / 60 : null;

    /// <summary>
    /// Digits of six and more in a row, and telephone numbers written in groups, are stars: no number of a phone, an account or a card stands in a
    /// report.
    /// </summary>
    private static string Star(string text) => LongNumber().Replace(text, m => new string('*', m.Length));

    /// <summary>At most 500 characters, never half of a surrogate pair.</summary>
    private static string Shorten(string text) =>
        text.Length <= TextLength ? text : text[..(char.IsHighSurrogate(text[TextLength - 2]) ? TextLength - 2 : TextLength - 1)] + "…";

    private static int IndexOf(IReadOnlyList<string> labels, string? label)
    {
        for (var i = 0; i < labels.Count; i++)
        {
            if (string.Equals(labels[i], label ?? "", StringComparison.Ordinal))
            {
                return i;
            }
        }

        return -1;
    }

    [GeneratedRegex(@"\d{3,4}[ \-]\d{3,4}[ \-]\d{4}|\d{6,}")]
    private static partial Regex LongNumber();
}
