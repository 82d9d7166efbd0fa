using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Analytics.Pipeline.Deliver.Robots;

/// <summary>The signature DingTalk asks for: base64 of HMAC-SHA256, under the secret, of the time in milliseconds, a line feed and the secret.</summary>
internal static class RobotSignature
{
    /// <summary>The part of the query that signs a call: <c>timestamp=…&amp;sign=…</c>; the robot takes it for an hour.</summary>
    public static string Query(Secret secret, DateTimeOffset now)
    {
        var timestamp = now.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        var mac = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret.Reveal()), Encoding.UTF8.GetBytes($"{timestamp}\n{secret.Reveal()}"));
        return $"timestamp={timestamp}&sign={Uri.EscapeDataString(Convert.ToBase64String(mac))}";
    }
}
