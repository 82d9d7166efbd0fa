using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Analytics.Jobs.CommandLine;
using Analytics.Jobs.Models;
using Analytics.Jobs.Segments;
using Analytics.Pipeline.Models;
using Analytics.Statistics.PathModels;

namespace Analytics.Jobs.Commands;

/// <summary><c>analytics model</c>: satisfaction models straight on a survey file, for analysts.</summary>
internal static class ModelCommand
{
    private static readonly string[] Shown = ["index", "path", "r_squared", "improve", "rmse", "q_square", "total", "composition", "finding", "warning"];

    /// <summary>Builds the command with its subcommands.</summary>
    public static ExampleCommand Create() => new("model", "Satisfaction models (partial least squares) on a survey file: fit, comparison of groups, prediction, templates.") { Fit(), Compare(), Predict(), Template(), Schema() };

    private static ExampleCommand Fit()
    {
        var (model, data, weight, resamples, file, json) = (Model(), Data(), Weight(), Resamples(), OutFile(), GlobalOptions.Json());
        var command = new ExampleCommand(
            "fit",
            "Estimates a model, resamples it, judges its reliability and says what to improve first.",
            "analytics model fit --model model.json --data survey.csv --weight weight",
            "analytics model fit --model model.json --data survey.xlsx --resamples 1000 --out model.xlsx") { model, data, weight, resamples, file, json };
        return command.Does((parsed, context) =>
        {
            var (target, definition) = (Target(parsed.GetValue(file)), ModelFile.Load(parsed.GetValue(model)!));
            definition = definition with { Bootstrap = definition.Bootstrap with { Resamples = parsed.GetValue(resamples) ?? definition.Bootstrap.Resamples } };
            var answers = SurveyAnswersFile.Read(parsed.GetValue(data)!, definition, parsed.GetValue(weight), null);
            var study = ModelStudy.Of(definition, answers.Table);
            var title = string.Create(CultureInfo.InvariantCulture, $"{definition.Model.Name}: {study.Fit.Respondents} respondents (effective {study.Fit.EffectiveRespondents:F0}), {study.Bootstrap.Used} resamples; gate {(study.Gate.Passed ? "passed" : "not passed")}");
            Write(context.Output, title, ModelRows.Of(study), target, parsed.GetValue(json));
            if (study.MapAbsence is { } absence)
            {
                context.Output.Message(absence);
            }

            return ExitCodes.Done;
        });
    }

    private static ExampleCommand Compare()
    {
        var (model, data, weight, file, json) = (Model(), Data(), Weight(), OutFile(), GlobalOptions.Json());
        var by = new Option<string>("--by") { Description = "Column that holds the groups.", Required = true, HelpName = "column" };
        var first = new Option<string>("--first") { Description = "Value of the first group.", Required = true, HelpName = "value" };
        var second = new Option<string>("--second") { Description = "Value of the second group.", Required = true, HelpName = "value" };
        var permutations = new Option<int>("--permutations") { Description = "Permutations.", DefaultValueFactory = _ => new PermutationSettings().Permutations, HelpName = "n" };
        var command = new ExampleCommand(
            "compare",
            "Compares a model between two groups by permutation, with the measurement invariance of its constructs.",
            "analytics model compare --model model.json --data survey.csv --by brand --first 全球通 --second 动感地带") { model, data, by, first, second, permutations, weight, file, json };
        return command.Does((parsed, context) =>
        {
            var (target, definition) = (Target(parsed.GetValue(file)), ModelFile.Load(parsed.GetValue(model)!));
            var (one, two) = (parsed.GetValue(first)!, parsed.GetValue(second)!);
            var answers = SurveyAnswersFile.Read(parsed.GetValue(data)!, definition, parsed.GetValue(weight), parsed.GetValue(by));
            int[] rows = [.. Enumerable.Range(0, answers.Groups!.Count).Where(r => answers.Groups[r] == one || answers.Groups[r] == two)];
            var settings = new PermutationSettings { Permutations = parsed.GetValue(permutations), Seed = definition.Bootstrap.Seed };
            var comparison = PathModelPermutation.Run(definition.Model, answers.Table.Rows(rows), [.. rows.Select(r => answers.Groups[r] == two)], settings);
            Write(context.Output, string.Create(CultureInfo.InvariantCulture, $"{definition.Model.Name}: {one} ({comparison.First}) − {two} ({comparison.Second}), {comparison.Permutations} permutations"), ModelRows.Of(comparison), target, parsed.GetValue(json));
            return ExitCodes.Done;
        });
    }

