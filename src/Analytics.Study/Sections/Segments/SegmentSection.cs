using Analytics.Core.Reports;
using Analytics.Study.Rounds;

namespace Analytics.Study.Sections.Segments;

/// <summary>One-way segmentations: rates, ratios and residuals of every band and label against the rest.</summary>
internal sealed class SegmentSection : ISection
{
    /// <inheritdoc/>
    public ReadAnswers Ask(FirstRound round)
    {
        ColumnQuestions[] columns = [.. round.Settings.Segments.Select(s => round.Column(s.Column))];
        return second => _ => second.Masks.IsTooSmall ? SectionResult.TooSmall("segment") : Result(round, second, columns);
    }

    private static SectionResult Result(FirstRound round, SecondRound second, ColumnQuestions[] columns)
    {
        var (total, subscribers) = (round.Total.Tab.Total, round.Base.Average(round.Window.Current));
        var counts = new List<ColumnCounts>();
        var missing = new List<NotComputed>();
        var checks = new List<TieCheck>();
        foreach (var column in columns)
        {
            var subject = $"segment:{column.Definition.Column}";
            var (read, reason) = column.Read(second.Masks);
            if (read is null)
            {
                missing.Add(new NotComputed(subject, reason!));
                continue;
            }

            counts.Add(read);
            checks.Add(new TieCheck(subject, total, read.Complaints.Sum()));
            if (read.Subscribers is not null)
            {
                checks.Add(new TieCheck($"{subject}:subscribers", subscribers ?? 0, read.Subscribers.Sum()));
            }
        }

        var tables = SegmentStatistics.Tables(counts, total, subscribers, round.Settings);
        return new SectionResult
        {
            Part = report => report with { Segments = tables },
            NotComputed = missing,
            Checks = checks,
            Claims = [.. SegmentClaims.Of(tables)],
        };
    }
}
