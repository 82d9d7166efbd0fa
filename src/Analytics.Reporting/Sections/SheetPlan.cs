using Analytics.Reporting.Workbook;

namespace Analytics.Reporting.Sections;

/// <summary>A sheet of a section.</summary>
/// <param name="Key">Resource key of its name, <c>sheet.pareto</c>; the name begins with the number it stands at.</param>
/// <param name="Fill">Fills it; takes what sheets before it handed on and gives that with what it adds.</param>
internal sealed record SheetPlan(string Key, Func<SheetDraft, SheetLinks, SheetLinks> Fill)
{
    /// <summary>A sheet that hands nothing on.</summary>
    /// <param name="key">Resource key of its name.</param>
    /// <param name="fill">Fills it; takes what sheets before it handed on.</param>
    public SheetPlan(string key, Action<SheetDraft, SheetLinks> fill)
        : this(key, (sheet, links) => Filled(sheet, links, fill))
    {
    }

    /// <summary>A sheet that neither refers to others nor is referred to.</summary>
    /// <param name="key">Resource key of its name.</param>
    /// <param name="fill">Fills it.</param>
    public SheetPlan(string key, Action<SheetDraft> fill)
        : this(key, (sheet, _) => fill(sheet))
    {
    }

    /// <summary>Whether other sheets refer to its cells: it is filled before those that are not referred to.</summary>
    public bool IsReferredTo { get; init; }

    /// <summary>Rows written when the workbook is saved, or null where <see cref="Fill"/> writes them all.</summary>
    public StreamedRows? Rows { get; init; }

    private static SheetLinks Filled(SheetDraft sheet, SheetLinks links, Action<SheetDraft, SheetLinks> fill)
    {
        fill(sheet, links);
        return links;
    }
}
