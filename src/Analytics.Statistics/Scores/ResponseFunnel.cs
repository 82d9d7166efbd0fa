using Analytics.Core.Canonical;
using Analytics.Statistics.Descriptive;

namespace Analytics.Statistics.Scores;

/// <summary>Why a questionnaire does not count; the first reason that applies, in this order.</summary>
public enum ResponseVerdict
{
    /// <summary>It counts.</summary>
    Valid,

    /// <summary>An answer lies outside its scale.</summary>
    OffScale,

    /// <summary>Too few items answered.</summary>
    Incomplete,

    /// <summary>The same answer throughout.</summary>
    StraightLiner,

    /// <summary>Too quick.</summary>
    Speeder,
}

/// <summary>From questionnaires sent to those that count.</summary>
/// <param name="Sent">Sent; null where it is not known.</param>
/// <param name="Returned">Come back.</param>
/// <param name="Valid">Of these valid.</param>
/// <param name="Verdicts">Verdict on each returned one.</param>
public sealed record ResponseFunnel(int? Sent, int Returned, int Valid, IReadOnlyList<ResponseVerdict> Verdicts)
{
    /// <summary>Judges returned questionnaires.</summary>
    /// <param name="columns">Answers by item; NaN is missing.</param>
    /// <param name="scales">Scale of each item.</param>
    /// <param name="durations">How long each took; null where it was not measured.</param>
    /// <param name="sent">Questionnaires sent, or null.</param>
    /// <param name="rules">When one does not count.</param>
    /// <exception cref="ArgumentException">Lengths differ, or fewer were sent than came back.</exception>
    public static ResponseFunnel Of(
        IReadOnlyList<double[]> columns, IReadOnlyList<ItemScale> scales, IReadOnlyList<TimeSpan>? durations, int? sent, ResponseRules rules)
    {
        var returned = columns.Count == 0 ? 0 : columns[0].Length;
        if (columns.Count != scales.Count
            || columns.Any(c => c.Length != returned)
            || (durations is not null && durations.Count != returned)
            || sent < returned)
        {
            throw new ArgumentException($"{columns.Count} items with {scales.Count} scales; {returned} of {sent} questionnaires came back.", nameof(columns));
        }

        double[] seconds = durations is null ? [] : [.. durations.Select(d => d.TotalSeconds).Order()];
        var fastest = rules.SpeederShare * QuantileType7.Of(seconds, 0.5);
        var verdicts = Enumerable.Range(0, returned)
            .Select(row => Verdict([.. columns.Select(c => c[row])], scales, durations?[row].TotalSeconds, fastest, rules))
            .ToList();
        return new ResponseFunnel(sent, returned, verdicts.Count(v => v == ResponseVerdict.Valid), verdicts);
    }

    private static ResponseVerdict Verdict(double[] answers, IReadOnlyList<ItemScale> scales, double? seconds, double fastest, ResponseRules rules)
    {
        if (answers.Where((a, i) => a < scales[i].Minimum || a > scales[i].Maximum).Any())
        {
            return ResponseVerdict.OffScale;
        }

        var given = answers.Where(a => !double.IsNaN(a)).ToList();
        return given.Count < rules.MinimumAnswered * answers.Length ? ResponseVerdict.Incomplete
            : given.Count >= rules.StraightLineItems && given.Distinct().Count() == 1 ? ResponseVerdict.StraightLiner
            : seconds < fastest ? ResponseVerdict.Speeder
            : ResponseVerdict.Valid;
    }
}
