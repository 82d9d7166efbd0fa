using Analytics.Core.Settings;
using Analytics.Storage.Warehouse;

namespace Analytics.Jobs.Notebooks;

/// <summary>What the cells of a notebook can use without declaring it.</summary>
public sealed class NotebookGlobals : IDisposable
{
    private readonly NotebookContext _context;
    private readonly NotebookOutputs _outputs;
    private readonly TimeProvider _time;
    private WarehouseDatabase? _database;

    internal NotebookGlobals(NotebookContext context, NotebookOutputs outputs, TimeProvider time)
    {
        _context = context;
        _outputs = outputs;
        _time = time;
    }

    /// <summary>The configured warehouse, opened at its first use and closed when the run ends.</summary>
    public WarehouseDatabase Warehouse => _database ??= WarehouseDatabase.Open(_context.Warehouse, _time);

    /// <summary>Settings of studies, as configured.</summary>
    public StudySettings Settings => _context.Settings;

    /// <summary>Language of words in tables and charts: <c>zh-CN</c> or <c>en</c>.</summary>
    public string Language => _context.Language;

    /// <summary>
    /// Shows a value below the cell: charts as pictures, <see cref="NotebookHtml"/> as it is, rows of records or anonymous objects as a table, anything
    /// else as text.
    /// </summary>
    public void Display(object? value) => _outputs.Display(value);

    /// <summary>Marks text as HTML for <see cref="Display"/>, or to end a cell with.</summary>
    public static NotebookHtml Html(string html) => new(html);

    /// <summary>Marks text as SVG for <see cref="Display"/>, or to end a cell with.</summary>
    public static NotebookSvg Svg(string svg) => new(svg);

    /// <summary>Closes the warehouse.</summary>
    public void Dispose() => _database?.Dispose();
}
