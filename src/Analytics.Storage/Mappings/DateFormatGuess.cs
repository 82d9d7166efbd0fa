using System.Text;

namespace Analytics.Storage.Mappings;

/// <summary>Finds the date format that fits the cells of a column.</summary>
internal static class DateFormatGuess
{
    private static readonly string[] Patterns =
    [
        "dd/MM/yyyy", "MM/dd/yyyy", "d/M/yyyy", "M/d/yyyy", "dd/MM/yyyy HH:mm:ss", "MM/dd/yyyy HH:mm:ss", "d/M/yyyy H:mm", "M/d/yyyy H:mm", "M/d/yyyy h:mm:ss tt", "dd-MM-yyyy", "MM-dd-yyyy",
        "dd-MM-yyyy HH:mm:ss", "dd-MM-yy", "MM-dd-yy", "dd/MM/yy", "MM/dd/yy", "dd.MM.yyyy", "dd.MM.yyyy HH:mm:ss", "dd.MM.yy", "dd-MMM-yy", "dd-MMM-yyyy", "d MMM yyyy", "MMM d, yyyy", "yy-MM-dd",
    ];

    /// <summary>
    /// Formats that read every cell: none named where the usual ones do, several where day and month cannot be told apart; null where the
    /// cells are no dates.
    /// </summary>
    public static IReadOnlyList<string>? Of(IReadOnlyList<byte[]> cells)
    {
        if (cells.Count == 0) return null;
        if (ReadsAll(DateReader.Of([]), cells)) return [];
        var fitting = Patterns.Where(p => ReadsAll(DateReader.Of([p]), cells)).ToList();
        return fitting.Count == 0 ? null : fitting.Take(2).ToList();
    }

    /// <summary>Whether cells are day numbers as Excel counts them, of the years 1980 to 2079.</summary>
    public static bool AreSerials(IReadOnlyList<byte[]> cells) =>
        cells.Count > 0 && cells.All(c => double.TryParse(Encoding.ASCII.GetString(c), System.Globalization.CultureInfo.InvariantCulture, out var serial) && serial is > 29_220 and < 65_746);

    private static bool ReadsAll(DateReader reader, IReadOnlyList<byte[]> cells) => cells.All(c => reader.TryRead(c, out _, out _));
}
