using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Analytics.Architecture.Tests;

public sealed partial class ErrorCodeTests
{
    private const string Table = "docs/operations.md";

    /// <summary>Codes that two places must raise, because neither may know the other, with the one meaning they share.</summary>
    private static readonly Dictionary<string, string> Shared = new()
    {
        ["AN3001"] = "somebody else holds the write lock: seen by the lock itself, or by SQLite where another program holds the file",
        ["AN4002"] = "a question names a column the table does not have: seen by the warehouse, or by the kernel over hand-made windows",
    };

    /// <summary>Files whose <c>Code</c> is something else: that of a label in a mapping.</summary>
    private static readonly string[] OtherCodes = ["src/Analytics.Storage/Mappings/CopiedColumns.cs"];

    [Fact]
    public void EveryCode_HasOneMeaning()
    {
        var offenders = from use in Uses()
                        group use by use.Code into code
                        where code.Select(u => u.File).Distinct().Count() > 1 && !Shared.ContainsKey(code.Key)
                        select $"{code.Key}: {string.Join(", ", code.Select(u => u.Place))}";
        offenders.ShouldBeEmpty("codes used in more than one file: give each meaning its own");
    }

    [Fact]
    public void EveryCode_IsExplainedInOperations()
        => Uses().Select(u => u.Code).Distinct().Except(Documented()).Order(StringComparer.Ordinal).ShouldBeEmpty($"codes that {Table} does not list");

    [Fact]
    public void Operations_ExplainsNoCodeThatIsGone()
        => Documented().Except(Uses().Select(u => u.Code)).ShouldBeEmpty($"codes in {Table} that no source has");

    [Fact]
    public void Operations_ListsEveryCodeOnce_InOrder()
        => Documented().ShouldBe(Documented().Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void Code_BranchesOnNoCode()
    {
        // a code is for people: what code must tell apart has a type or a property, which the compiler checks
        var offenders = from file in Repository.Sources
                        from node in file.Syntax.DescendantNodes()
                        where LooksAtCode(node) && !OtherCodes.Contains(file.Path)
                        select $"{file.At(node)}: {node.ToString().Split('\n')[0].Trim()}";
        offenders.ShouldBeEmpty("code that looks at an error's code: give the fault a type of its own, or a property");
    }

    [Fact]
    public void OtherCodes_AreThere()
        => OtherCodes.Where(path => !Repository.Sources.Any(file => file.Path == path)).ShouldBeEmpty("exceptions for files that are gone");

    private static bool LooksAtCode(SyntaxNode node) => node switch
    {
        // fault.Code == …, … != fault.Code
        BinaryExpressionSyntax binary when binary.Kind() is SyntaxKind.EqualsExpression or SyntaxKind.NotEqualsExpression
            => IsCode(binary.Left) || IsCode(binary.Right),

        // fault.Code is …, fault.Code switch …, switch (fault.Code)
        IsPatternExpressionSyntax pattern => IsCode(pattern.Expression),
        SwitchExpressionSyntax choice => IsCode(choice.GoverningExpression),
        SwitchStatementSyntax choice => IsCode(choice.Expression),

        // { Code: … }
        SubpatternSyntax { NameColon.Name.Identifier.Text: "Code" } => true,

        // fault.Code.StartsWith(…), fault.Code.AsSpan(…), codes.Contains(fault.Code)
        MemberAccessExpressionSyntax member when node.Parent is InvocationExpressionSyntax => IsCode(member.Expression),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.Text: "Equals" or "Contains" or "Parse" } } call
            => call.ArgumentList.Arguments.Any(argument => IsCode(argument.Expression)),
        _ => false,
    };

    private static bool IsCode(ExpressionSyntax expression) => expression is MemberAccessExpressionSyntax { Name.Identifier.Text: "Code" };

    /// <summary>Codes in first cells of the table's rows: <c>| AN1001 | …</c>.</summary>
    private static List<string> Documented() => [.. TableRow().Matches(Repository.Read(Table)).Select(m => m.Groups[1].Value)];

    private static IEnumerable<(string Code, string File, string Place)> Uses()
        => from file in Repository.Sources
           from literal in file.Syntax.DescendantNodes().OfType<LiteralExpressionSyntax>()
           where CodeAlone().IsMatch(literal.Token.ValueText)
           select (literal.Token.ValueText, file.Path, file.At(literal));

    [GeneratedRegex(@"^\| (AN\d{4}) \|", RegexOptions.Multiline)]
    private static partial Regex TableRow();

    [GeneratedRegex(@"^AN\d{4}$")]
    private static partial Regex CodeAlone();
}
