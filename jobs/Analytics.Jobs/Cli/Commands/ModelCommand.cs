using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Analytics.Jobs.Cli.Models;
using Analytics.Jobs.Cli.Segments;
using Analytics.Pipeline.Survey;
using Analytics.Statistics.PathModels.Evaluate;
using Analytics.Statistics.PathModels.Resample;
using Analytics.Study.Models;
using Analytics.Study.Sections.Satisfaction;

namespace Analytics.Jobs.Cli.Commands;

/// <summary><c>analytics model</c>: satisfaction models for analysts, on a survey file or on the warehouse.</summary>
internal static class ModelCommand
{
    private static readonly string[] Shown =
    [
        "index", "path", "r_squared", "improve", "improve_first", "rmse", "q_square", "total", "composition", "finding", "warning",
    ];

    /// <summary>Builds the command with its subcommands.</summary>
    public static ExampleCommand Create() => new("model", "Satisfaction models (partial least squares) on a survey file or on the warehouse: fit, "
        + "comparison of groups, prediction, drafts, templates.") { Fit(), Compare(), Predict(), Suggest(), Template(), Schema() };

    private static ExampleCommand Fit()
    {
        var (options, file, json) = (new ModelOptions(isResampled: true), OutFile(), GlobalOptions.Json());
        var by = new Option<string?>("--by") { Description = "Columns, joined by commas, in whose bands or labels priorities of the items are shown apart;"
            + " arpu=spending gives a file's column the bands of arpu.", HelpName = "columns" };
        var command = new ExampleCommand(
            "fit",
            "Estimates a model, resamples it, judges its reliability and says what to improve first.",
            "analytics model fit --model model.json --data survey.csv --weight weight",
            "analytics model fit --model model.json --data survey.xlsx --resamples 1000 --by arpu,age --out model.xlsx",
            "analytics model fit --period 2026-W46 --where region=武汉") { by, file, json };
        options.AddTo(command);
        return command.Does((parsed, context) =>
        {
            var target = Target(parsed.GetValue(file));
            var data = ModelData.Read(context, options.Of(parsed), Columns(parsed.GetValue(by)));
            var study = ModelStudy.Of(data.Definition, data.Table);
            var segments = data.Labels.SelectMany(l => SegmentMaps.Of(data.Table, data.Definition, l.Column, l.Labels, context.Options.Study)).ToList();
            var title = string.Create(
                CultureInfo.InvariantCulture,
                $"{data.Title}: {study.Fit.Respondents} respondents (effective {study.Fit.EffectiveRespondents:F0}), {study.Bootstrap.Used} resamples; "
                    + $"gate {(study.Gate.Passed ? "passed" : "not passed")}");
            Write(context.Output, title, [.. ModelRows.Of(study), .. ModelRows.Of(segments)], target, parsed.GetValue(json));
            if (study.MapAbsence is { } absence)
            {
                context.Output.Message(absence);
            }

            foreach (var column in data.Labels.Where(l => segments.TrueForAll(s => s.Column != l.Column.Column)))
            {
                context.Output.Message(
                    $"no band of {column.Column.Column} has {context.Options.Study.Satisfaction.SegmentRespondents} respondents and items that can be "
                        + "compared");
            }

            return ExitCodes.Done;
        });
    }

    private static ExampleCommand Compare()
    {
        var (options, file, json) = (new ModelOptions(isResampled: false), OutFile(), GlobalOptions.Json());
        var by = new Option<string>("--by") { Description = "Column that holds the groups.", Required = true, HelpName = "column" };
        var first = new Option<string>("--first") { Description = "Value of the first group.", Required = true, HelpName = "value" };
        var second = new Option<string>("--second") { Description = "Value of the second group.", Required = true, HelpName = "value" };
        var permutations = new Option<int>("--permutations")
        {
            Description = "Permutations.",
            DefaultValueFactory = _ => new PermutationSettings().Permutations,
            HelpName = "n",
        };
        var command = new ExampleCommand(
            "compare",
            "Compares a model between two groups by permutation, with the measurement invariance of its constructs.",
            "analytics model compare --model model.json --data survey.csv --by brand --first 全球通 --second 动感地带",
            "analytics model compare --period 2026-W46 --by operator --first 移动 --second 联通") { by, first, second, permutations, file, json };
        options.AddTo(command);
        return command.Does((parsed, context) =>
        {
            var target = Target(parsed.GetValue(file));
            var (one, two) = (parsed.GetValue(first)!, parsed.GetValue(second)!);
            var data = ModelData.Read(context, options.Of(parsed), [parsed.GetValue(by)!]);
            var labels = data.Labels[0].Labels;
            int[] rows = [.. Enumerable.Range(0, labels.Count).Where(r => labels[r] == one || labels[r] == two)];
            var settings = new PermutationSettings { Permutations = parsed.GetValue(permutations), Seed = data.Definition.Bootstrap.Seed };
            var comparison = PathModelPermutation.Run(data.Definition.Model, data.Table.Rows(rows), [.. rows.Select(r => labels[r] == two)], settings);
            Write(
                context.Output,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{data.Title}: {one} ({comparison.First}) − {two} ({comparison.Second}), {comparison.Permutations} permutations"),
                ModelRows.Of(comparison),
                target,
                parsed.GetValue(json));
            return ExitCodes.Done;
        });
    }

