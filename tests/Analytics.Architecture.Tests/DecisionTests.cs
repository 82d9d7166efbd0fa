using System.Text.RegularExpressions;

namespace Analytics.Architecture.Tests;

/// <summary>Decisions under docs/adr are cited by number: a number names one.</summary>
public sealed partial class DecisionTests
{
    [Fact]
    public void Decisions_HaveNumbersOfTheirOwn()
    {
        var offenders = from path in Repository.Files("docs/adr", "*.md")
                        group path by Path.GetFileName(path)[..3] into number
                        where number.Count() > 1
                        select $"{number.Key}: {string.Join(", ", number)}";
        offenders.ShouldBeEmpty("decisions of one number");
    }

    [Fact]
    public void Decisions_BeginWithTheNumberOfTheirFile()
    {
        var offenders = from path in Repository.Files("docs/adr", "*.md")
                        let number = int.Parse(Path.GetFileName(path)[..3], System.Globalization.CultureInfo.InvariantCulture)
                        where !Repository.Read(path).StartsWith($"# {number}. ", StringComparison.Ordinal)
                        select path;
        offenders.ShouldBeEmpty("decisions whose heading has another number");
    }

    [Fact]
    public void Links_ToDecisions_LeadToFiles()
    {
        var decisions = Repository.Files("docs/adr", "*.md").Select(path => Path.GetFileName(path)).ToHashSet();
        var offenders = from path in Repository.Files("docs", "*.md").Append("README.md")
                        from Match link in Link().Matches(Repository.Read(path))
                        where !decisions.Contains(link.Groups[1].Value)
                        select $"{path}: {link.Value}";
        offenders.ShouldBeEmpty("links to decisions that are not there");
    }

    [GeneratedRegex(@"\((?:docs/)?(?:adr/)?(\d{3}-[a-z0-9-]+\.md)\)")]
    private static partial Regex Link();
}
