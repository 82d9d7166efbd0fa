using Analytics.Core;
using Analytics.Core.Reports;
using Analytics.Pipeline.Deliver;
using Analytics.Publishing.Publish;
using Analytics.Storage.Warehouse;

namespace Analytics.Pipeline.Runs;

/// <summary>Takes out what is kept no longer, looks after the warehouse, and reminds of rows that wait in quarantine.</summary>
public sealed class MaintainRun
{
    private readonly MaintainRequest _request;
    private readonly WarehouseDatabase _warehouse;
    private readonly ExecutionMonitor _monitor;
    private readonly TimeProvider _time;
    private readonly CancellationToken _cancellation;

    private MaintainRun(MaintainRequest request, WarehouseDatabase warehouse, ExecutionMonitor monitor, TimeProvider time, CancellationToken cancellation)
        => (_request, _warehouse, _monitor, _time, _cancellation) = (request, warehouse, monitor, time, cancellation);

    /// <summary>Maintains.</summary>
    /// <param name="request">What is kept how long.</param>
    /// <param name="warehouse">The warehouse.</param>
    /// <param name="monitor">The execution this is part of.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellation">Stops between two steps; what is deleted stays deleted.</param>
    /// <exception cref="AnalyticsException">AN61xx, AN6011: the upkeep is done, and operators could not be reminded.</exception>
    public static MaintainResult Execute(
        MaintainRequest request, WarehouseDatabase warehouse, ExecutionMonitor monitor, TimeProvider time, CancellationToken cancellation)
    {
        var run = new MaintainRun(request, warehouse, monitor, time, cancellation);
        run.Maintain();
        var deleted = monitor.Current.Counts;
        var waiting = warehouse.QuarantineSummaries();
        var rows = waiting.Sum(q => q.Rows);
        monitor.Count("waiting", rows);
        return new MaintainResult(deleted, waiting.Count, rows, waiting.Count > 0 ? run.Remind(waiting) : 0);
    }

    private void Maintain()
    {
        var now = _time.GetUtcNow().UtcDateTime;
        using var held = _warehouse.AcquireWriteLock(_request.LockWait, "maintenance", null);
        Delete("texts", _request.KeepTextDays > 0, () => _warehouse.DeleteTexts(now.AddDays(-_request.KeepTextDays)));
        Delete("rows", _request.KeepRowsDays > 0, () => _warehouse.DeleteRows(now.AddDays(-_request.KeepRowsDays)));
        Delete("executions", true, () => _warehouse.Runs.Forget(now.AddDays(-_request.KeepHistoryDays)));
        Delete("versions", _request.KeepVersions > 0, () => VersionRetention.Trim(_request.OutputFolder, _request.KeepVersions));
        _monitor.Measure("upkeep", _warehouse.Upkeep);
    }

    private void Delete(string what, bool isAsked, Func<long> delete)
    {
        _cancellation.ThrowIfCancellationRequested();
        if (isAsked)
        {
            _monitor.Count(what, _monitor.Measure(what, delete));
        }
    }

    private int Remind(IReadOnlyList<QuarantineSummary> waiting)
    {
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(_time.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById(_request.TimeZone)).DateTime);
        var result = _monitor.Measure(
            "remind", () => DeliverRun.ExecuteReminder(waiting, today, _request.Operators(), _request.Delivery, _warehouse.Deliveries, _time, _cancellation));
        var faults = result.Outcomes.Where(o => o.Fault is not null).Select(o => (o.Address, o.Fault!)).ToList();
        if (faults.Count > 0)
        {
            throw RunFaults.Of(faults);
        }

        var sent = result.Count(DeliveryStatus.Sent);
        _monitor.Count("reminded", sent);
        return sent;
    }
}
