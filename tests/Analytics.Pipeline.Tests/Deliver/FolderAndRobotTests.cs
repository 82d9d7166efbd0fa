using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Web;
using Analytics.Pipeline.Deliver;
using Analytics.Pipeline.Deliver.Folders;
using Analytics.Pipeline.Deliver.Robots;

namespace Analytics.Pipeline.Tests.Deliver;

/// <summary>Copies to folders, and messages to robots that check the signature by themselves.</summary>
[Collection(nameof(SmallPublications))]
public sealed class FolderAndRobotTests(SmallPublications publications) : IDisposable
{
    private static readonly HttpClient Http = new();
    private readonly DeliveryWorld _world = new(publications);

    public void Dispose() => _world.Dispose();

    [Fact]
    public void Folder_GetsTheWorkbookWhole_AndNothingElse()
    {
        var folder = _world.Sub("share/周报");

        _world.Deliver(
            [new Recipient("share", new FolderChannel(folder), [], "zh-CN", SendRule.Always)]).Outcomes.Single().Status.ShouldBe(DeliveryStatus.Sent);

        Directory.GetFiles(folder).ShouldHaveSingleItem().ShouldBe(Path.Combine(folder, "满意度周报_2026W46_全省_v1.xlsx"));
        File.ReadAllBytes(Directory.GetFiles(folder)[0]).ShouldBe(File.ReadAllBytes(_world.Whole.Workbook));
    }

    [Fact]
    public void Folder_ThatIsAFile_FailsWithItsCause_AndLeavesNothing()
    {
        var path = _world.Sub("file");
        File.WriteAllText(path, "in the way");

        var outcome = _world.Deliver([new Recipient("share", new FolderChannel(path), [], "zh-CN", SendRule.Always)]).Outcomes.Single();

        (outcome.Status, outcome.Fault!.Code, outcome.Attempts).ShouldBe((DeliveryStatus.Failed, "AN6121", 1));
        File.ReadAllText(path).ShouldBe("in the way");
    }

    [Fact]
    public void DingTalk_GetsASignedMessage()
    {
        using var robot = new RobotServer("""{"errcode":0,"errmsg":"ok"}""");

        var outcome = Send(robot, RobotKind.DingTalk);

        outcome.Status.ShouldBe(DeliveryStatus.Sent);
        var (query, body) = robot.Calls.ShouldHaveSingleItem();
        var signed = HttpUtility.ParseQueryString(query);
        signed["access_token"].ShouldBe("t0k3n en+1");
        var text = signed["timestamp"] + "\n" + "S1GN1NG";
        using var mac = new HMACSHA256(Encoding.UTF8.GetBytes("S1GN1NG"));
        signed["sign"].ShouldBe(Convert.ToBase64String(mac.ComputeHash(Encoding.UTF8.GetBytes(text))));
        Math.Abs(DateTimeOffset.UtcNow.ToUnixTimeMilliseconds() - long.Parse(signed["timestamp"]!)).ShouldBeLessThan(3_600_000);
        using var message = JsonDocument.Parse(body);
        message.RootElement.GetProperty("msgtype").GetString().ShouldBe("markdown");
        message.RootElement.GetProperty("markdown").GetProperty("title").GetString().ShouldBe("满意度周报");
        message.RootElement.GetProperty("markdown").GetProperty("text").GetString()!.ShouldStartWith("### 满意度周报 2026年第46周");
    }

    [Fact]
    public void Signature_OfAKnownMoment_IsTheOneOpenSslGives()
    {
        // printf '1700000000000\nSEC123' | openssl dgst -sha256 -hmac SEC123 -binary | base64
        RobotSignature.Query(new Secret("SEC123"), DateTimeOffset.FromUnixTimeMilliseconds(1_700_000_000_000))
            .ShouldBe("timestamp=1700000000000&sign=" + Uri.EscapeDataString("lkcPI1uoxBY1gUnCnnPH1Kkru0Hqjo7rFpA3haIVhEQ="));
    }

    [Fact]
    public void WeChat_GetsTheKeyInTheAddress_AndNoSignature()
    {
        using var robot = new RobotServer("""{"errcode":0,"errmsg":"ok"}""");

        Send(robot, RobotKind.WeChat).Status.ShouldBe(DeliveryStatus.Sent);

        var (query, body) = robot.Calls.ShouldHaveSingleItem();
        HttpUtility.ParseQueryString(query).AllKeys.ShouldBe(["key"]);
        using var message = JsonDocument.Parse(body);
        var content = message.RootElement.GetProperty("markdown").GetProperty("content").GetString()!;
        content.ShouldStartWith("### 满意度周报 2026年第46周");
        Encoding.UTF8.GetByteCount(content).ShouldBeLessThanOrEqualTo(4096);
    }

    [Theory]
    [InlineData("""{"errcode":310000,"errmsg":"sign not match"}""", 200, "AN6131", 1)]
    [InlineData("""{"errcode":93000,"errmsg":"invalid webhook url"}""", 200, "AN6131", 1)]
    [InlineData("not found", 404, "AN6131", 1)]
    [InlineData("<html>proxy</html>", 200, "AN6131", 1)]
    [InlineData("""{"errcode":45009,"errmsg":"api freq out of limit"}""", 200, "AN6132", 3)]
    [InlineData("busy", 503, "AN6132", 3)]
    public void Robot_ThatDoesNotTakeIt_FailsWithItsWords_AndNoSecret(string reply, int status, string code, int attempts)
    {
        using var robot = new RobotServer(reply, status);

        var outcome = Send(robot, RobotKind.DingTalk);

        (outcome.Status, outcome.Fault!.Code, outcome.Attempts, robot.Calls.Count).ShouldBe((DeliveryStatus.Failed, code, attempts, attempts));
        outcome.ToString().ShouldNotContain("t0k3n");
        outcome.Fault.ToString().ShouldNotContain("S1GN1NG");
    }

    [Fact]
    public void Robot_BusyOnce_GetsItAtTheSecondAttempt()
    {
        using var robot = new RobotServer("""{"errcode":0,"errmsg":"ok"}""") { First = """{"errcode":-1,"errmsg":"system busy"}""" };

        var outcome = Send(robot, RobotKind.WeChat);

        (outcome.Status, outcome.Attempts).ShouldBe((DeliveryStatus.Sent, 2));
    }

    [Fact]
    public void Robot_ThatIsNotThere_FailsAsTransient()
    {
        var robot = new RobotSettings("quality", RobotKind.WeChat, new Uri("http://localhost:1/send"), new Secret("tok"), null);

        var outcome = _world.Deliver(
            [new Recipient("quality", new RobotChannel(robot, Http, TimeProvider.System), [], "zh-CN", SendRule.Always)]).Outcomes.Single();

        (outcome.Status, outcome.Fault!.Code, outcome.Attempts).ShouldBe((DeliveryStatus.Failed, "AN6132", 3));
    }

    private DeliveryOutcome Send(RobotServer robot, RobotKind kind)
    {
        var settings = new RobotSettings("quality", kind, robot.Address, new Secret("t0k3n en+1"), kind == RobotKind.DingTalk ? new Secret("S1GN1NG") : null);
        return _world.Deliver(
            [new Recipient("quality", new RobotChannel(settings, Http, TimeProvider.System), [], "zh-CN", SendRule.Always)]).Outcomes.ShouldHaveSingleItem();
    }
}
