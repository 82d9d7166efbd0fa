using Analytics.Core.Reports;
using Analytics.Core.Reports.Satisfaction;
using Analytics.Study.Claims;

namespace Analytics.Study.Sections.Satisfaction;

/// <summary>Sentences about the satisfaction section.</summary>
internal static class SatisfactionHeadlines
{
    /// <summary>Whether a sentence says what to improve, or why that is not said.</summary>
    public static bool IsPriority(Headline headline) => headline.Key is HeadlineKeys.ImproveFirst or HeadlineKeys.ModelHeldBack;

    /// <summary>The index with the lead over all competitors, or over the only one; null without an index.</summary>
    public static Headline? Index(SatisfactionSection? section, IReadOnlyList<Kpi> kpis)
    {
        if (section?.Model is not { } model || model.Constructs.FirstOrDefault(c => c.Name == model.Target) is not { Index.Value: not null } target)
        {
            return null;
        }

        List<HeadlineArgument> arguments = [new("index", target.Index.Value, MeasureUnit.Score)];
        if (target.Previous.Value is { } previous)
        {
            arguments.Add(new HeadlineArgument("change", target.Index.Value - previous, MeasureUnit.Score));
        }

        var control = kpis.FirstOrDefault(k => k.Id == KpiId.SatisfactionScore)?.Signal ?? Signal.NoVerdict;
        var (against, lead, verdict) = Lead(section.Brands, model.Target);
        if (lead?.Value is not { } points)
        {
            return new Headline(HeadlineKeys.SatisfactionIndex, control, arguments);
        }

        arguments.AddRange([new("opponent", Label: against.Length == 0 ? HeadlineKeys.AllCompetitors : against), new("lead", points, MeasureUnit.Score)]);
        var (key, signal) = verdict switch
        {
            LeadVerdict.Leads => (HeadlineKeys.SatisfactionIndexSignificant, Signal.Better),
            LeadVerdict.Trails => (HeadlineKeys.SatisfactionIndexSignificant, Signal.Worse),
            _ => (HeadlineKeys.SatisfactionIndexNotSignificant, control),
        };
        return new Headline(key, control is Signal.Worse or Signal.Better ? control : signal, arguments);
    }

    /// <summary>That the gate holds the model back; null where it does not.</summary>
    public static Headline? HeldBack(SatisfactionSection? section) => section?.Model is not { IsHeldBack: true } model ? null
        : new Headline(HeadlineKeys.ModelHeldBack, Signal.NoVerdict, [new("findings", model.Findings.Count(f => f.Blocks), MeasureUnit.Count)]);

    /// <summary>The item of highest priority, from the quadrant to improve first where anything lies there; null without one.</summary>
    public static Headline? Improve(SatisfactionSection? section)
    {
        if (section?.Improvement is not { } improvement || improvement.Items.Points.Where(p => p is { Importance.Value: > 0, Performance.Value: not null }).OrderBy(p => p.Quadrant != ImprovementQuadrant.ImproveFirst).ThenBy(p => p.Rank).FirstOrDefault() is not { } first)
        {
            return null;
        }

        List<HeadlineArgument> arguments = [new("item", Label: first.Name), new("score", first.Performance.Value, MeasureUnit.Score)];
        if (improvement.Basis == ImportanceBasis.Model)
        {
            arguments.Add(new HeadlineArgument("effect", first.Importance.Value, MeasureUnit.Score));
        }

        return new Headline(HeadlineKeys.ImproveFirst, Signal.NoVerdict, arguments);
    }

    private static (string Against, Figure? Lead, LeadVerdict Verdict) Lead(BrandComparison? brands, string target)
    {
        var column = brands?.Columns.ToList().LastIndexOf(target) ?? -1;
        var row = column < 0 ? null : brands!.Leads.FirstOrDefault(l => l.Against.Length == 0) ?? (brands!.Leads.Count > 0 ? brands.Leads[0] : null);
        return row is null ? ("", null, LeadVerdict.Unknown) : (row.Against, row.Leads[column], row.Verdicts[column]);
    }
}
