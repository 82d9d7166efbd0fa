using System.Text;
using Analytics.Core;
using Analytics.Storage.Sources;

namespace Analytics.Storage.Tests.Sources;

public sealed class CsvSourceTests : IDisposable
{
    private readonly TestFile _files = new();

    public void Dispose() => _files.Dispose();

    [Fact]
    public void Csv_WithQuotedDelimitersLineBreaksAndTabs_IsReadFieldByField()
        => TestFile.ReadAll(_files.Write("a.csv", "id,text\n1,\"a,b\"\n2,\"line one\nline \"\"two\"\"\"\n3,\"tab\there\"\n"))
            .ShouldBe(["id|text", "2 : 1|a,b", "3 : 2|line one\nline \"two\"", "5 : 3|tab\there"]);

    [Fact]
    public void Csv_WithByteOrderMark_HasACleanFirstName()
        => TestFile.ReadAll(_files.Write("a.csv", "\uFEFFid,text\n1,a\n")).ShouldBe(["id|text", "2 : 1|a"]);

    [Fact]
    public void Csv_WithByteOrderMarkInLineTwo_LosesItAndSaysSo()
    {
        using var source = SourceFile.Open(_files.Write("a.csv", "id,text\n\uFEFF1,a\n\uFEFF\"2\",b\n"), SourceOptions.Sniffed);
        source.Read().ShouldBeTrue();
        TestFile.Fields(source).ShouldBe(["1", "a"]);
        source.Read().ShouldBeTrue();
        TestFile.Fields(source).ShouldBe(["2", "b"]);
        source.Findings.ShouldHaveSingleItem().ShouldBe(new("stray-byte-order-mark", "a.csv", "", 2, "a byte order mark after the first line was taken off"));
    }

    [Fact]
    public void Csv_WhoseHeaderStandsInLineTwoBehindAByteOrderMark_IsRead()
        => TestFile.ReadAll(_files.Write("a.csv", "\n\uFEFFid,text\n1,a\n")).ShouldBe(["id|text", "3 : 1|a"]);

    [Fact]
    public void Csv_WithGitConflictMarkers_HandsThemOnAsFaultyRecords()
        => TestFile.ReadAll(_files.Write("a.csv", "id,text\n1,a\n<<<<<<< HEAD\n2,ours\n=======\n2,theirs\n>>>>>>> branch, with comma\n3,c\n")).ShouldBe([
            "id|text", "2 : 1|a", "3 git-conflict-marker: <<<<<<< HEAD", "4 : 2|ours", "5 git-conflict-marker: =======", "6 : 2|theirs",
            "7 git-conflict-marker: >>>>>>> branch| with comma", "8 : 3|c"]);

    [Fact]
    public void Csv_WithAConflictAboveItsHeader_FindsTheHeaderAndLosesNoLine()
        => TestFile.ReadAll(_files.Write("a.csv", "<<<<<<< HEAD\nid,text\n=======\nid,text\n>>>>>>> other\n1,a\n")).ShouldBe([
            "id|text", "1 git-conflict-marker: <<<<<<< HEAD", "3 git-conflict-marker: =======", "4 repeated-header: id|text", "5 git-conflict-marker: >>>>>>> other", "6 : 1|a"]);

    [Fact]
    public void Csv_WithRowsOfTheWrongLength_MarksThemButNotTrailingEmptyFields()
        => TestFile.ReadAll(_files.Write("a.csv", "a,b,c\n1,2\n1,2,3,4\n1,2,3,\n1,2,3\n")).ShouldBe([
            "a|b|c", "2 wrong-field-count: 1|2", "3 wrong-field-count: 1|2|3|4", "4 : 1|2|3|", "5 : 1|2|3"]);

    [Fact]
    public void Csv_WithAnUnclosedQuotationMark_MarksTheRecord()
        => TestFile.ReadAll(_files.Write("a.csv", "a,b\n1,2\n3,\"4\n5,6\n")).ShouldBe(["a|b", "2 : 1|2", "3 unterminated-quote: 3|4\n5,6\n"]);

    [Theory]
    [InlineData(",")]
    [InlineData(";")]
    [InlineData("\t")]
    [InlineData("|")]
    public void Csv_WithAnyUsualDelimiter_IsSniffed(string delimiter)
        => TestFile.ReadAll(_files.Write("a.csv", $"a{delimiter}b{delimiter}c\n1{delimiter}2.5{delimiter}x\n")).ShouldBe(["a|b|c", "2 : 1|2.5|x"]);

    [Fact]
    public void Csv_WhoseFirstLineNamesItsSeparator_IsReadWithIt()
        => TestFile.ReadAll(_files.Write("a.csv", "sep=;\nid;text\n1;a,b\n")).ShouldBe(["id|text", "3 : 1|a,b"]);

    [Fact]
    public void Csv_ReadWithTheWrongDelimiter_SaysWhichItLooksLike()
        => Should.Throw<AnalyticsException>(() => SourceFile.Open(_files.Write("a.csv", "a;b;c\n1;2;3\n"), new SourceOptions(Delimiter: ',')))
            .Message.ShouldBe("AN2005: With the delimiter ',' every row of 'a.csv' is one single column; the file looks delimited by ';'. Set \"delimiter\": \";\" under \"file\" in the mapping, or leave the delimiter out to have it sniffed.");

