using System.CommandLine;
using System.Text;
using Analytics.Storage.Mappings;

namespace Analytics.Jobs.Cli.Commands;

/// <summary><c>analytics mapping</c>: help with writing mappings.</summary>
internal static class MappingCommand
{
    /// <summary>Builds the command with its subcommands.</summary>
    public static ExampleCommand Create() =>
        new("mapping", "Writes a first mapping from a file's headers; prints the schema of mappings.") { Suggest(), Schema() };

    private static ExampleCommand Suggest()
    {
        var file = new Argument<string>("file") { Description = "CSV or XLSX, plain or .gz." };
        var table = TableNames.Restrict(new Option<string?>("--table") { Description = "What the file holds; guessed where not given." });
        var target = new Option<string?>("--out") { Description = "File to write the mapping to; standard output where not given." };
        var command = new ExampleCommand(
            "suggest",
            "Writes a first mapping from the headers (Chinese or English) and first rows of a file, for a person to finish.",
            "analytics mapping suggest complaints.csv --out complaints.map.json",
            "analytics mapping suggest base.xlsx --table subscribers") { file, table, target };
        return command.Does((parsed, context) =>
        {
            var name = parsed.GetValue(table);
            var suggestion = MappingSuggestion.For(parsed.GetValue(file)!, name is null ? null : TableNames.Table(name));
            if (parsed.GetValue(target) is { } path)
            {
                File.WriteAllText(path, suggestion.Json, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
                context.Output.Result(Path.GetFullPath(path));
            }
            else
            {
                context.Output.Result(suggestion.Json.TrimEnd());
            }

            Explain(context.Output, suggestion);
            return ExitCodes.Done;
        });
    }

    private static ExampleCommand Schema()
    {
        var command = new ExampleCommand("schema", "Prints the JSON Schema of mappings, for editors that check while one writes.", "analytics mapping schema");
        return command.Does((_, context) =>
        {
            context.Output.Result(MappingSchema.Json.TrimEnd());
            return ExitCodes.Done;
        });
    }

    private static void Explain(ConsoleOutput output, MappingSuggestion suggestion)
    {
        output.Message(
            $"mapped to {TableNames.Name(suggestion.Table.Name)}: {(suggestion.Mapped.Count > 0 ? string.Join(", ", suggestion.Mapped) : "nothing")}");
        if (suggestion.Unmapped.Count > 0)
        {
            output.Message($"left out: {string.Join(", ", suggestion.Unmapped)}");
        }

        if (suggestion.StillNeeded.Count > 0)
        {
            output.Message($"still needed before it can be used: {string.Join(", ", suggestion.StillNeeded)}");
        }
    }
}
