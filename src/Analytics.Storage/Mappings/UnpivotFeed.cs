using Analytics.Core.Canonical;

namespace Analytics.Storage.Mappings;

/// <summary>One source column of an unpivot group.</summary>
/// <param name="Column">0-based source column.</param>
/// <param name="Name">Name that addresses the column alone.</param>
/// <param name="Label">Label its rows get.</param>
/// <param name="NoteColumn">Source column of the text that goes with it, or −1.</param>
internal sealed record UnpivotCell(int Column, string Name, FieldValue Label, int NoteColumn);

/// <summary>A group of source columns of which each makes a row.</summary>
internal sealed class UnpivotFeed
{
    public required UnpivotCell[] Cells { get; init; }

    public required int LabelField { get; init; }

    /// <summary>Index of the field that takes the cell, or −1.</summary>
    public required int ValueField { get; init; }

    /// <summary>Per cell, which converter of its column reads it; for notes likewise.</summary>
    public required int[] CellConverters { get; init; }

    public required int[] NoteConverters { get; init; }

    public required int TextField { get; init; }

    public required (int Field, FieldValue Value)[] Set { get; init; }

    public required byte[][] Unticked { get; init; }

    public bool IsTicked(ColumnValue cell)
    {
        if (cell.IsBlank) return false;
        if (Unticked.Length == 0) return true;
        var text = CellText.Trim(cell.Utf8);
        foreach (var unticked in Unticked)
        {
            if (text.SequenceEqual(unticked)) return false;
        }

        return true;
    }

    public RowFault? Fill(int index, Span<FieldValue> values, ColumnValue[] record)
    {
        var cell = Cells[index];
        values[LabelField] = cell.Label;
        foreach (var (field, value) in Set)
        {
            values[field] = value;
        }

        if (cell.NoteColumn >= 0) values[TextField] = record[cell.NoteColumn].Values[NoteConverters[index]];
        if (ValueField < 0) return null;
        var read = record[cell.Column];
        values[ValueField] = read.Values[CellConverters[index]];
        return read.Faults[CellConverters[index]] is { } rule ? new RowFault(cell.Name, RawRow.Decode(read.Utf8), rule) : null;
    }
}