    [Theory]
    [InlineData("")]
    [InlineData("\n \n")]
    [InlineData("\uFEFF")]
    public void Csv_WithNothingInIt_IsRefused(string content)
        => Should.Throw<AnalyticsException>(() => SourceFile.Open(_files.Write("a.csv", content), SourceOptions.Sniffed)).Code.ShouldBe("AN2002");

    [Fact]
    public void Csv_WithAHeaderOnly_HasNoRecords() => TestFile.ReadAll(_files.Write("a.csv", "id,text\n")).ShouldBe(["id|text"]);

    [Fact]
    public void Csv_ThatDoesNotExist_IsRefused()
        => Should.Throw<AnalyticsException>(() => SourceFile.Open(_files.PathOf("none.csv"), SourceOptions.Sniffed)).Code.ShouldBe("AN2001");

    [Fact]
    public void Csv_InGb18030_IsSniffedAndReported()
    {
        EncodingProviders.Register();
        var path = _files.Write("a.csv", "用户,原因\n1,网络信号差\n2,资费不透明\n", Encoding.GetEncoding("gb18030"));
        TestFile.ReadAll(path).ShouldBe(["用户|原因", "2 : 1|网络信号差", "3 : 2|资费不透明"]);
        using var source = SourceFile.Open(path, SourceOptions.Sniffed);
        source.Read();
        source.Findings.ShouldHaveSingleItem().ShouldBe(new("encoding-not-utf-8", "a.csv", "", 1, "read as gb18030"));
    }

    [Fact]
    public void Csv_InGb18030NamedAsUtf8_IsRefusedRatherThanGarbled()
    {
        EncodingProviders.Register();
        var path = _files.Write("a.csv", "id,原因\n1,网络信号差\n", Encoding.GetEncoding("gb18030"));
        Should.Throw<AnalyticsException>(() => SourceFile.Open(path, new SourceOptions(Encoding: "utf-8")))
            .Message.ShouldBe("AN2004: The file 'a.csv' is named as utf-8, but its bytes at offset 5 are not utf-8; they look like gb18030. Set \"encoding\": \"gb18030\" under \"file\" in the mapping, or leave the encoding out to have it sniffed.");
    }

    [Fact]
    public void Csv_InLatin1_IsSniffed()
        => TestFile.ReadAll(_files.Write("a.csv", "id,motivo\n1,cobrança indevida\n2,não há conexão à rede\n", Encoding.Latin1)).ShouldBe(["id|motivo", "2 : 1|cobrança indevida", "3 : 2|não há conexão à rede"]);

    [Fact]
    public void Csv_InUtf16_IsSniffed()
        => TestFile.ReadAll(_files.Write("a.csv", [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("id,原因\n1,网络\n")])).ShouldBe(["id|原因", "2 : 1|网络"]);

    [Fact]
    public void Csv_InAnUnknownEncoding_IsRefused()
        => Should.Throw<AnalyticsException>(() => SourceFile.Open(_files.Write("a.csv", "a,b\n1,2\n"), new SourceOptions(Encoding: "utf-9"))).Code.ShouldBe("AN2004");

    [Fact]
    public void Csv_WithStrangeTexts_KeepsThemAsTheyAre()
    {
        string[] texts = ["=HYPERLINK(\"http://x\",\"y\")", "+1", "@SUM(A1)", new string('长', 40_000), "😀👨‍👩‍👧", "\u0001\u0002bell\u0007"];
        var path = _files.Write("a.csv", "id,text\n" + string.Concat(texts.Select((t, i) => $"{i},\"{t.Replace("\"", "\"\"")}\"\n")));
        using var source = SourceFile.Open(path, SourceOptions.Sniffed);
        foreach (var text in texts)
        {
            source.Read().ShouldBeTrue();
            TestFile.Fields(source)[1].ShouldBe(text);
        }

        source.Read().ShouldBeFalse();
    }

    [Fact]
    public void Csv_WrittenFromRandomTables_IsReadBackExactly()
    {
        const string alphabet = "ab,;\t\"\n\r 中=😀'";
        var random = new Random(20261122);
        for (var round = 0; round < 50; round++)
        {
            var (rows, columns) = (random.Next(1, 30), random.Next(2, 6));
            var table = Enumerable.Range(0, rows).Select(_ => Enumerable.Range(0, columns).Select(_ => Word(random, alphabet)).ToArray()).ToArray();
            var header = Enumerable.Range(0, columns).Select(i => $"c{i}").ToArray();
            var path = _files.Write("r.csv", string.Concat(table.Prepend(header).Select(r => string.Join(',', r.Select(Quoted)) + "\r\n")));
            using var source = SourceFile.Open(path, new SourceOptions(Delimiter: ','));
            foreach (var row in table)
            {
                source.Read().ShouldBeTrue();
                TestFile.Fields(source).ShouldBe(row);
            }

            source.Read().ShouldBeFalse();
        }
    }

    private static string Word(Random random, string alphabet)
    {
        var runes = alphabet.EnumerateRunes().ToArray();
        return "x" + string.Concat(Enumerable.Range(0, random.Next(0, 12)).Select(_ => runes[random.Next(runes.Length)].ToString()));
    }

    private static string Quoted(string field) => $"\"{field.Replace("\"", "\"\"")}\"";
}
