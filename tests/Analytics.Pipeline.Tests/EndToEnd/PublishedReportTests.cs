using System.Text.Json.Nodes;
using Analytics.Core;
using Analytics.Core.Reports;
using Analytics.Pipeline.Runs;
using Analytics.Publishing.Publish;
using Analytics.Publishing.Published;
using Analytics.Reporting.Json;
using Analytics.Reporting.Words;
using Analytics.Tests;

namespace Analytics.Pipeline.Tests.EndToEnd;

/// <summary>What lies in the output folder after a report.</summary>
[Collection(nameof(SampleWarehouse))]
public sealed class PublishedReportTests(SampleWarehouse warehouse) : IDisposable
{
    private readonly TemporaryFolder _out = new();

    public void Dispose() => _out.Dispose();

    [Fact]
    public void Report_Published_LiesWhereTheDesignSays()
    {
        var published = warehouse.Report("2026-W46", _out.Path).Publication;
        published.IsNew.ShouldBeTrue();
        published.Version.ShouldBe(1);
        published.Scope.ShouldBe("all");
        published.Folder.ShouldBe(Path.Combine(_out.Path, "2026-W46", "all", "v1"));
        Path.GetFileName(published.Workbook).ShouldBe("满意度周报_2026W46_全省_v1.xlsx");
        string[] told = [published.Workbook, published.Report, published.Run, .. published.Charts];
        Directory.GetFiles(published.Folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ShouldBe(told.Order(StringComparer.Ordinal));
        published.Charts.Count.ShouldBeGreaterThan(10);
        published.Headlines.Count.ShouldBeInRange(3, 5);
    }

    [Fact]
    public void Report_SecondRun_PublishesNothingNew()
    {
        warehouse.Report("2026-W46", _out.Path).Publication.IsNew.ShouldBeTrue();
        var before = Everything(_out.Path);
        var again = warehouse.Report("2026-W46", _out.Path).Publication;
        again.IsNew.ShouldBeFalse();
        again.Version.ShouldBe(1);
        Same(Everything(_out.Path), before);
    }

    [Fact]
    public void Report_SameInput_SameBytesButForTheTimes()
    {
        var first = warehouse.Report("2026-W46", _out.Sub("a")).Publication;
        var second = warehouse.Report("2026-W46", _out.Sub("b")).Publication;
        Same(Everything(second.Folder, but: "run.json"), Everything(first.Folder, but: "run.json"));
        Timeless(second.Run).ShouldBe(Timeless(first.Run));
    }

    [Fact]
    public void Report_OtherSettings_IsTheNextVersionAndTheFirstStays()
    {
        var first = warehouse.Report("2026-W46", _out.Path).Publication;
        var before = Everything(first.Folder);
        var second = warehouse.Report("2026-W46", _out.Path, settings: SampleWarehouse.Settings with { MinimumCell = 20 }).Publication;
        (second.Version, second.IsNew).ShouldBe((2, true));
        Path.GetFileName(second.Workbook).ShouldEndWith("_v2.xlsx");
        Same(Everything(first.Folder), before);
        warehouse.Report("2026-W46", _out.Path).Publication.Version.ShouldBe(3, "going back to what version 1 said is news");
    }

    [Fact]
    public void Report_InTwoLanguages_EachIsPublishedOnce()
    {
        warehouse.Report("2026-W46", _out.Path).Publication.Version.ShouldBe(1);
        var english = warehouse.Report("2026-W46", _out.Path, "en").Publication;
        (english.Version, english.IsNew).ShouldBe((2, true));
        Path.GetFileName(english.Workbook).ShouldBe("satisfaction_2026-W46_all_v2.xlsx");
        english.Headlines.ShouldAllBe(h => h.All(c => c < 0x2E80 || c > 0x9FFF), "every label of the sample has a translation");
        warehouse.Report("2026-W46", _out.Path).Publication.Version.ShouldBe(1);
        warehouse.Report("2026-W46", _out.Path, "en").Publication.Version.ShouldBe(2);
    }

    [Fact]
    public void Report_OfAScope_CountsOnlyIt()
    {
        var all = warehouse.Report("2026-W46", _out.Path);
        var scoped = warehouse.Report("2026-W46", _out.Path, scope: [new("brand", ["全球通"])]);
        Path.GetFileName(Path.GetDirectoryName(scoped.Publication.Folder)).ShouldBe("brand=全球通");
        var brand = all.Report.Segments.Single(s => s.Column == "brand").Rows.Single(r => r.Label == "全球通");
        scoped.Report.Kpis.Single(k => k.Id == KpiId.Complaints).Current.Value.ShouldBe(brand.Complaints.Value);
    }

    [Fact]
    public void Report_OfAMonth_IsAMonthlyReport()
    {
        var published = warehouse.Report("2026-10", _out.Path).Publication;
        Path.GetFileName(published.Workbook).ShouldBe("满意度月报_202610_全省_v1.xlsx");
    }

    [Fact]
    public void Report_PeriodWithoutData_NamesThePeriodsThatHaveSomeAndPublishesNothing()
    {
        var fault = Should.Throw<AnalyticsException>(() => warehouse.Report("2019-W01", _out.Path));
        fault.Code.ShouldBe("AN4001");
        fault.Remedy.ShouldContain("2026-W46");
        Directory.EnumerateFileSystemEntries(_out.Path).ShouldBeEmpty();
    }

    [Fact]
    public void Publish_TotalsDoNotTie_PublishesNothingAndSaysWhich()
    {
        var good = warehouse.Report("2026-W46", _out.Path);
        var before = Everything(_out.Path);
        var quality = good.Report.DataQuality;
        var bad = good.Report with { DataQuality = quality with { Checks = [.. quality.Checks, new TieCheck("segment:arpu", 100, 99)] } };
        var fault = Should.Throw<AnalyticsException>(() => Publish(bad));
        fault.Code.ShouldBe("AN5201");
        fault.Problem.ShouldContain("segment:arpu adds up to 99 instead of 100");
        Same(Everything(_out.Path), before);
    }

    [Fact]
    public void Publish_KilledAtAnyMoment_LeavesTheOldOrTheNewReport()
    {
        var good = warehouse.Report("2026-W46", _out.Sub("live"));
        var old = Everything(good.Publication.Folder);
        var changed = good.Report with { Header = good.Report.Header with { DataVersion = new string('0', 32) } };
        var steps = new List<string>();
        Publish(changed, _out.Sub("live"), step =>
        {
            steps.Add(step);
            var versions = Directory.GetDirectories(Path.Combine(_out.Sub("live"), "2026-W46", "all"), "v*");
            versions.Length.ShouldBe(step == "renamed" ? 2 : 1, step);
            Same(Everything(good.Publication.Folder), old);
        });
        steps[0].ShouldBe("create");
        steps[^1].ShouldBe("renamed");
        steps.Count.ShouldBe(3 + (2 * (good.Publication.Charts.Count + 3)));
    }

    [Fact]
    public void Run_SaysWhatTheReportWasMadeFrom()
    {
        var result = warehouse.Report("2026-W46", _out.Path);
        var run = RunFile.TryLoad(result.Publication.Run)!;
        run.DataVersion.ShouldBe(result.Report.Header.DataVersion);
        run.ConfigurationHash.ShouldBe(ReportRun.ConfigurationHash(SampleWarehouse.Settings, "zh-CN"));
        run.ProgramVersion.ShouldBe("0.0.0-test");
        run.ChecksPassed.ShouldBe(["ties", "report", "charts", "workbook"]);
        run.Sources.Sum(s => s.Stored).ShouldBe(warehouse.Imported.Sum(i => i.Stored));
        run.Files.Select(f => f.Name).Order(StringComparer.Ordinal).ShouldBe(Everything(result.Publication.Folder, but: "run.json").Keys);
        run.Timings.Select(t => t.Step)
            .ShouldBe(["facts", "responses", "study.cross-tabs", "study.cross-tabs", "study", "report-json", "charts", "workbook", "checks"]);
        using var report = File.OpenRead(result.Publication.Report);
        ReportJson.Read(report).Header.DataVersion.ShouldBe(result.Report.Header.DataVersion);
    }

    [Fact]
    public void ConfigurationHash_AnySettingChanged_Changes()
    {
        var settings = SampleWarehouse.Settings;
        string[] hashes =
        [
            ReportRun.ConfigurationHash(settings, "zh-CN"),
            ReportRun.ConfigurationHash(settings, "en"),
            ReportRun.ConfigurationHash(settings with { Seed = 1 }, "zh-CN"),
            ReportRun.ConfigurationHash(settings with { HeatMaps = [("arpu", "age")] }, "zh-CN"),
            ReportRun.ConfigurationHash(settings with { Segments = [.. settings.Segments.Take(3)] }, "zh-CN"),
            ReportRun.ConfigurationHash(settings with { FirstReplyLimit = TimeSpan.FromHours(24) }, "zh-CN"),
        ];
        hashes.Distinct().Count().ShouldBe(hashes.Length);
        ReportRun.ConfigurationHash(settings with { }, "zh-CN").ShouldBe(hashes[0]);
    }

    private Publication Publish(Report report, string? folder = null, Action<string>? step = null) => Publisher.Publish(
        report, new ReportWords("zh-CN", report), new PublishTarget(folder ?? _out.Path), new RunRecord(
            "0.0.0-test",
            "",
            new StepClock(TimeProvider.System)), TimeProvider.System, step);

    private static string Timeless(string run)
    {
        var json = JsonNode.Parse(File.ReadAllText(run))!.AsObject();
        json.Remove("timings").ShouldBeTrue();
        return json.ToJsonString();
    }

    private static SortedDictionary<string, byte[]> Everything(string folder, string? but = null) => new(
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(f => Path.GetFileName(f) != but && Path.GetFileName(f) != ".publish.lock")
            .ToDictionary(f => Path.GetRelativePath(folder, f).Replace('\\', '/'), File.ReadAllBytes),
        StringComparer.Ordinal);

    private static void Same(SortedDictionary<string, byte[]> actual, SortedDictionary<string, byte[]> expected)
    {
        actual.Keys.ShouldBe(expected.Keys);
        actual.Where(file => !file.Value.AsSpan().SequenceEqual(expected[file.Key])).Select(file => file.Key).ShouldBeEmpty();
    }
}
