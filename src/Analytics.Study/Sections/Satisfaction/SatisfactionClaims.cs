using Analytics.Core.Reports;
using Analytics.Core.Reports.Satisfaction;
using Analytics.Study.Claims;

namespace Analytics.Study.Sections.Satisfaction;

/// <summary>Claims of the satisfaction section: the index with its lead, and what to improve or that the model is held back.</summary>
internal static class SatisfactionClaims
{
    /// <summary>The claims; none without an index, a model or priorities.</summary>
    /// <param name="section">The section.</param>
    /// <param name="score">The verdict on the headline measure of satisfaction, which the index takes over: it has none of its own.</param>
    public static IEnumerable<Claim> Of(SatisfactionSection? section, Signal score)
    {
        if (section is null)
        {
            return [];
        }

        Claim?[] claims = [Index(section, score), HeldBack(section) ?? Improve(section)];
        return claims.OfType<Claim>();
    }

    /// <summary>The index with the lead over all competitors, or over the only one; null without an index.</summary>
    private static Claim? Index(SatisfactionSection section, Signal score)
    {
        if (section.Model is not { } model || model.Constructs.FirstOrDefault(c => c.Name == model.Target) is not { Index.Value: not null } target)
        {
            return null;
        }

        var (against, lead, verdict) = Lead(section.Brands, model.Target);
        var (key, signal) = (lead?.Value, verdict) switch
        {
            (null, _) => (HeadlineKeys.SatisfactionIndex, score),
            (_, LeadVerdict.Leads) => (HeadlineKeys.SatisfactionIndexSignificant, Signal.Better),
            (_, LeadVerdict.Trails) => (HeadlineKeys.SatisfactionIndexSignificant, Signal.Worse),
            _ => (HeadlineKeys.SatisfactionIndexNotSignificant, score),
        };
        return new Claim(ClaimFamily.Leads, model.Target, target.Index)
        {
            Place = HeadlinePlace.Satisfaction,
            IsKept = true,
            Sentence = new Headline(key, score is Signal.Worse or Signal.Better ? score : signal, IndexArguments(target, against, lead)),
        };
    }

    private static List<HeadlineArgument> IndexArguments(ModelConstruct target, string against, Figure? lead)
    {
        List<HeadlineArgument> arguments = [Arguments.Number("index", target.Index, MeasureUnit.Score)];
        if (target.Previous.Value is { } previous)
        {
            arguments.Add(new HeadlineArgument("change", target.Index.Value - previous, MeasureUnit.Score));
        }

        if (lead?.Value is { } points)
        {
            arguments.Add(Arguments.Label("opponent", against.Length == 0 ? HeadlineKeys.AllCompetitors : against));
            arguments.Add(new HeadlineArgument("lead", points, MeasureUnit.Score));
        }

        return arguments;
    }

    /// <summary>That the gate holds the model back; null where it does not.</summary>
    private static Claim? HeldBack(SatisfactionSection section)
    {
        if (section.Model is not { IsHeldBack: true } model)
        {
            return null;
        }

        var findings = model.Findings.Count(f => f.Blocks);
        return new Claim(ClaimFamily.Improvement, "model", FigureMath.Count(findings))
        {
            Place = HeadlinePlace.Improvement,
            Sentence = new Headline(HeadlineKeys.ModelHeldBack, Signal.NoVerdict, [Arguments.Count("findings", findings)]),
        };
    }

    /// <summary>The item of highest priority, from the quadrant to improve first where anything lies there; null without one.</summary>
    private static Claim? Improve(SatisfactionSection section)
    {
        var first = section.Improvement?.Items.Points
            .Where(p => p is { Importance.Value: > 0, Performance.Value: not null })
            .OrderBy(p => p.Quadrant != ImprovementQuadrant.ImproveFirst).ThenBy(p => p.Rank).FirstOrDefault();
        if (first is null)
        {
            return null;
        }

        List<HeadlineArgument> arguments = [Arguments.Label("item", first.Name), Arguments.Number("score", first.Performance, MeasureUnit.Score)];
        if (section.Improvement!.Basis == ImportanceBasis.Model)
        {
            arguments.Add(Arguments.Number("effect", first.Importance, MeasureUnit.Score));
        }

        return new Claim(ClaimFamily.Improvement, first.Name, first.Importance)
        {
            Place = HeadlinePlace.Improvement,
            Sentence = new Headline(HeadlineKeys.ImproveFirst, Signal.NoVerdict, arguments),
        };
    }

    private static (string Against, Figure? Lead, LeadVerdict Verdict) Lead(BrandComparison? brands, string target)
    {
        var column = brands?.Columns.ToList().LastIndexOf(target) ?? -1;
        var row = column < 0 ? null : brands!.Leads.FirstOrDefault(l => l.Against.Length == 0) ?? (brands!.Leads.Count > 0 ? brands.Leads[0] : null);
        return row is null ? ("", null, LeadVerdict.Unknown) : (row.Against, row.Leads[column], row.Verdicts[column]);
    }
}
