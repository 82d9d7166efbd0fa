using System.Data.Common;
using Analytics.Core;

namespace Analytics.Jobs.Cli;

/// <summary>Turns whatever stopped a command into a coded fault.</summary>
internal static class FaultTranslation
{
    // errno of Linux and macOS, and the HRESULT of Windows, for a full disk
    private static readonly int[] DiskFullCodes = [28, unchecked((int)0x80070070), unchecked((int)0x80070027)];
    private static readonly int[] ReadOnlyCodes = [30, 13, 1, unchecked((int)0x80070013), unchecked((int)0x80070005)];

    /// <summary>The fault as a person shall see it.</summary>
    public static AnalyticsException ToCoded(Exception exception) => exception switch
    {
        AnalyticsException coded => coded,
        AggregateException { InnerExceptions: [var only] } => ToCoded(only),
        OperationCanceledException =>
            new(
                "AN9005",
                "The run was cancelled.",
                "Nothing half-done was published; start the same command again and it goes on from what is stored.",
                inner: exception),
        UnauthorizedAccessException =>
            new(
                "AN9002",
                $"No permission: {Sentence(exception.Message)}",
                "Choose another folder (--out, --set Report:OutputFolder=…, --set Warehouse:Path=…) or change its permissions; 'analytics doctor' checks "
                    + "all of them.",
                inner: exception),
        FileNotFoundException missing =>
            new(
                "AN9004",
                $"There is no file '{missing.FileName}'.",
                "Check the path; relative paths start at the working directory.",
                FaultKind.Usage,
                exception),
        DirectoryNotFoundException => new("AN9006", Sentence(exception.Message), "Create the folder or choose another.", inner: exception),
        _ when Chain(exception).Any(IsDiskFull) =>
            new(
                "AN9003",
                $"The disk is full: {Sentence(exception.Message)}",
                "Free space, or put the warehouse and the output on another disk (--set Warehouse:Path=…, --out); what was stored before stays.",
                inner: exception),
        IOException when ReadOnlyCodes.Contains(exception.HResult) =>
            new(
                "AN9008",
                $"Cannot write: {Sentence(exception.Message)}",
                "Choose a folder that can be written to; 'analytics doctor' checks them.",
                inner: exception),
        IOException =>
            new("AN9007", Sentence(exception.Message), "Look at the file or folder named above, then start the same command again.", inner: exception),
        OutOfMemoryException => new("AN9009", "The machine ran out of memory.", "Close other programs, or run a smaller scope with --where.", inner: exception),
        _ =>
            new(
                "AN9001",
                $"Something unforeseen happened: {exception.GetType().Name}: {Sentence(exception.Message)}",
                "Run the command again with --verbose and report what it prints; nothing was published.",
                inner: exception),
    };

    /// <summary>Whether the run was cancelled, rather than failed.</summary>
    public static bool IsCancellation(Exception exception) => exception switch
    {
        AggregateException { InnerExceptions: [var only] } => IsCancellation(only),
        _ => exception is OperationCanceledException,
    };

    private static bool IsDiskFull(Exception exception)
        => (exception is IOException && DiskFullCodes.Contains(exception.HResult))
        || (exception is DbException && exception.Message.Contains("disk is full", StringComparison.Ordinal));

    private static IEnumerable<Exception> Chain(Exception exception)
    {
        for (Exception? at = exception; at is not null; at = at.InnerException)
        {
            yield return at;
        }
    }

    private static string Sentence(string message) => message.ReplaceLineEndings(" ").TrimEnd('.', ' ') + ".";
}
