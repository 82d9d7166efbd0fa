namespace Analytics.Pipeline.Pull;

/// <summary>What became of the files of a drop folder.</summary>
/// <param name="Imported">Files read and moved to the done folder.</param>
/// <param name="Recognised">Files whose content was imported before: moved only.</param>
/// <param name="Rejected">Files that cannot be read: moved to the rejected folder with the reason.</param>
/// <param name="Waiting">Files left where they are, since they are still being written.</param>
public sealed record PulledFiles(int Imported, int Recognised, int Rejected, int Waiting);
