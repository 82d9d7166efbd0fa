using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Analytics.Core;

namespace Analytics.Jobs.Cli;

/// <summary>The two streams of a command: results for whoever reads them on, messages for the person who waits.</summary>
/// <param name="results">Standard output.</param>
/// <param name="messages">Standard error.</param>
/// <param name="interactive">Whether a person watches standard error.</param>
/// <param name="verbose">Whether faults come with their stack trace.</param>
internal sealed class ConsoleOutput(TextWriter results, TextWriter messages, bool interactive, bool verbose)
{
    /// <summary>Writes nowhere: for work nobody waits at.</summary>
    public static ConsoleOutput Silent { get; } = new(TextWriter.Null, TextWriter.Null, interactive: false, verbose: false);

    /// <summary>How every JSON result is written.</summary>
    public static JsonSerializerOptions JsonOptions { get; } = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>Whether a person watches standard error: bars instead of lines.</summary>
    public bool Interactive => interactive;

    /// <summary>Standard output.</summary>
    public TextWriter Results => results;

    /// <summary>One line of the result.</summary>
    public void Result(string line) => results.WriteLine(line);

    /// <summary>The result as one JSON object.</summary>
    public void Json<T>(T value) => results.WriteLine(JsonSerializer.Serialize(value, JsonOptions));

    /// <summary>One line for the person who waits.</summary>
    public void Message(string line) => messages.WriteLine(line);

    /// <summary>A fault: code and problem, then the remedy on its own line.</summary>
    public void Fault(AnalyticsException fault)
    {
        messages.WriteLine($"error {fault.Code}: {fault.Problem}");
        messages.WriteLine($"  remedy: {fault.Remedy}");
        if (verbose)
        {
            messages.WriteLine((fault.InnerException ?? fault).ToString());
        }
    }
}
