using System.Text.Json;

namespace Analytics.Tests;

/// <summary>A mail as another program's mail reader understood it.</summary>
public sealed record ReceivedMail(
    string Subject, string From, string To, string MessageId, string AutoSubmitted, IReadOnlyList<string> EnvelopeTo, bool Tls, bool SignedIn,
    string Type, string Text, string Html, IReadOnlyList<ReceivedAttachment> Attachments, int LongestLine)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public static ReceivedMail Read(string path) => JsonSerializer.Deserialize<ReceivedMail>(File.ReadAllText(path), Json)!;
}
