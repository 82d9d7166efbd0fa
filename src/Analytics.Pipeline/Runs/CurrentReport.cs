using Analytics.Core;
using Analytics.Publishing.Published;
using Analytics.Storage.Warehouse;

namespace Analytics.Pipeline.Runs;

/// <summary>The published report that says what the warehouse holds now.</summary>
public static class CurrentReport
{
    /// <summary>
    /// The newest version where it was made from what the warehouse holds now, with these settings; else the report is made, and stands as a
    /// new version only where a figure differs.
    /// </summary>
    /// <param name="request">Which report.</param>
    /// <param name="warehouse">The data.</param>
    /// <param name="time">Times the steps.</param>
    /// <param name="cancellation">Stops between two steps; nothing is published then.</param>
    /// <exception cref="AnalyticsException">AN4xxx, AN5xxx: the report did not come about. AN6102: the newest version is damaged.</exception>
    public static PublishedReport FindOrMake(ReportRunRequest request, WarehouseDatabase warehouse, TimeProvider time, CancellationToken cancellation)
    {
        var newest = PublishedReport.Newest(request.Target.Folder, request.Period.ToString(), request.Scope, request.Language);
        var now = warehouse.Facts(request.Period.Start, request.Period.End, request.Settings.TimeZone).DataVersion;
        if (newest is not null && newest.Run.DataVersion == now
            && newest.Run.ConfigurationHash == ReportRun.ConfigurationHash(request.Settings, request.Language))
        {
            return newest;
        }

        var asked = request with { Target = request.Target with { OnlyWhenRevised = true } };
        return PublishedReport.Load(ReportRun.Execute(asked, warehouse, time, cancellation: cancellation).Publication.Folder);
    }
}
