using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Analytics.Architecture.Tests;

/// <summary>SQL lives in embedded files; code asks for them by name, whole or built of a constant beginning and a table's name.</summary>
public sealed class EmbeddedSqlTests
{
    private static readonly string[] Resources = Assembly.Load("Analytics.Storage").GetManifestResourceNames();

    private static readonly string[] SessionMethods = ["Sql", "ForTable", "Execute", "TryInsert", "Query", "Each", "First", "Scalar"];

    [Fact]
    public void EverySqlFile_IsEmbedded()
    {
        var offenders = from path in Repository.Files("src", "*.sql")
                        let resource = path["src/".Length..].Replace('/', '.')
                        where !Resources.Contains(resource)
                        select path;
        offenders.ShouldBeEmpty("SQL files that are not in their assembly");
    }

    [Fact]
    public void EverySqlFile_IsAskedFor()
    {
        var names = AskedNames().ToList();
        var texts = Repository.Sources.Where(f => f.Project == "Analytics.Storage")
            .SelectMany(f => f.Syntax.DescendantNodes().OfType<LiteralExpressionSyntax>())
            .Select(l => l.Token.ValueText)
            .ToHashSet();
        var offenders = from path in Repository.Files("src", "*.sql")
                        where !path.Contains("/Migrations/", StringComparison.Ordinal) // found by their folder, in order of their number
                        let name = Path.GetFileName(path).Split('.')[0]
                        where !names.Any(pattern => pattern.IsMatch(name)) && !texts.Contains(name)
                        select path;
        offenders.ShouldBeEmpty("SQL files no code names");
    }

    [Fact]
    public void EveryNameCodeAsksFor_IsAFile()
    {
        var files = Repository.Files("src", "*.sql").Select(path => Path.GetFileName(path).Split('.')[0]).ToList();
        var offenders = AskedNames().Where(pattern => !files.Any(file => pattern.IsMatch(file))).Select(pattern => pattern.ToString());
        offenders.ShouldBeEmpty("names of SQL files that do not exist");
    }

    [Fact]
    public void SqlFiles_TakeNamedParametersOnly()
    {
        var offenders = from path in Repository.Files("src", "*.sql")
                        where Regex.IsMatch(Regex.Replace(Repository.Read(path), "--[^\n]*|'[^']*'", ""), @"\?")
                        select path;
        offenders.ShouldBeEmpty("positional parameters");
    }

    [Fact]
    public void Sources_HoldNoSqlOfTheirOwn()
    {
        var offenders = from file in Repository.Sources
                        from literal in file.Syntax.DescendantNodes().OfType<LiteralExpressionSyntax>()
                        where Regex.IsMatch(literal.Token.ValueText, @"^\s*(SELECT|INSERT INTO|UPDATE|DELETE FROM|CREATE (TABLE|INDEX|VIEW)|DROP|ALTER) ")
                        select $"{file.At(literal)} {literal.Token.ValueText}";
        offenders.ShouldBeEmpty("SQL outside .sql files");
    }

    /// <summary>The first argument of every call of <c>SqlFile</c>, a dialect or a session, as a pattern: parts that are computed may be any word.</summary>
    private static IEnumerable<Regex> AskedNames()
        => from file in Repository.Sources
           from call in file.Syntax.DescendantNodes().OfType<InvocationExpressionSyntax>()
           where call.Expression is MemberAccessExpressionSyntax member && AsksForSql(member)
           from argument in call.ArgumentList.Arguments.Take(1)
           let pattern = Pattern(argument.Expression)
           where pattern is not null
           select new Regex($"^{pattern}$");

    /// <summary>A call of <c>SqlFile</c>, or one of what is named a dialect or a session, by the method's name.</summary>
    private static bool AsksForSql(MemberAccessExpressionSyntax member)
    {
        var receiver = member.Expression.ToString();
        return receiver == "SqlFile"
            || (SessionMethods.Contains(member.Name.Identifier.Text)
                && (receiver.EndsWith("session", StringComparison.OrdinalIgnoreCase) || receiver.EndsWith("dialect", StringComparison.OrdinalIgnoreCase)));
    }

    private static string? Pattern(ExpressionSyntax expression) => expression switch
    {
        LiteralExpressionSyntax literal => Regex.Escape(literal.Token.ValueText),
        InterpolatedStringExpressionSyntax text => string.Concat(
            text.Contents.Select(part => part is InterpolatedStringTextSyntax plain ? Regex.Escape(plain.TextToken.ValueText) : "[a-z_]+")),
        BinaryExpressionSyntax sum => (Pattern(sum.Left) ?? "[a-z_]+") + (Pattern(sum.Right) ?? "[a-z_]+"),
        ConditionalExpressionSyntax choice => $"({Pattern(choice.WhenTrue)}|{Pattern(choice.WhenFalse)})",
        _ => null,
    };
}
