using System.IO.Compression;
using System.Text.RegularExpressions;
using Analytics.Reporting.Tests.Samples;

namespace Analytics.Reporting.Tests.Workbook;

public class ReproducibleIdsTests
{
    [Fact]
    public void Package_OfAWorkbook_HoldsNoRandomIdAndNoTime()
    {
        using var zip = new ZipArchive(new MemoryStream(ReopenedWorkbook.Write(SampleReport.Full(), "en")));

        zip.Entries.ShouldAllBe(e => e.LastWriteTime.DateTime == new DateTime(1980, 1, 1));
        foreach (var entry in zip.Entries)
        {
            using var reader = new StreamReader(entry.Open());
            Regex.Count(reader.ReadToEnd(), @"\buid=|[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-4[0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-").ShouldBe(0, entry.FullName);
        }
    }
}
