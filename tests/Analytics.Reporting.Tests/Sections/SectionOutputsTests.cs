using Analytics.Reporting.Sections;
using Analytics.Reporting.Words;

namespace Analytics.Reporting.Tests.Sections;

public class SectionOutputsTests
{
    [Fact]
    public void SheetNames_InBothLanguages_BeginWithTheSameNumberOnce()
    {
        static string[] Numbers(string language) => [.. SectionOutputs.Sheets.Select(s => WordStore.Required(language).Find(s.Key)!.Split(' ')[0])];

        Numbers("zh-CN").ShouldBe(Numbers("en"));
        Numbers("en").ShouldBeUnique();
        Numbers("en").ShouldAllBe(number => char.IsAsciiDigit(number[0]) && char.IsAsciiDigit(number[1]));
    }

    [Fact]
    public void Definitions_OfAllSections_AreNumberedWithoutGapAndHaveTheirWords()
    {
        var definitions = SectionOutputs.All.SelectMany(s => s.Definitions).ToList();
        var known = WordStore.Required("en").Keys;

        definitions.Where(d => d.Id[0] == 'D').Select(d => int.Parse(d.Id.AsSpan(1), System.Globalization.CultureInfo.InvariantCulture)).Order()
            .ShouldBe(Enumerable.Range(1, definitions.Count(d => d.Id[0] == 'D')));
        definitions.SelectMany(d => new[] { d.NameKey, d.Key + ".formula", d.Key + ".denominator", d.Key + ".source" }).Except(known).ShouldBeEmpty();
    }

    [Fact]
    public void Legends_OfAllSections_HaveTheirWords()
        => SectionOutputs.All.SelectMany(s => s.Legends).Except(WordStore.Required("en").Keys).ShouldBeEmpty();

    [Fact]
    public void Links_NobodyHandedOn_AreRefusedByName()
    {
        var fault = Should.Throw<InvalidOperationException>(() => SheetLinks.None.With(1).Get<string>());

        fault.Message.ShouldBe("No sheet filled before this one has handed on String.");
    }
}
