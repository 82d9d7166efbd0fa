using Analytics.Core.CrossTabs;
using Analytics.Publishing.Publish;
using Analytics.Publishing.Published;
using Analytics.Reporting.Words;
using Analytics.Tests;

namespace Analytics.Pipeline.Tests.Deliver;

/// <summary>Published reports that the tests of delivery share; nothing in them is changed.</summary>
public sealed class SmallPublications : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public SmallPublications() => Whole = Publish(_folder.Path, "zh-CN");

    public static Filter Wuhan { get; } = new("region", ["武汉"]);

    public string Output => _folder.Path;

    /// <summary>The Chinese report of the whole base.</summary>
    public PublishedReport Whole { get; }

    public PublishedReport Find(IReadOnlyList<Filter> scope, string language)
        => PublishedReport.Newest(Output, SmallReport.Period, scope, language) ?? Publish(Output, language, 0, scope);

    /// <param name="output">Output folder.</param>
    /// <param name="language">Language.</param>
    /// <param name="further">See <see cref="SmallReport.Of"/>.</param>
    /// <param name="scope">Filters.</param>
    public static PublishedReport Publish(string output, string language, int further = 0, params IReadOnlyList<Filter> scope)
    {
        var report = SmallReport.Of(scope, further);
        var run = new RunRecord("0.0.0-test", "hash", new StepClock(TimeProvider.System));
        return PublishedReport.Load(Publisher.Publish(report, new ReportWords(language, report), new PublishTarget(output), run, TimeProvider.System).Folder);
    }

    public void Dispose() => _folder.Dispose();
}
