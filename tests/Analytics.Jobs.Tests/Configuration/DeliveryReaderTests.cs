using Analytics.Jobs.Configuration;
using Analytics.Jobs.Configuration.Delivery;
using Analytics.Pipeline.Deliver;
using Analytics.Pipeline.Deliver.Robots;
using Microsoft.Extensions.Configuration;

namespace Analytics.Jobs.Tests.Configuration;

public sealed class DeliveryReaderTests
{
    [Fact]
    public void Section_IsReadWhole()
    {
        var delivery = Bind(
            ("Smtp:Host", "mail.example"), ("Smtp:From", "reports@operator.example"), ("Smtp:User", "reports"), ("Operators", "ops@operator.example"),
            ("AttachmentLimitMegabytes", "7.5"), ("LinkBase", "https://reports.example/x/"),
            ("Recipients:boss:Address", "a@b.example, c@d.example"), ("Recipients:boss:Send", "signal"),
            ("Recipients:wuhan:Address", "w@b.example"), ("Recipients:wuhan:Scope", "region=武汉|鄂州; brand=全球通"), ("Recipients:wuhan:Language", "en"),
            ("Folders:share:Path", "/mnt/share"),
            ("Webhooks:quality-team:Kind", "dingtalk"), (
                "Webhooks:quality-team:Url",
                "https://oapi.dingtalk.com/robot/send"), ("Webhooks:quality-team:SigningFile", "sign.txt"));

        delivery.Settings.ShouldBe(new DeliverySettings { AttachmentLimit = 7_500_000, LinkBase = new Uri("https://reports.example/x/") });
        delivery.Smtp.ShouldBe(new SmtpOptions { Host = "mail.example", From = "reports@operator.example", User = "reports" });
        delivery.Operators.ShouldBe(["ops@operator.example"]);
        delivery.Recipients.Select(r => (r.Name, string.Join('+', r.Addresses), string.Join(';', r.Rule.Scope), r.Rule.Language, r.Rule.Send)).ShouldBe(
        [
            ("boss", "a@b.example+c@d.example", "", "zh-CN", SendRule.Signal),
            ("wuhan", "w@b.example", "region=武汉|鄂州;brand=全球通", "en", SendRule.Always),
        ]);
        delivery.Folders.Select(f => (f.Name, f.Path, f.Rule.Send)).ShouldBe([("share", "/mnt/share", SendRule.Always)]);
        var robot = delivery.Webhooks.ShouldHaveSingleItem();
        (robot.Kind, robot.Url, robot.TokenFile, robot.SigningFile)
            .ShouldBe((RobotKind.DingTalk, new Uri("https://oapi.dingtalk.com/robot/send"), "", "sign.txt"));
        robot.Variable("TOKEN").ShouldBe("ANALYTICS_WEBHOOK_QUALITY_TEAM_TOKEN");
    }

    [Fact]
    public void Faults_AreReportedTogether()
    {
        var faults = Should.Throw<ConfigurationException>(() => Bind(
            ("Recipients:boss:Address", "nobody"), ("Recipients:wuhan:Scope", "regoin=武汉"), (
                "Recipients:wuhan:Adress",
                "w@b.example"), ("Recipients:wuhan:Send", "sometimes"),
            ("Webhooks:w:Url", "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=123"), ("Webhooks:d:Url", "http://oapi.dingtalk.com/robot/send"),
            ("Attempts", "0"))).Faults;

        faults.Select(f => f.Code).ShouldBe(["AN1005", "AN1008", "AN6105", "AN1008", "AN1006", "AN1008", "AN1008", "AN6101", "AN1003"]);
        var text = string.Join('\n', faults.Select(f => f.Message));
        string[] said =
        [
            "'nobody' is no mail address", "Delivery:Recipients:wuhan:Address is missing", "Did you mean 'region'?", "it holds a query", "it is not https",
            "Did you mean 'Delivery:Recipients:wuhan:Address'?",
        ];
        said.Where(words => !text.Contains(words, StringComparison.Ordinal)).ShouldBeEmpty(text);
    }

    [Theory]
    [InlineData("StartTls")]
    [InlineData("None")]
    public void PortOfImplicitTls_IsRefused_WithAPortThatWorks(string security)
    {
        var fault = Should.Throw<ConfigurationException>(
            () =>
                Bind(
                    ("Smtp:Host", "mail.example"),
                    ("Smtp:From", "a@b.example"),
                    ("Smtp:Port", "465"),
                    ("Smtp:Security", security))).Faults.ShouldHaveSingleItem();
        fault.Code.ShouldBe("AN6107");
        fault.Remedy.ShouldStartWith("Write port 587 with Security = StartTls");
    }

    [Fact]
    public void SecretFile_ThatOthersMayRead_IsRefused()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "file modes are a matter of Unix");
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "password");
        File.WriteAllText(file, "p4ss\n");
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead);

        var open = Should.Throw<Core.AnalyticsException>(() => DeliverySecrets.Find(file, "NO_SUCH_VARIABLE"));
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);

        open.Code.ShouldBe("AN6104");
        open.Message.ShouldNotContain("p4ss");
        DeliverySecrets.Find(file, "NO_SUCH_VARIABLE")!.Reveal().ShouldBe("p4ss");
        Should.Throw<Core.AnalyticsException>(
            () => DeliverySecrets.Required("password", "", "NO_SUCH_VARIABLE", "Delivery:Smtp:PasswordFile")).Code.ShouldBe("AN6103");
    }

    private static DeliveryOptions Bind(params (string Key, string Value)[] settings)
        => OptionsBinder.Bind(
            new ConfigurationBuilder()
                .AddInMemoryCollection(settings.Select(s => new KeyValuePair<string, string?>("Delivery:" + s.Key, s.Value)))
                .Build()).Delivery;
}
