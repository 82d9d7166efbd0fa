using Analytics.Core;

namespace Analytics.Pipeline.Pull;

/// <summary>The faults of a pull beyond those of its source and of the import.</summary>
internal static class PullFaults
{
    public static AnalyticsException RowNumbers(string source, string mappingFile, string field) => new(
        "AN2321",
        $"The mapping '{mappingFile}' makes '{field}' of row numbers, which the rows of the database '{source}' do not keep.",
        $"Map '{field}' to a column, or leave it out: rows without an id are known by KeyColumns.",
        FaultKind.Usage);

    public static AnalyticsException Indistinct(string source, string mappingFile) => new(
        "AN2322",
        $"The rows of '{source}' that the overlap reads again could not be told from new ones: the mapping '{mappingFile}' has no complaint_id and the "
            + "source no KeyColumns.",
        "Name the columns that make a row unique in KeyColumns, or map complaint_id, or set Overlap to 0.",
        FaultKind.Usage);

    public static AnalyticsException NoFolder(string source, string folder) => new(
        "AN2323",
        $"The drop folder '{folder}' of the source '{source}' does not exist.",
        "Create it, mount it, or correct Folder.",
        FaultKind.Usage);

    public static AnalyticsException NotMoved(string file, string folder, Exception inner) => new(
        "AN2324",
        $"The file '{file}' cannot be moved to '{folder}': {inner.Message}",
        "Let this account write to both folders. Its rows are stored; the next pull recognises its content and only moves it.",
        inner: inner);
}
