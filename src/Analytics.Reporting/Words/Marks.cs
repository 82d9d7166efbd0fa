using Analytics.Core.Reports;

namespace Analytics.Reporting.Words;

/// <summary>
/// The marks and state colours every output shares. A colour never stands alone: the mark says the same. The palette is safe for
/// colour-blind readers.
/// </summary>
public static class Marks
{
    /// <summary>Stands where a figure is hidden.</summary>
    public const string Suppressed = "○";

    /// <summary>Stands where a figure cannot be computed; never 0.</summary>
    public const string Absent = "—";

    /// <summary>Red: beyond the limit on the bad side.</summary>
    public const string Red = "C0392B";

    /// <summary>Orange: warning.</summary>
    public const string Orange = "E69F00";

    /// <summary>Green: within limits, target met.</summary>
    public const string Green = "2E8B57";

    /// <summary>Grey: too few cases, hidden, no verdict.</summary>
    public const string Grey = "7F8C8D";

    /// <summary>Blue: information, better than the limit; also the fixed hue of the own brand.</summary>
    public const string Blue = "1F5AA6";

    /// <summary>The mark before a verdict: ■ worse, ◆ better, ● within, ○ none.</summary>
    public static string Of(Signal signal) => signal switch
    {
        Signal.Worse => "■",
        Signal.Better => "◆",
        Signal.Within => "●",
        _ => "○",
    };

    /// <summary>The state colour of a verdict, six hexadecimal digits.</summary>
    public static string Colour(Signal signal) => signal switch
    {
        Signal.Worse => Red,
        Signal.Better => Blue,
        Signal.Within => Green,
        _ => Grey,
    };

    /// <summary>Direction of a change in neutral ink: ▲ up, ▼ down, ▬ none.</summary>
    public static string Arrow(double change) => change > 0 ? "▲" : change < 0 ? "▼" : "▬";

    /// <summary>Colour of a Pareto class: A dark, B mid, C light.</summary>
    public static string Colour(ParetoClass paretoClass) => paretoClass switch
    {
        ParetoClass.A => Blue,
        ParetoClass.B => "6F9BD1",
        _ => "C3D4E9",
    };
}