    private static ExampleCommand Predict()
    {
        var (model, data, weight, file, json) = (Model(), Data(), Weight(), OutFile(), GlobalOptions.Json());
        var folds = new Option<int>("--folds") { Description = "Parts of the cross-validation, 2 or more.", DefaultValueFactory = _ => new PredictionSettings().Folds, HelpName = "n" };
        var command = new ExampleCommand(
            "predict",
            "Cross-validates how well a model predicts answers it has not seen, beside the mean and a regression.",
            "analytics model predict --model model.json --data survey.csv --folds 10") { model, data, folds, weight, file, json };
        return command.Does((parsed, context) =>
        {
            var (target, definition) = (Target(parsed.GetValue(file)), ModelFile.Load(parsed.GetValue(model)!));
            var answers = SurveyAnswersFile.Read(parsed.GetValue(data)!, definition, parsed.GetValue(weight), null);
            var prediction = PathModelPrediction.Run(definition.Model, answers.Table, new PredictionSettings { Folds = parsed.GetValue(folds), Seed = definition.Bootstrap.Seed });
            Write(context.Output, $"{definition.Model.Name}: predictive power {(prediction.Power is { } power ? power.ToString() : "unknown")}", ModelRows.Of(prediction), target, parsed.GetValue(json));
            return ExitCodes.Done;
        });
    }

    private static ExampleCommand Template()
    {
        var name = new Argument<string?>("name") { Description = $"One of {string.Join(", ", ModelTemplates.Names)}; lists them where not given.", Arity = ArgumentArity.ZeroOrOne };
        var file = new Option<string?>("--out") { Description = "File to write the model to; standard output where not given." };
        var command = new ExampleCommand("template", "Prints a model to begin with.", "analytics model template ECSI --out model.json", "analytics model template") { name, file };
        return command.Does((parsed, context) =>
        {
            var asked = parsed.GetValue(name);
            var text = asked is null ? string.Join('\n', ModelTemplates.Names) : ModelTemplates.Json(asked).TrimEnd();
            if (parsed.GetValue(file) is { } path)
            {
                File.WriteAllText(path, text + "\n", new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
                text = Path.GetFullPath(path);
            }

            context.Output.Result(text);
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

    private static Option<string> Model() => new("--model") { Description = "Model file (JSON); see analytics model template.", Required = true, HelpName = "file" };

    private static Option<string> Data() => new("--data") { Description = "Survey: CSV or XLSX with one row a respondent, plain or .gz.", Required = true, HelpName = "file" };

    private static Option<string?> Weight() => new("--weight") { Description = "Column of survey weights.", HelpName = "column" };

    private static Option<int?> Resamples() => new("--resamples") { Description = "Bootstrap resamples; the model's own number where not given.", HelpName = "n" };

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
                text.Add(row.From, row.To, Number(row.Value), Number(row.Lower), Number(row.Upper), row.PValue is { } p ? p.ToString("0.000", CultureInfo.InvariantCulture) : "", row.Note);
            }

            foreach (var line in text.Lines())
            {
                output.Result(line);
            }
        }
    }

    private static string Number(double? value) => value is { } number ? number.ToString(Math.Abs(number) >= 10 ? "0.00" : "0.0000", CultureInfo.InvariantCulture) : "";
}
