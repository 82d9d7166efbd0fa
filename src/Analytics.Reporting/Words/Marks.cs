using Analytics.Core.Reports;

namespace Analytics.Reporting.Words;

/// <summary>The marks every output shares; the colour beside one says the same.</summary>
public static class Marks
{
    /// <summary>Stands where a figure is hidden.</summary>
    public const string Suppressed = "○";

    /// <summary>Stands where a figure cannot be computed; never 0.</summary>
    public const string Absent = "—";

    /// <summary>The mark before a verdict: ■ worse, ◆ better, ● within, ○ none.</summary>
    public static string Of(Signal signal) => signal switch
    {
        Signal.Worse => "■",
        Signal.Better => "◆",
        Signal.Within => "●",
        _ => "○",
    };

    /// <summary>The mark of a difference that survives correction for how many were looked at: ■ above what the base lets expect, ◆ below; else none.</summary>
    internal static string OfDifference(Figure residual, bool survives) => residual.Value is not { } value || !survives ? "" : value > 0 ? "■" : "◆";

    /// <summary>Direction of a change in neutral ink: ▲ up, ▼ down, ▬ none.</summary>
    public static string Arrow(double change) => change > 0 ? "▲" : change < 0 ? "▼" : "▬";
}
