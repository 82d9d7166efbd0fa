using System.Text.Json;
using Analytics.Core.CrossTabs;
using Analytics.Core.Periods;
using Analytics.Jobs.Configuration;
using Analytics.Jobs.Scheduling.Definitions;
using Microsoft.Extensions.Configuration;

namespace Analytics.Jobs.Tests.Configuration;

public sealed class JobReaderTests
{
    [Fact]
    public void Jobs_WithNothingConfigured_AreTheDefaults()
    {
        var jobs = Bind().Jobs;
        jobs.Select(Settings).ShouldBe(JobDefinition.Defaults.Select(Settings));
        jobs.Where(j => j.Enabled)
            .Select(j => (j.Name, j.Kind, j.Cron))
            .ShouldBe([("weekly", JobKind.Report, "0 0 6 ? * MON"), ("pull", JobKind.Pull, "0 30 * * * ?"), ("maintain", JobKind.Maintain, "0 0 3 ? * SUN")]);
    }

    [Fact]
    public void Jobs_OfOwnNames_StandBesideTheDefaults_AndTakeWhatTheirKindHas()
    {
        var jobs = Bind(
            ("Jobs:wuhan:Kind", "report"),
            ("Jobs:wuhan:Scope", "region=武汉|宜昌; brand=全球通"),
            ("Jobs:wuhan:Period", "month"),
            ("Jobs:wuhan:Sources", "none"),
            ("Jobs:mail:Kind", "Deliver"),
            ("Jobs:mail:Report", "wuhan"),
            ("Jobs:pull:Enabled", "false")).Jobs;
        jobs.Select(j => j.Name).ShouldBe(["weekly", "monthly", "pull", "maintain", "mail", "wuhan"]);
        var wuhan = jobs[^1].ShouldBeOfType<ReportJobDefinition>();
        (wuhan.Kind, wuhan.Enabled, wuhan.Period, wuhan.Sources).ShouldBe((JobKind.Report, true, PeriodKind.Month, ""));
        wuhan.Scope.Select(f => f.ToString()).ShouldBe([new Filter("region", ["武汉", "宜昌"]).ToString(), new Filter("brand", ["全球通"]).ToString()]);
        var mail = jobs[4].ShouldBeOfType<DeliverJobDefinition>();
        (mail.Kind, mail.Report, mail.Cron).ShouldBe((JobKind.Deliver, "wuhan", "0 0 8 ? * MON"));
        jobs[2].Enabled.ShouldBeFalse();
    }

    [Fact]
    public void Faults_OfJobs_AreReportedTogether_WithTheJobsName()
    {
        var faults = Should.Throw<ConfigurationException>(() => Bind(
            ("Jobs:weekly:Cron", "0 6 * * MON"),
            ("Jobs:weekly:TimeZone", "Asia/Wuhan"),
            ("Jobs:weekly:Retries", "99"),
            ("Jobs:weekly:Scope", "city=武汉"),
            ("Jobs:weekly:Misfire", "later"),
            ("Jobs:pull:Period", "Week"),
            ("Scheduler:Provider", "PostgreSql"),
            ("Scheduler:Url", "somewhere"))).Faults;
        faults.Select(f => f.Code).ShouldBe(["AN1008", "AN6001", "AN1008", "AN1008", "AN1006", "AN1005", "AN1008", "AN1003"]);
        faults.Select(f => f.Problem).ShouldAllBe(p => p.Contains("Jobs:", StringComparison.Ordinal) || p.Contains("Scheduler:", StringComparison.Ordinal));
        faults[2].Problem.ShouldContain("0 6 * * MON");
        faults[6].Problem.ShouldContain("there is no column 'city'");
    }

    /// <summary>All settings of a job, those of its kind included.</summary>
    private static string Settings(JobDefinition job) => JsonSerializer.Serialize(job, job.GetType());

    private static AnalyticsOptions Bind(params (string Key, string Value)[] settings)
        => OptionsBinder.Bind(
            new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => new KeyValuePair<string, string?>(s.Key, s.Value))).Build());
}
