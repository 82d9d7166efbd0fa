using System.Globalization;
using System.Text.RegularExpressions;
using Analytics.Core;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Analytics.Jobs.Notebooks;

/// <summary>
/// The variables the first cell tagged <c>parameters</c> declares, and the assignments that give them other values. A value is written as a
/// literal of the variable's own type, never as code, so a parameter cannot smuggle in a statement.
/// </summary>
internal static partial class NotebookParameters
{
    public const string Tag = "parameters";

    private static readonly CSharpParseOptions Script = new(kind: SourceCodeKind.Script);

    /// <summary>The code of the cell to put in, in the order in which the variables are declared; empty where nothing is set.</summary>
    /// <exception cref="AnalyticsException">AN1202: there is no such parameter. AN1203: a value does not fit its type.</exception>
    public static string Assignments(NotebookFile notebook, NotebookCell? cell, IReadOnlyDictionary<string, string> values)
    {
        var declared = cell is null ? [] : Declared(cell.Source);
        var unknown = values.Keys.Where(name => !declared.ContainsKey(name)).Order(StringComparer.Ordinal).ToList();
        if (unknown.Count > 0)
        {
            throw Unknown(notebook, unknown, declared.Keys);
        }

        return string.Concat(declared.Where(d => values.ContainsKey(d.Key)).Select(d => $"{d.Key} = {Literal(d.Key, d.Value, values[d.Key])};\n"));
    }

    /// <summary>Names and types of the variables a cell declares, in order.</summary>
    private static Dictionary<string, string> Declared(string source)
    {
        var declared = new Dictionary<string, string>(StringComparer.Ordinal);
        var root = CSharpSyntaxTree.ParseText(source, Script).GetCompilationUnitRoot();
        foreach (var declaration in root.Members.OfType<FieldDeclarationSyntax>().Select(f => f.Declaration))
        {
            foreach (var variable in declaration.Variables)
            {
                declared[variable.Identifier.ValueText] = declaration.Type.IsVar
                    ? TypeOf(variable.Initializer?.Value)
                    : declaration.Type.ToString().Replace(" ", "", StringComparison.Ordinal);
            }
        }

        return declared;
    }

    /// <summary>Type of a <c>var</c> by its literal; text that is no simple literal is named as it stands and refused when set.</summary>
    private static string TypeOf(ExpressionSyntax? value) => value switch
    {
        PrefixUnaryExpressionSyntax sign => TypeOf(sign.Operand),
        LiteralExpressionSyntax literal => literal.Token.Value switch
        {
            string => "string",
            int => "int",
            long => "long",
            double => "double",
            decimal => "decimal",
            bool => "bool",
            _ => literal.ToString(),
        },
        ImplicitArrayCreationExpressionSyntax array => TypeOf(array.Initializer.Expressions.FirstOrDefault()) + "[]",
        ArrayCreationExpressionSyntax array => array.Type.ToString().Replace(" ", "", StringComparison.Ordinal),
        _ => "an expression",
    };

    private static string Literal(string name, string type, string value) => type.EndsWith("[]", StringComparison.Ordinal)
        ? "[" + string.Join(", ", Items(value).Select(item => Single(name, type[..^2], item))) + "]"
        : Single(name, type.TrimEnd('?'), value);

    private static string[] Items(string value)
    {
        var inner = value.Trim() is ['[', .. var listed, ']'] ? listed : value;
        return inner.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
    }

    private static string Single(string name, string type, string value)
    {
        var literal = type switch
        {
            "string" => SymbolDisplay.FormatLiteral(value, quote: true),
            "int" =>
                int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole)
                    ? whole.ToString(CultureInfo.InvariantCulture)
                    : null,
            "long" =>
                long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var big)
                    ? big.ToString(CultureInfo.InvariantCulture) + "L"
                    : null,
            "double" =>
                Numeral().IsMatch(value) && double.TryParse(value, CultureInfo.InvariantCulture, out var real) && double.IsFinite(real)
                    ? real.ToString("R", CultureInfo.InvariantCulture) + "d"
                    : null,
            "decimal" =>
                Numeral().IsMatch(value) && decimal.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var exact)
                    ? exact.ToString(CultureInfo.InvariantCulture) + "m"
                    : null,
            "bool" => bool.TryParse(value, out var yes) ? (yes ? "true" : "false") : null,
            _ =>
                throw new AnalyticsException(
                    "AN1203",
                    $"The notebook's parameter '{name}' is {type}, which cannot be set from outside.",
                    "Declare it in the notebook as string, int, long, double, decimal, bool or an array of these.",
                    FaultKind.Usage),
        };
        return literal
            ?? throw new AnalyticsException(
                "AN1203",
                $"The notebook's parameter '{name}' takes {type}, not '{value}'.",
                "Write the value as the notebook's parameters cell does, lists with commas.",
                FaultKind.Usage);
    }

    private static AnalyticsException Unknown(NotebookFile notebook, List<string> unknown, IEnumerable<string> known)
    {
        var names = string.Join(", ", known);
        return new AnalyticsException(
            "AN1202",
            $"The notebook {notebook.Name} has no parameter {string.Join(", ", unknown.Select(u => $"'{u}'"))}.",
            names.Length == 0 ? "It declares none: tag its first code cell 'parameters' and declare them there." : $"It has: {names}.",
            FaultKind.Usage);
    }

    [GeneratedRegex(@"^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$")]
    private static partial Regex Numeral();
}
