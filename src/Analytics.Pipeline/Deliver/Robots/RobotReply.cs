using System.Text.Json;

namespace Analytics.Pipeline.Deliver.Robots;

/// <summary>What a robot answers: HTTP 200 in most cases, with the outcome as JSON.</summary>
/// <param name="ErrorNumber">0 where it took the message.</param>
/// <param name="Message">Its words.</param>
internal sealed record RobotReply(long ErrorNumber, string Message)
{
    /// <summary>Busy (-1), or more messages a minute than the robot takes (WeChat 45009; DingTalk 130101, 410100).</summary>
    public bool IsTransient => ErrorNumber is -1 or 45009 or 130101 or 410100;

    /// <summary>Reads a reply; null where it is not one.</summary>
    public static RobotReply? Read(string json)
    {
        try
        {
            using var reply = JsonDocument.Parse(json);
            return reply.RootElement is { ValueKind: JsonValueKind.Object } root
                && root.TryGetProperty("errcode", out var code) && code.TryGetInt64(out var number)
                ? new RobotReply(number, root.TryGetProperty("errmsg", out var message) ? message.ToString() : "")
                : null;
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
