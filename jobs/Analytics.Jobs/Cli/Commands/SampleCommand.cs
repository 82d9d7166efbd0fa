using System.CommandLine;
using Analytics.Core.Periods;
using Analytics.Jobs.Cli.Progress;
using Analytics.Samples;

namespace Analytics.Jobs.Cli.Commands;

/// <summary><c>analytics sample</c>: data of an invented operator.</summary>
internal static class SampleCommand
{
    /// <summary>Builds the command.</summary>
    public static ExampleCommand Create()
    {
        var defaults = new SampleSettings();
        var folder = new Option<string>("--out") { Description = "Folder the files are written to.", DefaultValueFactory = _ => "analytics-data/sample" };
        var subscribers = Count("--subscribers", "Subscribers, up to 50 million.", defaults.Subscribers);
        var weeks = Count("--weeks", "Weeks of complaints and survey answers.", defaults.Weeks);
        var complaints = Count("--complaints", "Complaints in an average week.", defaults.ComplaintsPerWeek);
        var survey = Count("--survey", "Survey responses a week.", defaults.SurveyPerWeek);
        var seed = Count("--seed", "Seed of every draw: the same seed gives the same bytes.", defaults.Seed);
        var lastWeek = new Option<string>("--last-week") { Description = "Newest ISO week.", DefaultValueFactory = _ => defaults.LastWeek.ToString() };
        var plain = new Option<bool>("--plain") { Description = "Writes .csv instead of .csv.gz." };
        var json = GlobalOptions.Json();
        var command = new ExampleCommand(
            "sample",
            "Writes sample data of an invented operator: subscribers, complaints, survey, their mappings, and the facts planted in them.",
            "analytics sample",
            "analytics sample --out big --subscribers 2300000 --weeks 52 --complaints 6000")
        {
            folder,
            subscribers,
            weeks,
            complaints,
            survey,
            seed,
            lastWeek,
            plain,
            json,
        };
        return command.Does((parsed, context) =>
        {
            var settings = new SampleSettings
            {
                IncidentWeeksBack = Math.Clamp(parsed.GetValue(weeks) - 1, 0, defaults.IncidentWeeksBack),
                Subscribers = parsed.GetValue(subscribers),
                Weeks = parsed.GetValue(weeks),
                ComplaintsPerWeek = parsed.GetValue(complaints),
                SurveyPerWeek = parsed.GetValue(survey),
                Seed = parsed.GetValue(seed),
                LastWeek = ReportPeriod.Parse(parsed.GetValue(lastWeek)!),
                Compress = !parsed.GetValue(plain),
            };
            var files = Write(context, settings, parsed.GetValue(folder)!);
            if (parsed.GetValue(json))
            {
                context.Output.Json(files);
            }
            else
            {
                Print(context.Output, files);
            }

            return ExitCodes.Done;
        });
    }

    /// <summary>Writes the files with progress.</summary>
    public static SampleFiles Write(CommandContext context, SampleSettings settings, string folder) => ProgressDisplay.Run(context, progress =>
        SampleGenerator.Write(
            settings,
            folder,
            progress.Translate<SampleProgress>(p => new StepProgress($"sample {p.Table}", p.Rows, Math.Max(p.Rows, p.Total), "rows")),
            context.Cancellation));

    private static void Print(ConsoleOutput output, SampleFiles files)
    {
        string[] paths =
        [
            files.Subscribers,
            files.SubscribersMapping,
            files.Complaints,
            files.ComplaintsMapping,
            files.Survey,
            files.SurveyMapping,
            files.Planted,
        ];
        foreach (var path in paths)
        {
            output.Result(path);
        }
    }

    private static Option<int> Count(string name, string description, int @default) =>
        new(name) { Description = description, DefaultValueFactory = _ => @default };
}
