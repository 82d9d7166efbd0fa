using System.Globalization;
using Analytics.Pipeline.Pull;

namespace Analytics.Jobs.Cli;

/// <summary>What a pull prints for people.</summary>
internal static class PullText
{
    /// <summary>One line a source, then its findings.</summary>
    public static void Print(ConsoleOutput output, PullResult result)
    {
        output.Result($"{result.Source}: {Describe(result)}");
        foreach (var finding in result.Findings)
        {
            output.Result(ImportText.Describe(finding));
        }

        if (result.Quarantined > 0)
        {
            output.Message("'analytics quarantine list' shows the quarantined rows by rule");
        }

        if (result.Files is { Rejected: > 0 })
        {
            output.Message("beside each rejected file a .reason.txt says why it cannot be read");
        }
    }

    /// <summary>Counts in a sentence: "2 files imported; 120 rows read: 100 stored, 20 already there, 0 quarantined; up to 2026-11-22 08:00:00".</summary>
    public static string Describe(PullResult result)
    {
        var parts = new List<string>();
        if (result.Files is { } files)
        {
            parts.Add(
                Text($"{files.Imported} files imported, {files.Recognised} known already, {files.Rejected} rejected, {files.Waiting} still being written"));
        }

        parts.Add(Text($"{result.Read:N0} rows read: {result.Stored:N0} stored, {result.AlreadyThere:N0} already there, {result.Quarantined:N0} quarantined"));
        if (result.Watermark is { } watermark)
        {
            parts.Add($"up to {watermark}");
        }

        if (result.Resumed > 0)
        {
            parts.Add(Text($"the connection broke {result.Resumed} times"));
        }

        return string.Join("; ", parts);
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
