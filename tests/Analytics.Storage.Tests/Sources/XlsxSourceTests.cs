using System.IO.Compression;
using System.Text;
using Analytics.Core;
using Analytics.Storage.Sources;

namespace Analytics.Storage.Tests.Sources;

public sealed class XlsxSourceTests : IDisposable
{
    private readonly TestFile _files = new();

    public void Dispose() => _files.Dispose();

    [Fact]
    public void Xlsx_WithSharedInlineAndRichStrings_GivesTheirTexts()
        => Read(Sheet(Row(1, "<c r='A1' t='s'><v>0</v></c><c r='B1' t='s'><v>1</v></c>")
            + Row(2, "<c r='A2' t='inlineStr'><is><t>直接</t></is></c><c r='B2' t='s'><v>2</v></c>")))
            .ShouldBe(["编号|原因", "2 : 直接|rich text"]);

    [Fact]
    public void Xlsx_NumbersAndDates_ComeInShortestFormAndIso()
        => Read(Sheet(Row(1, Texts("A1", "n", "B1", "d", "C1", "t", "D1", "b"))
            + Row(2, "<c r='A2'><v>0.30000000000000004</v></c><c r='B2' s='1'><v>46348</v></c><c r='C2' s='2'><v>46348.5</v></c><c r='D2' t='b'><v>1</v></c>")
            + Row(3, "<c r='A3'><v>1.38E10</v></c><c r='B3' s='1'><v>1</v></c><c r='C3' s='2'><v>0.25</v></c><c r='D3' t='b'><v>0</v></c>")))
            .ShouldBe(["n|d|t|b", "2 : 0.30000000000000004|2026-11-22|2026-11-22 12:00:00|true", "3 : 13800000000|1899-12-31|06:00:00|false"]);

    [Fact]
    public void Xlsx_Formulas_GiveTheValueStoredWithThem_AndErrorsAreReported()
    {
        var path = Save(Sheet(Row(1, Texts("A1", "a", "B1", "b")) + Row(2, "<c r='A2'><f>1+1</f><v>2</v></c><c r='B2' t='e'><f>1/0</f><v>#DIV/0!</v></c>")));
        using var source = SourceFile.Open(path, SourceOptions.Sniffed);
        source.Read().ShouldBeTrue();
        TestFile.Fields(source).ShouldBe(["2", "#DIV/0!"]);
        source.Findings.ShouldHaveSingleItem().Rule.ShouldBe("formula-errors");
    }

    [Fact]
    public void Xlsx_WithGapsAndBlankRows_KeepsPlacesAndSkipsBlanks()
        => Read(Sheet(Row(1, Texts("A1", "a", "B1", "b", "C1", "c")) + Row(2, "<c r='C2'><v>3</v></c>") + Row(5, "<c r='A5'><v>1</v></c><c r='B5' s='1'/>") + Row(6, "")))
            .ShouldBe(["a|b|c", "2 : ||3", "5 : 1||"]);

    [Fact]
    public void Xlsx_With16000EmptyColumns_IsCheap()
    {
        var empty = string.Concat(Enumerable.Range(3, 16_000).Select(i => $"<c r='{Column(i)}9' s='1'/>"));
        var rows = string.Concat(Enumerable.Range(2, 100).Select(r => Row(r, $"<c r='A{r}'><v>{r}</v></c><c r='B{r}'><v>1</v></c>{empty}")));
        var path = Save(Sheet(Row(1, Texts("A1", "a", "B1", "b") + empty) + rows));
        var before = GC.GetAllocatedBytesForCurrentThread();
        var read = TestFile.ReadAll(path);
        read.Count.ShouldBe(101);
        read[0].ShouldBe("a|b");
        read[100].ShouldBe("101 : 101|1");
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(300L << 20);
    }

    [Fact]
    public void Xlsx_WithContentBeyondTheHeader_MarksTheRow()
        => Read(Sheet(Row(1, Texts("A1", "a", "B1", "b")) + Row(2, "<c r='A2'><v>1</v></c><c r='D2'><v>4</v></c>"))).ShouldBe(["a|b", "2 wrong-field-count: 1|"]);

    [Fact]
    public void Xlsx_SheetByName_IsChosen()
        => TestFile.ReadAll(Save(Sheet(Row(1, Texts("A1", "a"))), Sheet(Row(1, Texts("A1", "other")))), new SourceOptions(Sheet: "Sheet2")).ShouldBe(["other"]);

    [Fact]
    public void Xlsx_WithoutThatSheet_NamesThoseItHas()
        => Should.Throw<AnalyticsException>(() => SourceFile.Open(Save(Sheet("")), new SourceOptions(Sheet: "数据")))
            .Message.ShouldBe("AN2007: The workbook 'a.xlsx' has no sheet '数据'; it has: Sheet1. Name one of these under \"file\": {\"sheet\": …} in the mapping, or leave it out for the first.");

