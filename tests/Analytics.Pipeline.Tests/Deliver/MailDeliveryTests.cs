using System.Net;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using Analytics.Pipeline.Deliver;
using Analytics.Pipeline.Deliver.Mail;
using Analytics.Reporting.Words;
using Analytics.Storage.Warehouse.Ledgers;
using Analytics.Tests;

namespace Analytics.Pipeline.Tests.Deliver;

/// <summary>Mails to a real server, read by another program's reader.</summary>
[Collection(nameof(SmallPublications))]
public sealed class MailDeliveryTests(SmallPublications publications) : IDisposable
{
    private readonly DeliveryWorld _world = new(publications);

    public void Dispose() => _world.Dispose();

    [Fact]
    public void Mail_OverTlsWithSignIn_ArrivesWithTheWorkbookByteForByte()
    {
        var (certificate, key) = SmtpServer.MakeCertificate(_world.Sub("tls"));
        using var server = SmtpServer.Start("--cert", certificate, key, "--user", "reports", "p4ss w=rd+/");
        using var trusted = Trust(certificate);
        var published = _world.Whole;

        var result = _world.Deliver([DeliveryWorld.Mail(server.Settings(SmtpSecurity.StartTls, "reports", "p4ss w=rd+/"))]);

        result.Outcomes.ShouldHaveSingleItem().Fault.ShouldBeNull();
        var mail = server.Received.ShouldHaveSingleItem();
        var words = new ReportWords("zh-CN", published.Report);
        (mail.Tls, mail.SignedIn).ShouldBe((true, true));
        mail.Subject.ShouldBe("满意度周报 · 2026年第46周 · 全部数据（未筛选）");
        mail.From.ShouldBe("满意度分析 <reports@operator.example>");
        mail.To.ShouldBe("boss@operator.example");
        mail.EnvelopeTo.ShouldBe(["boss@operator.example"]);
        mail.AutoSubmitted.ShouldBe("auto-generated");
        mail.Type.ShouldBe("multipart/mixed");
        HeadlineWriter.Write(published.Report, words)
            .Where(s => !mail.Text.Contains(s, StringComparison.Ordinal) || !mail.Html.Contains(WebUtility.HtmlEncode(s), StringComparison.Ordinal))
            .ShouldBeEmpty();
        var attachment = mail.Attachments.ShouldHaveSingleItem();
        attachment.Name.ShouldBe("满意度周报_2026W46_全省_v1.xlsx");
        attachment.Type.ShouldBe("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        File.ReadAllBytes(attachment.Path).ShouldBe(File.ReadAllBytes(published.Workbook));
        mail.LongestLine.ShouldBeLessThan(998);
    }

    [Fact]
    public void Mail_ToAServerOfUnknownCertificate_IsNotSent()
    {
        var (certificate, key) = SmtpServer.MakeCertificate(_world.Sub("tls"));
        using var server = SmtpServer.Start("--cert", certificate, key);

        var outcome = _world.Deliver([DeliveryWorld.Mail(server.Settings(SmtpSecurity.StartTls))]).Outcomes.ShouldHaveSingleItem();

        (outcome.Status, outcome.Fault!.Code, outcome.Attempts).ShouldBe((DeliveryStatus.Failed, "AN6113", 1));
        server.Received.ShouldBeEmpty();
    }

    [Fact]
    public void Mail_ToAServerWithoutTls_IsNotSentInClear()
    {
        using var server = SmtpServer.Start();

        var outcome = _world.Deliver([DeliveryWorld.Mail(server.Settings(SmtpSecurity.StartTls))]).Outcomes.ShouldHaveSingleItem();

        (outcome.Status, outcome.Fault!.Code, outcome.Attempts).ShouldBe((DeliveryStatus.Failed, "AN6113", 1));
        server.Received.ShouldBeEmpty();
    }

    [Fact]
    public void Mail_WithAWrongPassword_SaysWhoseSignInWasRefused_AndNotThePassword()
    {
        var (certificate, key) = SmtpServer.MakeCertificate(_world.Sub("tls"));
        using var server = SmtpServer.Start("--cert", certificate, key, "--user", "reports", "right");
        using var trusted = Trust(certificate);

        var outcome = _world.Deliver([DeliveryWorld.Mail(server.Settings(SmtpSecurity.StartTls, "reports", "wrong-secret"))]).Outcomes.ShouldHaveSingleItem();

        (outcome.Status, outcome.Fault!.Code, outcome.Attempts).ShouldBe((DeliveryStatus.Failed, "AN6114", 1));
        outcome.ToString().ShouldNotContain("wrong-secret");
        server.Settings(SmtpSecurity.StartTls, "reports", "wrong-secret").ToString().ShouldNotContain("wrong-secret");
    }

    [Fact]
    public void Mail_RefusedForGood_IsTriedOnce_AndTheOthersAreServed()
    {
        using var refusing = SmtpServer.Start("--refuse");
        using var server = SmtpServer.Start();

        var result = _world.Deliver(
            [DeliveryWorld.Mail(refusing.Settings(), "gone@operator.example"), DeliveryWorld.Mail(server.Settings())],
            operators: [Operator(server)]);

        result.Outcomes.Select(o => (o.Address, o.Report, o.Status, o.Attempts, o.Fault?.Code)).ShouldBe(
        [
            ("gone@operator.example", "satisfaction", DeliveryStatus.Failed, 1, "AN6111"),
            ("boss@operator.example", "satisfaction", DeliveryStatus.Sent, 1, null),
            ("ops@operator.example", "failure", DeliveryStatus.Sent, 1, null),
        ]);
        server.Received.Select(m => (m.To, m.Attachments.Count)).ShouldBe([("boss@operator.example", 1), ("ops@operator.example", 0)]);
        server.Received[1].Subject.ShouldBe("报告未送达：2026-W46，all（AN6111）");
        server.Received[1].Text.ShouldContain("gone@operator.example");
    }

    [Fact]
    public void Mail_ToABusyServer_IsTriedAgain_AndArrivesOnce()
    {
        using var server = SmtpServer.Start("--busy", "2");

        var outcome = _world.Deliver([DeliveryWorld.Mail(server.Settings())]).Outcomes.ShouldHaveSingleItem();

        (outcome.Status, outcome.Attempts).ShouldBe((DeliveryStatus.Sent, 3));
        server.Received.Count.ShouldBe(1);
    }

    [Fact]
    public void Mail_ToASlowServer_IsGivenUpAtTheLimit_AndTakenUpByTheNextRun()
    {
        using var slow = SmtpServer.Start("--slow", "30");
        using var server = SmtpServer.Start();

        var given = _world.Deliver(
            [DeliveryWorld.Mail(slow.Settings())],
            DeliveryWorld.Quick with { AttemptLimit = TimeSpan.FromSeconds(1), Attempts = 2 }).Outcomes.ShouldHaveSingleItem();
        var taken = _world.Deliver([DeliveryWorld.Mail(server.Settings())]).Outcomes.ShouldHaveSingleItem();

        (given.Status, given.Fault!.Code, given.Attempts).ShouldBe((DeliveryStatus.Failed, "AN6151", 2));
        taken.Status.ShouldBe(DeliveryStatus.Sent);
        (slow.Received.Count, server.Received.Count).ShouldBe((0, 1));
    }

    [Fact]
    public void Mail_DroppedAfterData_ComesAgainUnderTheSameMessageId()
    {
        using var server = SmtpServer.Start("--drop-after-data", "1");

        var outcome = _world.Deliver([DeliveryWorld.Mail(server.Settings())]).Outcomes.ShouldHaveSingleItem();

        (outcome.Status, outcome.Attempts).ShouldBe((DeliveryStatus.Sent, 2));
        server.Received.Select(m => m.MessageId).Distinct().ShouldHaveSingleItem().ShouldEndWith("@operator.example>");
        server.Received.Count.ShouldBe(2);
    }

    [Fact]
    public void Mail_WithNoServerThere_FailsAsTransient_AndIsSentOnceLater()
    {
        using var server = SmtpServer.Start();
        var nowhere = server.Settings() with { Port = 1 };

        var first = _world.Deliver([DeliveryWorld.Mail(nowhere)]).Outcomes.ShouldHaveSingleItem();
        var later = _world.Deliver([DeliveryWorld.Mail(server.Settings())]).Outcomes.ShouldHaveSingleItem();
        var again = _world.Deliver([DeliveryWorld.Mail(server.Settings())]).Outcomes.ShouldHaveSingleItem();

        (first.Status, first.Fault!.Code, first.Attempts).ShouldBe((DeliveryStatus.Failed, "AN6112", 3));
        (later.Status, again.Status).ShouldBe((DeliveryStatus.Sent, DeliveryStatus.SentBefore));
        server.Received.Count.ShouldBe(1);
        _world.Database.Deliveries.Of("2026-W46").Select(d => (d.State, d.Attempts, d.Fault)).ShouldBe([(DeliveryState.Sent, 4, "")]);
    }

    [Fact]
    public void Mail_LargerThanTheLimit_HoldsTheLinkInstead()
    {
        using var server = SmtpServer.Start();

        _world.Deliver(
            [DeliveryWorld.Mail(server.Settings())],
            DeliveryWorld.Quick with { AttachmentLimit = 1000, LinkBase = new Uri("https://reports.example/satisfaction/") });

        var mail = server.Received.ShouldHaveSingleItem();
        mail.Attachments.ShouldBeEmpty();
        const string Link = "https://reports.example/satisfaction/2026-W46/all/v1/"
            + "%E6%BB%A1%E6%84%8F%E5%BA%A6%E5%91%A8%E6%8A%A5_2026W46_%E5%85%A8%E7%9C%81_v1.xlsx";
        mail.Text.ShouldContain(Link);
        mail.Html.ShouldContain($"<a href=\"{Link}\"");
    }

    [Fact]
    public void Recipients_OfOneRun_EachGetTheirScopeAndLanguage()
    {
        using var server = SmtpServer.Start();

        var result = _world.Deliver(
        [
            DeliveryWorld.Mail(server.Settings(), "all@operator.example"),
            DeliveryWorld.Mail(server.Settings(), "wuhan@operator.example", scope: SmallPublications.Wuhan),
            DeliveryWorld.Mail(server.Settings(), "english@operator.example", "en", scope: SmallPublications.Wuhan),
            DeliveryWorld.Mail(server.Settings(), "quiet@operator.example", send: SendRule.Signal),
            DeliveryWorld.Mail(server.Settings(), "away@operator.example", send: SendRule.Never),
        ]);

        result.Outcomes.ToDictionary(o => o.Address, o => o.Status).ShouldBe(
            new Dictionary<string, DeliveryStatus>
            {
                ["all@operator.example"] = DeliveryStatus.Sent,
                ["wuhan@operator.example"] = DeliveryStatus.Sent,
                ["english@operator.example"] = DeliveryStatus.Sent,
                ["quiet@operator.example"] = DeliveryStatus.NoSignal,
                ["away@operator.example"] = DeliveryStatus.Off,
            },
            ignoreOrder: true);
        server.Received.ToDictionary(m => m.To, m => (m.Subject, m.Attachments.Single().Name)).ShouldBe(
            new Dictionary<string, (string, string)>
            {
                ["all@operator.example"] = ("满意度周报 · 2026年第46周 · 全部数据（未筛选）", "满意度周报_2026W46_全省_v1.xlsx"),
                ["wuhan@operator.example"] = ("满意度周报 · 2026年第46周 · 地市 = 武汉", "满意度周报_2026W46_武汉_v1.xlsx"),
                ["english@operator.example"] = ("Weekly satisfaction report · Week 46, 2026 · Region = 武汉", "satisfaction_2026-W46_武汉_v2.xlsx"),
            },
            ignoreOrder: true);
    }

    private static Operator Operator(SmtpServer server) =>
        new(new MailChannel(server.Settings(), "ops@operator.example", new SmtpTransport(server.Settings())), "zh-CN");

    /// <summary>Trusts one certificate that no authority of the machine vouches for, until disposal.</summary>
    private static Trusting Trust(string certificate) => new(X509CertificateLoader.LoadCertificateFromFile(certificate).Thumbprint);

    private sealed class Trusting : IDisposable
    {
#pragma warning disable SYSLIB0014 // the mail client of the framework has no other place to ask
        public Trusting(string thumbprint) =>
            ServicePointManager.ServerCertificateValidationCallback = (_, shown, _, errors) =>
                errors == SslPolicyErrors.None || shown is X509Certificate2 { Thumbprint: var seen } && seen == thumbprint;

        public void Dispose() => ServicePointManager.ServerCertificateValidationCallback = null;
#pragma warning restore SYSLIB0014
    }
}
