using Analytics.Jobs.Cli;

namespace Analytics.Jobs.Tests.Cli;

public sealed class TextTableTests
{
    [Fact]
    public void Lines_ChineseLabels_KeepTheColumnsAligned()
    {
        var table = new TextTable("brand", "complaints", "note");
        table.Add("全球通", "1,234", "a");
        table.Add("M-zone", "5", "");
        table.Add("—", "—", "b");
        table.Lines().ShouldBe(
        [
            "brand   complaints  note",
            "------  ----------  ----",
            "全球通       1,234  a",
            "M-zone           5",
            "—                —  b",
        ]);
    }
}
