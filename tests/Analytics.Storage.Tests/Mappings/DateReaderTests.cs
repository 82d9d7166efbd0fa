using System.Globalization;
using System.Text;
using Analytics.Storage.Mappings;
using FsCheck;
using FsCheck.Fluent;

namespace Analytics.Storage.Tests.Mappings;

/// <summary>Dates as the mapping's formats say; the commonest format is read by hand and must do as the framework's parser does.</summary>
public sealed class DateReaderTests
{
    private const string Moment = "yyyy-MM-dd HH:mm:ss";

    [Fact]
    public void TryRead_TextThatMayBeAMoment_DoesAsTheFrameworksParser() =>
        Prop.ForAll(NearlyMoments().ToArbitrary(), text =>
        {
            var isMoment = DateTime.TryParseExact(text, Moment, CultureInfo.InvariantCulture, DateTimeStyles.NoCurrentDateDefault, out var expected);
            DateReader.Of([Moment]).TryRead(Encoding.UTF8.GetBytes(text), out var value, out _).ShouldBe(isMoment, text);
            value.ShouldBe(expected, text);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(5000));

    [Theory]
    [InlineData("2024-02-29 23:59:59", true)]
    [InlineData("2023-02-29 00:00:00", false)]
    [InlineData("2024-12-31 24:00:00", false)]
    [InlineData("0000-01-01 00:00:00", false)]
    public void TryRead_DayThatIsOrIsNot_SaysSo(string text, bool isMoment) => DateReader.Of([Moment]).TryRead(Encoding.UTF8.GetBytes(text), out _, out _).ShouldBe(isMoment);

    private static Gen<string> NearlyMoments() =>
        from year in Gen.Choose(0, 9999)
        from month in Gen.Choose(0, 13)
        from day in Gen.Choose(0, 32)
        from hour in Gen.Choose(0, 25)
        from minute in Gen.Choose(0, 61)
        from second in Gen.Choose(0, 61)
        from at in Gen.Choose(0, 60)
        from letter in Gen.Elements('-', ':', ' ', 'x', '7', 'T', '٣', '+')
        let text = string.Create(CultureInfo.InvariantCulture, $"{year:0000}-{month:00}-{day:00} {hour:00}:{minute:00}:{second:00}")
        select at < text.Length ? text[..at] + letter + text[(at + 1)..] : text;
}
