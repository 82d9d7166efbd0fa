using Analytics.Core;

namespace Analytics.Pipeline.Import;

/// <summary>The faults of an import run.</summary>
internal static class ImportFaults
{
    public static AnalyticsException OtherTable(string mappingFile, string mapped, string asked) => new(
        "AN2104",
        $"The mapping '{mappingFile}' is for the table '{mapped}', not for '{asked}'.",
        $"Import it as '{mapped}', or name the mapping for '{asked}'.",
        FaultKind.Usage);

    public static AnalyticsException DoNotTie(string name, long read, long stored, long alreadyThere, long quarantined) => new(
        "AN2201",
        $"The rows of '{name}' do not tie: {read} read, but {stored} stored + {alreadyThere} already there + {quarantined} quarantined.",
        "This is a fault of the program: keep the file and report it; what was stored stays and is not stored twice.");
}
