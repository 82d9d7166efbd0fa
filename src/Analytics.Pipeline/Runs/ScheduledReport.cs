using Analytics.Core;
using Analytics.Core.CrossTabs;
using Analytics.Core.Periods;
using Analytics.Publishing.Publish;
using Analytics.Publishing.Published;
using Analytics.Storage.Warehouse;
using Analytics.Storage.Warehouse.Ledgers;

namespace Analytics.Pipeline.Runs;

/// <summary>
/// A report that makes itself: finds the periods that are due or whose data have changed, takes each in hand once, publishes it and hands
/// it on. Killed at any moment, the next execution goes on where this one stopped.
/// </summary>
public static class ScheduledReport
{
    /// <summary>Publishes what is due.</summary>
    /// <param name="request">Which report.</param>
    /// <param name="warehouse">The data.</param>
    /// <param name="monitor">The execution this is part of.</param>
    /// <param name="time">The clock: decides which period is over.</param>
    /// <param name="deliver">Sends a publication to its readers; asked again for one that was perhaps sent already, so it must know what it has sent.</param>
    /// <param name="cancellation">Stops between two steps.</param>
    /// <exception cref="AnalyticsException">
    /// AN4xxx, AN5xxx: a period cannot be studied or published. AN6008: taken over by another worker. AN6011: several of these.
    /// </exception>
    public static IReadOnlyList<PeriodOutcome> Execute(
        ScheduledReportRequest request,
        WarehouseDatabase warehouse,
        ExecutionMonitor monitor,
        TimeProvider time,
        Action<Publication> deliver,
        CancellationToken cancellation)
    {
        var known = warehouse.Runs.Runs(request.Report, Filter.TextOf(request.Scope)).Where(r => r.State == RunState.Done).ToList();
        var due = request.Period is { } asked
            ? [asked]
            : DuePeriods.At(
                time.GetUtcNow(),
                TimeZoneInfo.FindSystemTimeZoneById(request.Settings.TimeZone),
                request.Kind,
                request.Settings.WeekStart,
                request.ReopenPeriods,
                known.Select(r => r.Key.Period));
        var (outcomes, faults) = (new List<PeriodOutcome>(), new List<(string Period, AnalyticsException Fault)>());
        foreach (var period in due)
        {
            var before = known.Where(r => r.Key.Period == period.ToString()).Max(r => r.Version) ?? 0;
            var step = new Step(request, warehouse, monitor, time, cancellation);
            try
            {
                outcomes.Add(step.Do(period, publication =>
                {
                    if (period == due[^1] || publication.Version > before)
                    {
                        monitor.Measure("deliver", () => deliver(publication));
                    }
                }));
            }
            catch (AnalyticsException fault)
            {
                faults.Add((period.ToString(), fault)); // what is wrong with one period keeps nobody from the others
            }
        }

        return faults.Count == 0 ? outcomes : throw RunFaults.Of(faults);
    }

    /// <summary>One period of an execution.</summary>
    private sealed record Step(
        ScheduledReportRequest Request, WarehouseDatabase Warehouse, ExecutionMonitor Monitor, TimeProvider Time, CancellationToken Cancellation)
    {
        private DateTime Now => Time.GetUtcNow().UtcDateTime;

        public PeriodOutcome Do(ReportPeriod period, Action<Publication> deliver)
        {
            var version = Monitor.Measure("look", () => PeriodDataVersion.Of(Warehouse, period, Request.Settings, Request.Language));
            var key = new RunKey(Request.Report, Filter.TextOf(Request.Scope), period.ToString(), version);
            var claim = Monitor.Claim(key, Cancellation);
            if (!claim.IsMine)
            {
                var done = claim.Entry.Folder is { } folder ? PublishedVersion.Find(folder) : null;
                if (done is not null)
                {
                    deliver(done);
                }

                return new PeriodOutcome(key, done, WasDone: true);
            }

            try
            {
                return Finish(key, Publish(period, key, claim.Entry), deliver);
            }
            catch (Exception fault) when (fault is not RunTakenOverException)
            {
                Abandon(key, fault);
                throw;
            }
        }

        /// <summary>
        /// A run is done when its version stands and was handed on once; who could not be reached is tried again by whoever looks at the period next.
        /// </summary>
        private PeriodOutcome Finish(RunKey key, Publication publication, Action<Publication> deliver)
        {
            Cancellation.ThrowIfCancellationRequested();
            AnalyticsException? undelivered = null;
            try
            {
                deliver(publication);
            }
            catch (AnalyticsException fault)
            {
                undelivered = fault;
            }

            var detail = publication.IsNew ? $"published v{publication.Version}" : $"v{publication.Version} stands";
            Warehouse.Runs.Settle(key, Monitor.Id, RunState.Done, undelivered is null ? detail : $"{detail}; {undelivered.Problem}", Now);
            return undelivered is null ? new PeriodOutcome(key, publication, WasDone: false) : throw undelivered;
        }

        /// <summary>Whoever published and died before the run was done left the version: it is handed on as it is.</summary>
        private Publication Publish(ReportPeriod period, RunKey key, RunEntry entry)
        {
            if (entry is { Version: not null, Folder: { } folder } && PublishedVersion.Find(folder) is { } there)
            {
                return there;
            }

            var target = Request.Target with { OnlyWhenRevised = true };
            var request = new ReportRunRequest(period, Request.Scope, Request.Settings, Request.Language, target, Request.ProgramVersion)
            {
                CrossTabs = Request.CrossTabs,
            };
            var made = ReportRun.Execute(request, Warehouse, Time, new Steps(Monitor), Cancellation);
            foreach (var timing in made.Timings)
            {
                Monitor.Took(timing.Step, timing.Milliseconds);
            }

            Warehouse.Runs.Published(key, Monitor.Id, made.Publication.Version, made.Publication.Folder, Now);
            return made.Publication;
        }

        /// <summary>The next worker need not wait for the lease to run out. Where the ledger cannot be reached, it does.</summary>
        private void Abandon(RunKey key, Exception fault)
        {
            try
            {
                Warehouse.Runs.Settle(key, Monitor.Id, RunState.Failed, (fault as AnalyticsException)?.Problem ?? fault.Message, Now);
            }
            catch (AnalyticsException)
            {
                Monitor.Say("the ledger cannot be reached at the moment");
            }
        }

        private sealed class Steps(ExecutionMonitor monitor) : IProgress<string>
        {
            public void Report(string value) => monitor.Say(value);
        }
    }
}
