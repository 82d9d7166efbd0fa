using System.CommandLine;
using System.Text.Json;
using Analytics.Core;
using Analytics.Core.CrossTabs;
using Analytics.Core.Periods;
using Analytics.Core.Reports;
using Analytics.Core.Settings;
using Analytics.Jobs.Cli.Segments;
using Analytics.Jobs.Configuration;
using Analytics.Pipeline.CrossTabs;
using Analytics.Pipeline.Runs;
using Analytics.Study.Segmentation;

namespace Analytics.Jobs.Cli.Commands;

/// <summary><c>analytics segment</c>: the analyst's rerun with other columns, bands, filters or clusters.</summary>
internal static class SegmentCommand
{
    /// <summary>Builds the command.</summary>
    public static ExampleCommand Create()
    {
        var (period, where, language, json) = (GlobalOptions.Period(), GlobalOptions.Where(), GlobalOptions.Language(), GlobalOptions.Json());
        var by = new Option<string>("--by")
        {
            Description = "Columns, separated by commas; usage stands for data_mb, tenure for tenure_years.",
            Required = true,
            HelpName = "columns",
        };
        var bands = new Option<string[]>("--bands")
        {
            Description = "Bounds for one column in place of the configured ones; may be repeated.",
            HelpName = "column=20,50,80",
            DefaultValueFactory = _ => [],
        };
        var twoWay = new Option<bool>("--two-way") { Description = "Crosses the first two columns as well." };
        var clusters = new Option<int?>("--clusters") { Description = "Groups subscribers into so many clusters by the banded columns.", HelpName = "n" };
        var file = new Option<string?>("--out") { Description = "File to write: .csv, .xlsx or .json." };
        var command = new ExampleCommand(
            "segment",
            "Segments one period's complaints by any columns: rates, ratios and what differs beyond chance. Prints a table and writes a file.",
            "analytics segment --period 2026-W46 --by arpu,age,usage",
            "analytics segment --period 2026-W46 --by arpu,age --bands arpu=20,50,80 --two-way --out segments.xlsx",
            "analytics segment --period 2026-10 --by arpu,usage,tenure --clusters 5 --where brand=全球通 --out "
                + "clusters.csv") { period, by, bands, twoWay, clusters, where, language, file, json };
        return command.Does((parsed, context) =>
        {
            var target = parsed.GetValue(file);
            if (target is not null)
            {
                SegmentFile.CheckEnding(target);
            }

            var settings = context.Options.Study with { DetailRows = 0 };
            var definitions = Definitions(parsed.GetValue(by)!, parsed.GetValue(bands)!, context.Options.Bands);
            var asked = ReportPeriod.Parse(parsed.GetValue(period)!, settings.WeekStart);
            var scope = FilterText.Parse(parsed.GetValue(where)!);
            using var warehouse = context.OpenExistingWarehouse();
            using var held = warehouse.HoldSnapshot();
            var facts = StudyFactsReader.Read(warehouse, asked, scope, settings);
            var request = new SegmentRequest(asked, scope, definitions, parsed.GetValue(twoWay), parsed.GetValue(clusters), settings, facts);
            var result = SegmentStudy.Execute(request, CrossTabSources.Open(context.Options.CrossTabs, warehouse, settings, facts.CutOffUtc));
            var labels = facts.Labels.GetValueOrDefault(parsed.GetValue(language) ?? context.Options.Language);
            Write(context.Output, result, [.. SegmentLines.Of(result, label => Shown(label, labels))], target, parsed.GetValue(json));
            return ExitCodes.Done;
        });
    }

    private static void Write(ConsoleOutput output, SegmentResult result, List<SegmentLine> lines, string? file, bool json)
    {
        if (json)
        {
            output.Json(result);
        }
        else
        {
            Print(output, result, lines);
        }

        if (file is null)
        {
            return;
        }

        if (Path.GetExtension(file).Equals(".json", StringComparison.OrdinalIgnoreCase))
        {
            File.WriteAllText(file, JsonSerializer.Serialize(result, ConsoleOutput.JsonOptions));
        }
        else
        {
            SegmentFile.Write(file, lines);
        }

        output.Message($"written to {Path.GetFullPath(file)}");
    }

    private static void Print(ConsoleOutput output, SegmentResult result, List<SegmentLine> lines)
    {
        var subscribers = result.TotalSubscribers is { } total ? FormattableString.Invariant($"{total:N0} subscribers") : "no subscribers known, so no rates";
        output.Result(FormattableString.Invariant($"{result.Period}: {result.TotalComplaints:N0} complaints, {subscribers}"));
        output.Result("");
        foreach (var line in SegmentText.Lines(lines))
        {
            output.Result(line);
        }

        foreach (var missing in result.NotComputed)
        {
            output.Result($"not computed: {missing.Subject} ({missing.Reason})");
        }

        if (lines.SelectMany(l => l.Figures).Any(f => f?.State == FigureState.Suppressed))
        {
            output.Result("* hidden: too few cases, or another hidden figure could be worked out from it");
        }
    }

    private static List<SegmentDefinition> Definitions(string by, string[] bands, IReadOnlyList<BandSet> configured)
    {
        var own = bands.Select(text => Bands(text, configured)).ToList();
        return
        [
            .. by.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .Select(name => OptionsBinder.Segment(Column("--by", by, name), [.. own, .. configured])),
        ];
    }

    private static BandSet Bands(string text, IReadOnlyList<BandSet> configured)
    {
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        var column = Column("--bands", text, equals < 0 ? text : text[..equals]);
        var usual = configured.FirstOrDefault(b => b.Column == column);
        try
        {
            return usual is null
                ? throw new FormatException($"'{column}' holds labels, not numbers.")
                : BandText.Parse(column, equals < 0 ? "" : text[(equals + 1)..], usual.RightClosed);
        }
        catch (FormatException fault)
        {
            throw new AnalyticsException(
                "AN1017",
                $"--bands '{text}': {fault.Message}",
                "Write increasing bounds, for example --bands arpu=20,50,80 or --bands \"age=left-closed 18,35,60\".",
                FaultKind.Usage,
                fault);
        }
    }

    private static string Column(string option, string text, string name) => StudyColumns.Resolve(name)
        ?? throw new AnalyticsException(
            "AN1018",
            $"{option} '{text}': there is no column '{name.Trim()}'.{NearestName.Hint(name, StudyColumns.All)}",
            $"Columns are {string.Join(", ", StudyColumns.All)}.",
            FaultKind.Usage);

    private static string Shown(string label, IReadOnlyDictionary<string, string>? labels) => label switch
    {
        "" => "(unknown)",
        SegmentRow.Rest => "(others)",
        _ => labels?.GetValueOrDefault(label) ?? label,
    };
}
