using Analytics.Reporting.Workbook;

namespace Analytics.Reporting.Tests.Workbook;

public class SheetTextTests
{
    [Theory]
    [InlineData("plain 文本", "plain 文本")]
    [InlineData("a\r\nb\rc\td", "a\nb␍c\td")]
    [InlineData("\u0000\u001b\u007f", "␀␛␡")]
    [InlineData("pair 😀", "pair 😀")]
    [InlineData("\ufffe\uffff", "\ufffd\ufffd")]
    public void Clean_OfAnyText_KeepsEverythingVisible(string text, string expected) => SheetText.Clean(text, "").ShouldBe(expected);

    [Fact]
    public void Clean_OfHalfASurrogatePair_PutsTheReplacementCharacter()
    {
        SheetText.Clean("high \ud83d alone", "").ShouldBe("high \ufffd alone");
        SheetText.Clean("low \ude00 alone", "").ShouldBe("low \ufffd alone");
    }

    [Fact]
    public void Clean_OfALongText_CutsAtTheLimitWithItsMarkAndNoHalfCharacter()
    {
        var cut = SheetText.Clean("x" + string.Concat(Enumerable.Repeat("😀", 20_000)), "[{0}]");

        cut.Length.ShouldBeInRange(32_766, 32_767);
        cut.ShouldEndWith("😀[40001]");
    }

    [Theory]
    [InlineData("=1", true)]
    [InlineData("+1", true)]
    [InlineData("-1", true)]
    [InlineData("@x", true)]
    [InlineData("\t=1", true)]
    [InlineData("a=1", false)]
    [InlineData("", false)]
    public void LooksLikeFormula_ByItsFirstCharacter(string text, bool expected) => SheetText.LooksLikeFormula(text).ShouldBe(expected);

    [Theory]
    [InlineData("abc", 3)]
    [InlineData("万投比", 6)]
    [InlineData("ARPU（元）", 10)]
    [InlineData("two\nlines here", 10)]
    [InlineData("😀", 2)]
    public void Width_CountsChineseTwice(string text, int expected) => SheetText.Width(text).ShouldBe(expected);

    [Theory]
    [InlineData("short", 10, "short")]
    [InlineData("rather long", 8, "rather…")]
    [InlineData("上网速度慢", 8, "上网速…")]
    [InlineData("上网速度慢", -4, "…")]
    public void Shortened_TooWide_EndsInAnEllipsis(string text, int width, string expected) => SheetText.Shortened(text, width).ShouldBe(expected);

    [Fact]
    public void EscapeCodes_LiteralCode_IsNotDecodedOnReading() => SheetText.EscapeCodes("_x000D_ and _xyz_").ShouldBe("_x005F_x000D_ and _xyz_");
}
