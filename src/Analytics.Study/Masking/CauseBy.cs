using Analytics.Core.CrossTabs;
using Analytics.Core.Reports;
using Analytics.Study.Rounds;

namespace Analytics.Study.Masking;

/// <summary>
/// A table of causes by another column that a section means to show. Its mask is decided with those of the report, since the rows of cases ask it too.
/// </summary>
/// <param name="Axis">The other column.</param>
/// <param name="Alone">Complaints by the other column alone.</param>
/// <param name="Cells">Complaints by cause, then the other column; further axes are summed over.</param>
/// <param name="MostColumns">Labels of the other column shown one by one.</param>
/// <param name="LeastCells">Labels with fewer cases than this many minimum cells are merged.</param>
/// <param name="NeedsNames">Whether a table is of use only where a cause and a label of the other column stand alone after merging.</param>
internal sealed record CauseBy(CrossTabAxis Axis, Answer Alone, Answer Cells, int MostColumns, int LeastCells, bool NeedsNames)
{
    /// <summary>Causes shown one by one.</summary>
    public const int MostCauses = 10;

    /// <summary>Why there can be no table of these two columns; null where there can be one.</summary>
    public static string? WhyNot(MaskedAxis cause, MaskedAxis other) =>
        cause.IsWithheld || other.IsWithheld ? AbsenceReasons.TooFewCases
        : !cause.HasKnown || !other.HasKnown ? AbsenceReasons.NoSuchField
        : null;

    /// <summary>The merged table with its mask.</summary>
    public MergedTable Merge(MaskedAxis cause, MaskedAxis other, SuppressionRule rule)
    {
        var least = LeastCells * rule.MinimumCell;
        return MergedTable.Of(MergedAxis.Of(cause, MostCauses, least), MergedAxis.Of(other, MostColumns, least), Cells.Tab, rule);
    }
}
