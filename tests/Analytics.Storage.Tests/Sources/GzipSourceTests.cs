using System.Text;
using Analytics.Core;
using Analytics.Storage.Sources;

namespace Analytics.Storage.Tests.Sources;

public sealed class GzipSourceTests : IDisposable
{
    private const int Rows = 50_000;
    private readonly TestFile _files = new();
    private readonly byte[] _plain = Encoding.UTF8.GetBytes("id,text\n" + string.Concat(Enumerable.Range(1, Rows).Select(i => $"{i},text {i * 7919 % 10007} of row {i}\n")));

    public void Dispose() => _files.Dispose();

    [Fact]
    public void Gzip_WholeFile_GivesEveryRow() => Count(TestFile.Gzip(_plain)).ShouldBe(Rows);

    [Fact]
    public void Gzip_OfSeveralMembers_GivesEveryRow() => Count([.. TestFile.Gzip(_plain[..100_000]), .. TestFile.Gzip(_plain[100_000..])]).ShouldBe(Rows);

    [Theory]
    [InlineData(0.5)]
    [InlineData(0.9)]
    [InlineData(0.999)]
    public void Gzip_CutShort_FailsNamingTheRow_AfterGivingOnlyTrueRows(double part)
    {
        var whole = TestFile.Gzip(_plain);
        var (rows, message) = CountUntilFault(whole[..(int)(whole.Length * part)]);
        rows.ShouldBeInRange(1, Rows);
        message.ShouldBe($"AN2003: The compressed file 'a.csv.gz' breaks off after row {rows}: it was cut short or damaged on its way. Rows committed so far stay; fetch the whole file and run the same command again, it continues without storing anything twice.");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(8)]
    public void Gzip_WithoutItsLastBytes_Fails(int missing) => CountUntilFault(TestFile.Gzip(_plain)[..^missing]).Message.ShouldStartWith("AN2003");

    private int Count(byte[] content)
    {
        using var source = SourceFile.Open(_files.Write("a.csv.gz", content), SourceOptions.Sniffed);
        while (source.Read())
        {
            TestFile.Fields(source)[0].ShouldBe(source.Rows.ToString());
        }

        source.Fraction.ShouldBe(1);
        return (int)source.Rows;
    }

    private (long Rows, string Message) CountUntilFault(byte[] content)
    {
        using var source = SourceFile.Open(_files.Write("a.csv.gz", content), SourceOptions.Sniffed);
        var fault = Should.Throw<AnalyticsException>(() =>
        {
            while (source.Read())
            {
                TestFile.Fields(source).ShouldBe([source.Rows.ToString(), $"text {source.Rows * 7919 % 10007} of row {source.Rows}"]);
            }
        });
        return (source.Rows, fault.Message);
    }
}
