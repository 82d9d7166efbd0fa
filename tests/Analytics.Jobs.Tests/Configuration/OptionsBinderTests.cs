using Analytics.Jobs.Configuration;
using Microsoft.Extensions.Configuration;

namespace Analytics.Jobs.Tests.Configuration;

public sealed class OptionsBinderTests
{
    [Fact]
    public void ManyFaults_AreReportedTogether_WithBoundAndValue()
    {
        var faults = Faults(
            ("Report:MinimumCell", "2"),
            ("Report:ConfidenceLevel", "95"),
            ("Report:TrailingPeriods", "thirteen"),
            ("Report:Language", "fr"),
            ("Report:TimeZone", "Asia/Wuhan"),
            ("Report:Bands:arpu", "20, 10"),
            ("Report:Langauge", "en"),
            ("Warehouse:Provider", "Oracle"));

        faults.ShouldBe(
        [
            "AN1006: Setting Warehouse:Provider is 'Oracle'. Write one of: Sqlite, PostgreSql, SqlServer.",
            "AN1006: Setting Report:Language is 'fr'. Write one of: zh-CN, en.",
            "AN1008: Setting Report:Bands:arpu is '20, 10': bounds must increase, and 10 follows 20. The default is 'right-closed 20, 50, 80, 120, 200, 400'.",
            "AN1008: Setting Report:TimeZone is 'Asia/Wuhan': this machine knows no such time zone; write an IANA name such as Asia/Shanghai. The default "
                + "is 'Asia/Shanghai'.",
            "AN1005: Setting Report:MinimumCell is 2, below the smallest allowed value, 5. Write a number from 5 to 1000000.",
            "AN1004: Setting Report:TrailingPeriods is 'thirteen', which is not a whole number. Write a number from 1 to 520, for example 13.",
            "AN1005: Setting Report:ConfidenceLevel is 95, above the largest allowed value, 0.9999. Write a number from 0.5 to 0.9999.",
            "AN1003: There is no setting 'Report:Langauge' (value 'en'). Did you mean 'Report:Language'?",
        ]);
    }

    [Theory]
    [InlineData("Report:ParetoClassB", "0.7", "AN1007")]
    [InlineData("Report:HeatMaps", "arpu * channel, arpu * terminal", "AN1009")]
    [InlineData("Report:HeatMaps", "arpu", "AN1008")]
    [InlineData("Report:Segments", "arpu, age, arpu", "AN1008")]
    [InlineData("Report:CauseBy", "chanel", "AN1008")]
    [InlineData("Report:Currency", "yuan", "AN1008")]
    [InlineData("Report:Seed", "1.5", "AN1004")]
    [InlineData("Report:Seed", "NaN", "AN1004")]
    [InlineData("Warehouse:Provider", "PostgreSql", "AN3108")]
    [InlineData("Warehouse:Provider", "SqlServer", "AN3108")]
    public void OneFault_HasItsCode(string key, string value, string code) => Faults((key, value)).ShouldHaveSingleItem()[..6].ShouldBe(code);

    [Fact]
    public void Bands_AnotherBound_ReachTheSegmentation()
    {
        var study = Bind(("Report:Bands:arpu", "left-closed 30, 60"), ("Report:Segments", "usage, arpu, age")).Study;
        study.Segments.Select(s => (s.Column, s.Bands!.RightClosed, string.Join(' ', s.Bands.Edges))).ShouldBe(
        [
            ("data_mb", true, "1024 5120 10240 20480 51200"),
            ("arpu", false, "30 60"),
            ("age", false, "18 25 35 45 55 65"),
        ]);
    }

    [Fact]
    public void List_WrittenAsJsonArray_ReadsLikeText()
        => Bind(("Report:CauseBy:0", "channel"), ("Report:CauseBy:1", "tenure")).Study.CauseBy.ShouldBe(["channel", "tenure_years"]);

    [Theory]
    [InlineData("20,50", true)]
    [InlineData("right-closed 20, 50", true)]
    [InlineData("left-closed -1.5", false)]
    public void BandText_WrittenAndReadAgain_IsTheSame(string text, bool closed)
    {
        var bands = BandText.Parse("arpu", text, rightClosed: true);
        bands.RightClosed.ShouldBe(closed);
        BandText.Parse("arpu", BandText.Write(bands), rightClosed: !closed).ShouldBeEquivalentTo(bands);
    }

    [Fact]
    public void NumericColumns_AllHaveBands()
        => StudyColumns.DefaultBands.Select(b => b.Column).Order(StringComparer.Ordinal)
            .ShouldBe(["age", "arpu", "arpu_3m", "data_mb", "data_spend_share", "sms_count", "suspensions", "tenure_years", "voice_minutes"]);

    private static AnalyticsOptions Bind(params (string Key, string Value)[] settings)
        => OptionsBinder.Bind(
            new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => new KeyValuePair<string, string?>(s.Key, s.Value))).Build());

    private static List<string> Faults(params (string Key, string Value)[] settings)
        => [.. Should.Throw<ConfigurationException>(() => Bind(settings)).Faults.Select(f => f.Message)];
}
