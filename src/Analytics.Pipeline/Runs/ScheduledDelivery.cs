using Analytics.Core;
using Analytics.Pipeline.Deliver;
using Analytics.Storage.Warehouse.Ledgers;

namespace Analytics.Pipeline.Runs;

/// <summary>A delivery as part of an execution.</summary>
public static class ScheduledDelivery
{
    /// <summary>Delivers to whoever has not got it.</summary>
    /// <param name="request">What to deliver to whom.</param>
    /// <param name="settings">How.</param>
    /// <param name="ledger">What was delivered before.</param>
    /// <param name="monitor">The execution this is part of.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellation">Ends the run; what was not sent is sent by the next.</param>
    /// <exception cref="AnalyticsException">
    /// AN61xx: something was not taken that may be at another time; the rest was sent. AN6011: several of these. What is refused for good is
    /// no failure of the execution, which trying again would not mend: the operators are told, and it stands in the result.
    /// </exception>
    public static DeliveryResult Execute(
        DeliveryRequest request, DeliverySettings settings, DeliveryLedger ledger, ExecutionMonitor monitor, TimeProvider time, CancellationToken cancellation)
    {
        var result = DeliverRun.Execute(request, settings, ledger, time, new Steps(monitor), cancellation);
        monitor.Count("delivered", result.Count(DeliveryStatus.Sent));
        var transient = result.Outcomes.Where(o => o.Fault is DeliveryException { IsTransient: true }).Select(o => (o.Address, o.Fault!)).ToList();
        return transient.Count > 0 ? throw RunFaults.Of(transient) : result;
    }

    private sealed class Steps(ExecutionMonitor monitor) : IProgress<string>
    {
        public void Report(string value) => monitor.Say("deliver " + value);
    }
}
