using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Analytics.Reporting.Mail;

namespace Analytics.Pipeline.Deliver.Robots;

/// <summary>A message to the robot of a group chat.</summary>
/// <param name="settings">The robot.</param>
/// <param name="http">Makes the calls.</param>
/// <param name="time">Dates the signature.</param>
public sealed class RobotChannel(RobotSettings settings, HttpClient http, TimeProvider time) : IDeliveryChannel
{
    private const int WeChatBytes = 4096;
    private const int DingTalkBytes = 20_000;
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <inheritdoc/>
    public string Kind => "webhook";

    /// <inheritdoc/>
    public string Address { get; } = $"{settings.Name} ({settings.Kind})";

    /// <inheritdoc/>
    public void Send(DeliveryContent content, CancellationToken cancellation)
    {
        using var call = new HttpRequestMessage(HttpMethod.Post, Target()) { Content = new StringContent(Body(content), Encoding.UTF8, "application/json") };
        try
        {
            using var answer = http.Send(call, cancellation);
            using var reader = new StreamReader(answer.Content.ReadAsStream(cancellation), Encoding.UTF8);
            Judge(answer.StatusCode, reader.ReadToEnd());
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException)
        {
            throw DeliveryFaults.RobotNotReached(Address, fault.Message, fault);
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> Preview(DeliveryContent content, string folder)
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, $"{settings.Name}_{content.Id[..8]}.json");
        File.WriteAllText(path, Body(content), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        return [path];
    }

    private Uri Target()
    {
        var token = Uri.EscapeDataString(settings.Token.Reveal());
        var query = settings.Kind == RobotKind.WeChat ? "key=" + token : "access_token=" + token;
        if (settings is { Kind: RobotKind.DingTalk, Signing: { } secret })
        {
            query += "&" + RobotSignature.Query(secret, time.GetUtcNow());
        }

        return new UriBuilder(settings.Url) { Query = query }.Uri;
    }

    private string Body(DeliveryContent content)
    {
        var isWeChat = settings.Kind == RobotKind.WeChat;
        var text = RobotMarkdown.Render(content.Published.Report, content.Words, content.Linked, isWeChat ? WeChatBytes : DingTalkBytes);
        object markdown = isWeChat ? new { content = text } : new { title = content.Words.Title, text };
        return JsonSerializer.Serialize(new { msgtype = "markdown", markdown }, Json);
    }

    /// <summary>The address holds the token, so no fault names it.</summary>
    private void Judge(HttpStatusCode status, string answer)
    {
        var code = (int)status;
        if (RobotReply.Read(answer) is { } reply)
        {
            if (reply.IsTransient)
            {
                throw DeliveryFaults.RobotNotReached(Address, FormattableString.Invariant($"{reply.ErrorNumber} {reply.Message}"));
            }

            if (reply.ErrorNumber != 0)
            {
                throw DeliveryFaults.RobotRefused(Address, reply.ErrorNumber, reply.Message);
            }
        }
        else if (code is 408 or 429 or >= 500)
        {
            throw DeliveryFaults.RobotNotReached(Address, FormattableString.Invariant($"it answered HTTP {code}."));
        }
        else
        {
            throw DeliveryFaults.RobotRefused(Address, code, "is what it answered by HTTP, with no outcome.");
        }
    }
}
