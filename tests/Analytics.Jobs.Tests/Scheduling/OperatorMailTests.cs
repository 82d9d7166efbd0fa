using System.Text.Json;
using Analytics.Tests;

namespace Analytics.Jobs.Tests.Scheduling;

/// <summary>What the operators of the program get by mail, read as a real mail server took it.</summary>
public sealed class OperatorMailTests(RecentData data) : IClassFixture<RecentData>
{
    [Fact]
    public void FailedRun_IsTriedAgainWithGrowingWaits_ThenGivenUp_AndItsCauseIsMailedOnce()
    {
        using var mail = SmtpServer.Start();
        using var folder = data.Copy(JsonSerializer.Serialize(new
        {
            Sources = new { crm = new { Kind = "Folder", Canonical = "complaints", Mapping = "map.json", Folder = "not-mounted" } },
            Jobs = new { weekly = new { Enabled = false }, pull = new { Cron = "0/20 * * * * ?", Retries = 2, RetryBackoffSeconds = 2 } },
            Scheduler = new { Url = "none" },
            Report = new { Language = "en" },
            Delivery = Operators(mail.Port),
        }));
        using (var serve = ChildProgram.Start(folder.Path, "serve"))
        {
            serve.WaitUntil(() => mail.Received.Count > 0, "a mail of the failure");
            serve.Terminate().ShouldBe(0, serve.Written);
        }

        var tries = History(folder).Take(3).ToList();
        tries.Select(t =>
            (
                t.GetProperty("cause").GetString(),
                t.GetProperty("attempt").GetInt32(),
                t.GetProperty("status").GetString(),
                t.GetProperty("errorCode").GetString()))
            .ShouldBe([("schedule", 1, "failed", "AN2323"), ("retry", 2, "failed", "AN2323"), ("retry", 3, "failed", "AN2323")]);
        var begun = tries.Select(t => t.GetProperty("startedAt").GetDateTime()).ToList();
        (begun[1] - begun[0]).ShouldBeGreaterThan(TimeSpan.FromSeconds(1.9));
        (begun[2] - begun[1]).ShouldBeGreaterThan(TimeSpan.FromSeconds(3.9));
        var told = mail.Received.ShouldHaveSingleItem();
        (told.To, told.Subject).ShouldBe(("ops@operator.example", "Data not pulled: pull, all (AN2323)"));
        told.Text.ShouldContain("Cause: The drop folder 'not-mounted' of the source 'crm' does not exist.");
        told.Text.ShouldContain("What to do: Create it, mount it, or correct Folder.");
    }

    [Fact]
    public void RowsThatWaitInQuarantine_AreToldByMaintain_OnceADay_AndNobodyIsToldOfNone()
    {
        using var mail = SmtpServer.Start();
        using var folder = data.Copy(JsonSerializer.Serialize(new { Report = new { Language = "en" }, Delivery = Operators(mail.Port) }));
        string[] maintain = ["jobs", "run", "maintain"];

        ProgramRun.In(folder.Path, maintain).Results.ShouldBe("nothing to delete\n");
        mail.Received.ShouldBeEmpty();
        File.WriteAllText(
            folder.File("bad.csv"),
            "id,at,channel,category,cause,region\nx1,never,热线,网络质量,网络1,武汉\nx2,,热线,网络质量,网络1,武汉\nx3,2026-11-02 08:00:00,热线,网络质量,网络1,武汉\n");
        ProgramRun.In(folder.Path, "import", "complaints", "bad.csv", "--map", "map.json").ExitCode.ShouldBe(0);
        ProgramRun.In(folder.Path, maintain).Results.ShouldBe("nothing to delete; 2 rows wait in quarantine: analytics quarantine list; 1 reminded by mail\n");
        ProgramRun.In(folder.Path, maintain).Results.ShouldBe("nothing to delete; 2 rows wait in quarantine: analytics quarantine list\n");

        var told = mail.Received.ShouldHaveSingleItem();
        (told.To, told.Subject).ShouldBe(("ops@operator.example", "2 rows wait in quarantine"));
        told.Text.ShouldContain("Table · Rule · Field · Rows\ncomplaint · ");
        told.Text.ShouldContain(" · received_at · 1\n");
        told.Html.ShouldContain("analytics quarantine retry");
    }

    private static object Operators(int port) =>
        new { Operators = "ops@operator.example", Smtp = new { Host = "localhost", Port = port, Security = "None", From = "reports@operator.example" } };

    private static IEnumerable<JsonElement> History(TemporaryFolder folder)
        => JsonDocument.Parse(ProgramRun.In(folder.Path, "jobs", "history", "pull", "--json").Results).RootElement.EnumerateArray().Reverse();
}
