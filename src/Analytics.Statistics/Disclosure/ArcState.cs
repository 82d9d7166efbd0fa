namespace Analytics.Statistics.Disclosure;

/// <summary>What a cell or total of a table may do while others are protected.</summary>
internal enum ArcState : byte
{
    /// <summary>Shown for good: a shown total, the grand total, or the cell that is being protected.</summary>
    Fixed,

    /// <summary>A cell that is shown but could be hidden.</summary>
    Shown,

    /// <summary>Hidden: a reader has to reckon with any count.</summary>
    Hidden,
}
