using Analytics.Core.Reports;

namespace Analytics.Study.Claims;

/// <summary>Arguments of sentences, read from figures.</summary>
internal static class Arguments
{
    /// <summary>A label that is translated like any other.</summary>
    public static HeadlineArgument Label(string name, string label) => new(name, Label: label);

    /// <summary>A count.</summary>
    public static HeadlineArgument Count(string name, double count) => new(name, count, MeasureUnit.Count);

    /// <summary>The value of a figure in its unit.</summary>
    public static HeadlineArgument Number(string name, Figure figure, MeasureUnit unit) => new(name, figure.Value, unit);

    /// <summary><c>lower</c> and <c>upper</c> of a figure; nothing where it has no interval.</summary>
    public static IReadOnlyList<HeadlineArgument> Bounds(Figure figure, MeasureUnit? unit) =>
        figure is { Lower: { } lower, Upper: { } upper } ? [new("lower", lower, unit), new("upper", upper, unit)] : [];
}
