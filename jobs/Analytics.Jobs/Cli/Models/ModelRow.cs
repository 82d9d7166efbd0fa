namespace Analytics.Jobs.Cli.Models;

/// <summary>One number of a model's result: all tables in one shape, so that a spreadsheet filters them by the first column.</summary>
/// <param name="Table">Which table it belongs to: path, total, index, improve, item, gate…</param>
/// <param name="From">Construct, item or first group's subject; empty where there is none.</param>
/// <param name="To">Construct it is about; empty for the whole model.</param>
/// <param name="Value">The number; null where it cannot be had.</param>
/// <param name="StandardError">Its standard error, or null.</param>
/// <param name="Lower">Lower bound, or null.</param>
/// <param name="Upper">Upper bound, or null.</param>
/// <param name="PValue">p, or null.</param>
/// <param name="Note">Verdict, or what the number is compared with.</param>
internal sealed record ModelRow(
    string Table,
    string From,
    string To,
    double? Value,
    double? StandardError = null,
    double? Lower = null,
    double? Upper = null,
    double? PValue = null,
    string Note = "")
{
    /// <summary>Headings of files.</summary>
    public static IReadOnlyList<string> Headings { get; } = ["table", "from", "to", "value", "standard_error", "lower", "upper", "p", "note"];

    /// <summary>Cells of files.</summary>
    public IReadOnlyList<object?> Cells => [Table, From, To, Value, StandardError, Lower, Upper, PValue, Note];
}
