using Analytics.Core;
using Analytics.Samples.Files;
using Analytics.Samples.Models;
using Analytics.Samples.Operator;

namespace Analytics.Samples;

/// <summary>
/// Makes the data of an invented operator: a subscriber base, its complaints and a satisfaction survey, with mappings and with facts planted
/// in them. Streams, so memory does not grow with the base; the same settings give the same bytes.
/// </summary>
public static class SampleGenerator
{
    /// <summary>The survey item that stands for overall satisfaction in the samples.</summary>
    public const string OverallItem = SurveyCatalogue.OverallItem;

    /// <summary>Writes the files into <paramref name="folder"/>, creating it; each appears under its name only when it is whole.</summary>
    /// <param name="settings">What to make.</param>
    /// <param name="folder">Where to.</param>
    /// <param name="progress">Rows so far, every 100,000 subscribers and every week; or null.</param>
    /// <param name="cancellation">Stops between blocks.</param>
    /// <exception cref="AnalyticsException">AN1301: settings out of range. AN5205: the folder cannot be written or the disk is full.</exception>
    public static SampleFiles Write(
        SampleSettings settings, string folder, IProgress<SampleProgress>? progress = null, CancellationToken cancellation = default)
    {
        settings.Validate();
        try
        {
            Directory.CreateDirectory(folder);
            return WriteFiles(settings, Path.GetFullPath(folder), progress, cancellation);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new AnalyticsException(
                "AN5205",
                $"The sample could not be written to '{folder}': {fault.Message}",
                "Check the folder's permissions and the free space, or name another folder.",
                FaultKind.Run,
                fault);
        }
    }

    private static SampleFiles WriteFiles(SampleSettings settings, string folder, IProgress<SampleProgress>? progress, CancellationToken cancellation)
    {
        var extension = settings.Compress ? ".csv.gz" : ".csv";
        var files = new SampleFiles(
            Path.Combine(folder, "subscribers" + extension),
            Path.Combine(folder, "subscribers.map.json"),
            Path.Combine(folder, "complaints" + extension),
            Path.Combine(folder, "complaints.map.json"),
            Path.Combine(folder, "survey" + extension),
            Path.Combine(folder, "survey.map.json"),
            Path.Combine(folder, "planted.json"),
            0,
            0,
            0);
        var subscribers = new SubscriberModel(settings);
        SampleMappings.Write(files);
        PlantedFacts.Of(settings).Save(files.Planted);
        return files with
        {
            SubscriberRows = Whole(files.Subscribers, path => SubscriberCsv.Write(settings, subscribers, path, progress, cancellation)),
            ComplaintRows = Whole(files.Complaints, path => ComplaintCsv.Write(settings, subscribers, path, progress, cancellation)),
            SurveyRows = Whole(files.Survey, path => SurveyCsv.Write(settings, subscribers, path, progress, cancellation)),
        };
    }

    private static long Whole(string path, Func<string, long> write)
    {
        var partial = path + ".partial";
        try
        {
            var rows = write(partial);
            File.Move(partial, path, overwrite: true);
            return rows;
        }
        finally
        {
            File.Delete(partial);
        }
    }
}