    private static ExampleCommand Predict()
    {
        var (options, file, json) = (new ModelOptions(isResampled: false), OutFile(), GlobalOptions.Json());
        var folds = new Option<int>("--folds")
        {
            Description = "Parts of the cross-validation, 2 or more.",
            DefaultValueFactory = _ => new PredictionSettings().Folds,
            HelpName = "n",
        };
        var command = new ExampleCommand(
            "predict",
            "Cross-validates how well a model predicts answers it has not seen, beside the mean and a regression.",
            "analytics model predict --model model.json --data survey.csv --folds 10",
            "analytics model predict --period 2026-W46 --waves 26") { folds, file, json };
        options.AddTo(command);
        return command.Does((parsed, context) =>
        {
            var target = Target(parsed.GetValue(file));
            var data = ModelData.Read(context, options.Of(parsed), []);
            var prediction = PathModelPrediction.Run(
                data.Definition.Model,
                data.Table,
                new PredictionSettings { Folds = parsed.GetValue(folds), Seed = data.Definition.Bootstrap.Seed });
            Write(
                context.Output,
                $"{data.Title}: predictive power {(prediction.Power is { } power ? power.ToString() : "unknown")}",
                ModelRows.Of(prediction),
                target,
                parsed.GetValue(json));
            return ExitCodes.Done;
        });
    }

    private static ExampleCommand Suggest()
    {
        var data = new Argument<string?>("file")
        {
            Description = "Survey: CSV or XLSX with one row a respondent, plain or .gz.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var period = new Option<string?>("--period")
        {
            Description = "Instead of a file: the survey in the warehouse up to this week, month or quarter.",
            HelpName = "period",
        };
        var file = new Option<string?>("--out") { Description = "File to write the model to; standard output where not given." };
        var command = new ExampleCommand(
            "suggest",
            "Drafts a model from the names of a survey's items and how they correlate, for people to correct.",
            "analytics model suggest survey.csv --out model.json",
            "analytics model suggest --period 2026-W46") { data, period, file };
        return command.Does((parsed, context) =>
        {
            var question = new ModelQuestion(null, parsed.GetValue(data), null, parsed.GetValue(period), null, [], null);
            var text = ModelSuggestion.Of(ModelData.Profile(context, question)).TrimEnd();
            context.Output.Result(parsed.GetValue(file) is { } path ? Written(path, text) : text);
            return ExitCodes.Done;
        });
    }

    private static ExampleCommand Template()
    {
        var name = new Argument<string?>("name")
        {
            Description = $"One of {string.Join(", ", ModelTemplates.Names)}; lists them where not given.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var file = new Option<string?>("--out") { Description = "File to write the model to; standard output where not given." };
        var command = new ExampleCommand(
            "template",
            "Prints a model to begin with.",
            "analytics model template ECSI --out model.json",
            "analytics model template") { name, file };
        return command.Does((parsed, context) =>
        {
            var asked = parsed.GetValue(name);
            var text = asked is null ? string.Join('\n', ModelTemplates.Names) : ModelTemplates.Json(asked).TrimEnd();
            context.Output.Result(parsed.GetValue(file) is { } path ? Written(path, text) : text);
            return ExitCodes.Done;
        });
    }

    private static ExampleCommand Schema()
    {
        var command = new ExampleCommand("schema", "Prints the JSON Schema of models, for editors that check while one writes.", "analytics model schema");
        return command.Does((_, context) =>
        {
            context.Output.Result(ModelFile.Schema.TrimEnd());
            return ExitCodes.Done;
        });
    }

    private static string Written(string path, string text)
    {
        File.WriteAllText(path, text + "\n", new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        return Path.GetFullPath(path);
    }

    private static string[] Columns(string? text) => text?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];

    private static Option<string?> OutFile() => new("--out") { Description = "File to write every table to: .csv, .xlsx or .json.", HelpName = "file" };

    private static string? Target(string? file)
    {
        if (file is not null)
        {
            SegmentFile.CheckEnding(file);
        }

        return file;
    }

    private static void Write(ConsoleOutput output, string title, List<ModelRow> rows, string? file, bool json)
    {
        if (json)
        {
            output.Json(new { title, rows });
        }
        else
        {
            Print(output, title, rows);
        }

        if (file is null)
        {
            return;
        }

        if (Path.GetExtension(file).Equals(".json", StringComparison.OrdinalIgnoreCase))
        {
            File.WriteAllText(file, JsonSerializer.Serialize(new { title, rows }, ConsoleOutput.JsonOptions));
        }
        else
        {
            TableFile.Write(file, "model", ModelRow.Headings, [.. rows.Select(r => r.Cells)]);
        }

        output.Message($"written to {Path.GetFullPath(file)}");
    }

    private static void Print(ConsoleOutput output, string title, List<ModelRow> rows)
    {
        output.Result(title);
        foreach (var table in Shown.Where(name => rows.Any(r => r.Table == name)))
        {
            output.Result("");
            var text = new TextTable(table, "", "value", "lower", "upper", "p", "");
            foreach (var row in rows.Where(r => r.Table == table))
            {
                text.Add(
                    row.From,
                    row.To,
                    Number(row.Value),
                    Number(row.Lower),
                    Number(row.Upper),
                    row.PValue is { } p ? p.ToString("0.000", CultureInfo.InvariantCulture) : "",
                    row.Note);
            }

            foreach (var line in text.Lines())
            {
                output.Result(line);
            }
        }
    }

    private static string Number(double? value) =>
        value is { } number ? number.ToString(Math.Abs(number) >= 10 ? "0.00" : "0.0000", CultureInfo.InvariantCulture) : "";
}
