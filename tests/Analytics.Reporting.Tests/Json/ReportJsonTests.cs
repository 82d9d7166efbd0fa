using System.Globalization;
using System.Text;
using System.Text.Json;
using Analytics.Core;
using Analytics.Core.Reports;
using Analytics.Reporting.Json;
using Analytics.Reporting.Tests.Samples;

namespace Analytics.Reporting.Tests.Json;

public class ReportJsonTests
{
    [Theory]
    [InlineData(nameof(SampleReport.Full))]
    [InlineData(nameof(SampleReport.NoSubscribers))]
    [InlineData(nameof(SampleReport.Empty))]
    [InlineData(nameof(SampleReport.OneRow))]
    public void Report_WrittenReadAndWritten_IsTheSameBytes(string shape)
    {
        var report = (Report)typeof(SampleReport).GetMethod(shape)!.Invoke(null, null)!;

        var first = Bytes(report);
        var second = Bytes(ReportJson.Read(new MemoryStream(first)));

        Encoding.UTF8.GetString(second).ShouldBe(Encoding.UTF8.GetString(first));
    }

    [Fact]
    public void Report_ReadBack_HasEveryNumberToTheLastDigit()
    {
        var report = SampleReport.Full();

        var read = ReportJson.Read(new MemoryStream(Bytes(report)));

        read.Kpis.Select(k => k.Current).ShouldBe(report.Kpis.Select(k => k.Current));
        read.Segments.SelectMany(t => t.Rows).ShouldBe(report.Segments.SelectMany(t => t.Rows));
        read.Header.CutOff.ShouldBe(report.Header.CutOff);
        read.Header.CutOff.Kind.ShouldBe(DateTimeKind.Utc);
        read.Details.Rows.Take(5).ShouldBe(report.Details.Rows.Take(5));
    }

    [Fact]
    public void Report_InAnyCulture_IsTheSameBytes()
    {
        var expected = Bytes(SampleReport.Full());
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("pt-BR");
            Bytes(SampleReport.Full()).ShouldBe(expected);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Json_OfTheSample_IsCamelCaseWithNamedEnumerationsAndReadableChinese()
    {
        using var json = JsonDocument.Parse(Bytes(SampleReport.Full()));
        var kpi = json.RootElement.GetProperty("kpis")[1];

        json.RootElement.GetProperty("schemaVersion").GetInt32().ShouldBe(1);
        (kpi.GetProperty("id").GetString(), kpi.GetProperty("signal").GetString(), kpi.GetProperty("current").GetProperty("value").GetDouble())
            .ShouldBe(("ComplaintsPer10kSubscribers", "Worse", 26.74));
        Encoding.UTF8.GetString(Bytes(SampleReport.Full())).ShouldContain("网络质量");
    }

    [Theory]
    [InlineData("{\"schemaVersion\":99,\"kpis\":7}", "AN5111")]
    [InlineData("{\"kpis\":[{}]}", "AN5111")]
    [InlineData("{\"schemaVersion\":1}", "AN5112")]
    [InlineData("{\"schemaVersion\":1,", "AN5112")]
    [InlineData("[1]", "AN5112")]
    [InlineData("", "AN5112")]
    public void Read_UnknownVersionOrBrokenFile_IsRefusedWithACode(string json, string code)
        => Should.Throw<AnalyticsException>(() => ReportJson.Read(new MemoryStream(Encoding.UTF8.GetBytes(json)))).Code.ShouldBe(code);

    private static byte[] Bytes(Report report)
    {
        using var stream = new MemoryStream();
        ReportJson.Write(report, stream);
        return stream.ToArray();
    }
}