    [Fact]
    public void Xlsx_WithTitlesAboveItsHeader_IsReadFromTheHeaderRow()
        => TestFile.ReadAll(Save(Sheet(Row(1, Texts("A1", "Weekly export")) + Row(3, Texts("A3", "a", "B3", "b")) + Row(4, "<c r='A4'><v>1</v></c>"))), new SourceOptions(HeaderRow: 3)).ShouldBe(["a|b", "4 : 1|"]);

    [Fact]
    public void Xlsx_ThatIsDamaged_IsRefused()
    {
        var whole = File.ReadAllBytes(Save(Sheet(Row(1, Texts("A1", "a")))));
        Should.Throw<AnalyticsException>(() => SourceFile.Open(_files.Write("b.xlsx", whole[..(whole.Length / 2)]), SourceOptions.Sniffed)).Code.ShouldBe("AN2006");
    }

    [Fact]
    public void Xlsx_Compressed_IsRead()
        => TestFile.ReadAll(_files.Write("a.xlsx.gz", TestFile.Gzip(File.ReadAllBytes(Save(Sheet(Row(1, Texts("A1", "a")) + Row(2, "<c r='A2'><v>1</v></c>"))))))).ShouldBe(["a", "2 : 1"]);

    private static string Row(int number, string cells) => $"<row r='{number}'>{cells}</row>";

    private static string Texts(params string[] placesAndTexts) => string.Concat(placesAndTexts.Chunk(2).Select(p => $"<c r='{p[0]}' t='inlineStr'><is><t>{p[1]}</t></is></c>"));

    private static string Sheet(string rows) => $"<worksheet xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'><sheetData>{rows}</sheetData></worksheet>";

    private static string Column(int number) => number <= 26 ? $"{(char)('A' + number - 1)}" : Column((number - 1) / 26) + (char)('A' + ((number - 1) % 26));

    private List<string> Read(string sheet) => TestFile.ReadAll(Save(sheet));

    // Written by hand rather than by the library that reads it.
    private string Save(params string[] sheets)
    {
        using var target = new MemoryStream();
        using (var zip = new ZipArchive(target, ZipArchiveMode.Create))
        {
            const string office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
            var types = string.Concat(sheets.Select((_, i) => $"<Override PartName='/xl/worksheets/sheet{i + 1}.xml' ContentType='application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml'/>"));
            Add(zip, "[Content_Types].xml", $"<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'><Default Extension='rels' ContentType='application/vnd.openxmlformats-package.relationships+xml'/><Default Extension='xml' ContentType='application/xml'/><Override PartName='/xl/workbook.xml' ContentType='application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml'/><Override PartName='/xl/styles.xml' ContentType='application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml'/><Override PartName='/xl/sharedStrings.xml' ContentType='application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml'/>{types}</Types>");
            Add(zip, "_rels/.rels", $"<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'><Relationship Id='r1' Type='{office}/officeDocument' Target='xl/workbook.xml'/></Relationships>");
            Add(zip, "xl/workbook.xml", $"<workbook xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main' xmlns:r='{office}'><sheets>{string.Concat(sheets.Select((_, i) => $"<sheet name='Sheet{i + 1}' sheetId='{i + 1}' r:id='s{i + 1}'/>"))}</sheets></workbook>");
            Add(zip, "xl/_rels/workbook.xml.rels", $"<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>{string.Concat(sheets.Select((_, i) => $"<Relationship Id='s{i + 1}' Type='{office}/worksheet' Target='worksheets/sheet{i + 1}.xml'/>"))}<Relationship Id='st' Type='{office}/styles' Target='styles.xml'/><Relationship Id='ss' Type='{office}/sharedStrings' Target='sharedStrings.xml'/></Relationships>");
            Add(zip, "xl/styles.xml", "<styleSheet xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'><numFmts count='1'><numFmt numFmtId='164' formatCode='yyyy\\-mm\\-dd hh:mm'/></numFmts><cellXfs count='3'><xf numFmtId='0'/><xf numFmtId='14'/><xf numFmtId='164'/></cellXfs></styleSheet>");
            Add(zip, "xl/sharedStrings.xml", "<sst xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'><si><t>编号</t></si><si><t>原因</t><rPh sb='0' eb='1'><t>yuan</t></rPh></si><si><r><t xml:space='preserve'>rich </t></r><r><t>text</t></r></si></sst>");
            for (var i = 0; i < sheets.Length; i++)
            {
                Add(zip, $"xl/worksheets/sheet{i + 1}.xml", sheets[i]);
            }
        }

        return _files.Write("a.xlsx", target.ToArray());
    }

    private static void Add(ZipArchive zip, string name, string xml)
    {
        using var entry = zip.CreateEntry(name).Open();
        entry.Write(Encoding.UTF8.GetBytes("<?xml version='1.0' encoding='UTF-8'?>" + xml));
    }
}
