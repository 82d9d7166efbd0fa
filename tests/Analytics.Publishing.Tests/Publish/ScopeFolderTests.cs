using System.Text;
using Analytics.Publishing.Publish;

namespace Analytics.Publishing.Tests.Publish;

public sealed class ScopeFolderTests
{
    [Fact]
    public void Name_NoFilter_IsAll() => ScopeFolder.Name([]).ShouldBe("all");

    [Fact]
    public void Name_Filters_AreReadableAndInOneOrder()
    {
        var name = ScopeFolder.Name([new("region", ["武汉", "宜昌"]), new("brand", ["全球通"])]);
        name.ShouldBe("brand=全球通,region=宜昌+武汉");
        ScopeFolder.Name([new("brand", ["全球通"]), new("region", ["宜昌", "武汉"])]).ShouldBe(name);
    }

    [Theory]
    [InlineData("../../etc")]
    [InlineData("a/b\\c:d*e?f\"g<h>i|j")]
    [InlineData("tab\tline\n")]
    [InlineData("ends with dots...")]
    [InlineData("~")]
    public void Name_UnsafeLabel_StaysOneSafeFolder(string label)
    {
        var name = ScopeFolder.Name([new("operator", [label])]);
        name.IndexOfAny([.. "/\\:*?\"<>|\n\t"]).ShouldBe(-1);
        name.ShouldMatch("~[0-9a-f]{8}$");
        Path.GetFileName(name).ShouldBe(name);
    }

    [Fact]
    public void Name_UnsafeLabelsThatLookAlike_HaveDifferentFolders() =>
        ScopeFolder.Name([new("operator", ["a/b"])]).ShouldNotBe(ScopeFolder.Name([new("operator", ["a:b"])]));

    [Fact]
    public void Name_LongScope_FitsAFileSystem()
    {
        string[] cities = [.. Enumerable.Range(0, 100).Select(i => $"很长的地市名称{i}")];
        var name = ScopeFolder.Name([new("region", cities)]);
        Encoding.UTF8.GetByteCount(name).ShouldBeLessThan(200);
        ScopeFolder.Name([new("region", [.. cities.Skip(1)])]).ShouldNotBe(name);
    }
}
