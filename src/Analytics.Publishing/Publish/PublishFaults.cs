using Analytics.Core;

namespace Analytics.Publishing.Publish;

/// <summary>Faults of publishing, with what to do about them.</summary>
internal static class PublishFaults
{
    private const int NoSpaceUnix = 28;
    private const int QuotaUnix = 122;
    private const int DiskFullWindows = unchecked((int)0x80070070);
    private const int HandleDiskFullWindows = unchecked((int)0x80070027);

    public static AnalyticsException ChecksFailed(IReadOnlyList<string> reasons) => new(
        "AN5201",
        $"The report was not published, because {reasons.Count} of its checks failed: {string.Join("; ", reasons)}.",
        "What was published before is untouched. Mend the data or the settings named and run the report again.");

    public static AnalyticsException NotWritten(string folder, Exception fault) =>
        fault.HResult is NoSpaceUnix or QuotaUnix or DiskFullWindows or HandleDiskFullWindows
        ? new(
            "AN5203",
            $"The disk of '{folder}' is full: {fault.Message}",
            "Nothing was published and what was there is untouched. Free space and run the report again.",
            FaultKind.Run,
            fault)
        : new(
            "AN5202",
            $"The report could not be written to '{folder}': {fault.Message}",
            "Nothing was published. Check that the folder exists and is writable, or name another with --out.",
            FaultKind.Run,
            fault);

    public static AnalyticsException Busy(string folder, TimeSpan waited) => new(
        "AN5204",
        FormattableString.Invariant($"Another run has been publishing to '{folder}' for more than {waited.TotalSeconds:0} s."),
        "Wait for it to end, then run the report again.");

    /// <summary>AN6102: a folder is no published version, or was changed since.</summary>
    internal static AnalyticsException NotPublished(string folder, string why) => new(
        "AN6102", $"'{folder}' was not delivered: {why}.", "Nothing was sent to the recipients. Run the report again: it publishes a version that passes "
            + "its checks.");
}
