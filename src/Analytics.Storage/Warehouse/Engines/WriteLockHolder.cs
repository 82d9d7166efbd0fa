namespace Analytics.Storage.Warehouse.Engines;

/// <summary>Who is writing to the warehouse.</summary>
/// <param name="ProcessId">Operating-system process id.</param>
/// <param name="Host">Name of the machine.</param>
/// <param name="Since">When the lock was taken, UTC.</param>
/// <param name="Purpose">What for, for example <c>import complaints.csv</c>.</param>
public sealed record WriteLockHolder(int ProcessId, string Host, DateTime Since, string Purpose);
