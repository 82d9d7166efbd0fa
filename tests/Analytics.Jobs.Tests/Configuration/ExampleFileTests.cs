using System.Text.Json;
using Analytics.Core.Settings;
using Analytics.Jobs.Configuration;
using Microsoft.Extensions.Configuration;

namespace Analytics.Jobs.Tests.Configuration;

public sealed class ExampleFileTests
{
    private static readonly JsonSerializerOptions WithTuples = new() { IncludeFields = true };

    private static readonly IConfigurationRoot Example = new ConfigurationBuilder().AddJsonFile(Repository.File("appsettings.example.json")).Build();

    [Fact]
    public void ExampleFile_HoldsEverySettingAndNoOther()
        => Keys(Example).ShouldBe(OptionsBinder.Describe().Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void ExampleFile_ValuesAreTheDefaults()
    {
        var written = OptionsBinder.Describe().ToDictionary(s => s.Key, s => Example[s.Key]);
        written.ShouldBe(OptionsBinder.Describe().ToDictionary(s => s.Key, s => (string?)s.Value), ignoreOrder: true);
    }

    [Fact]
    public void ExampleFile_EverySettingIsExplainedAbove()
    {
        var lines = File.ReadAllLines(Repository.File("appsettings.example.json"));
        var unexplained = lines.Index().Where(l => l.Item.Contains("\":", StringComparison.Ordinal) && !l.Item.TrimEnd().EndsWith('{'))
            .Where(l => !Explained(lines, l.Index)).Select(l => l.Item.Trim()).ToList();
        unexplained.ShouldBeEmpty("settings without a comment above them or above their group");
    }

    [Fact]
    public void EmptyConfiguration_GivesTheDefaultsOfCore()
    {
        var study = OptionsBinder.Bind(new ConfigurationBuilder().Build()).Study;
        Text(study).ShouldBe(Text(new StudySettings()));
    }

    [Fact]
    public void ExampleFile_BoundAsItStands_GivesTheDefaults()
        => OptionsBinder.Bind(Example).ShouldBeEquivalentTo(OptionsBinder.Bind(new ConfigurationBuilder().Build()));

    private static string Text(StudySettings settings) => JsonSerializer.Serialize(settings, WithTuples);

    private static IEnumerable<string> Keys(IConfiguration configuration)
        => configuration.AsEnumerable().Where(pair => pair.Value is not null).Select(pair => pair.Key).Order(StringComparer.Ordinal);

    /// <summary>A comment directly above, or above the settings that directly precede it.</summary>
    private static bool Explained(string[] lines, int at)
    {
        while (--at >= 0 && !lines[at].TrimEnd().EndsWith('{'))
        {
            if (lines[at].TrimStart().StartsWith("//", StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
