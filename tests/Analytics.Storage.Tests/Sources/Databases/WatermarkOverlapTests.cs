using Analytics.Storage.Sources.Databases;

namespace Analytics.Storage.Tests.Sources.Databases;

public sealed class WatermarkOverlapTests
{
    [Theory]
    [InlineData("2d", "2d")]
    [InlineData("48h", "2d")]
    [InlineData("36h", "36h")]
    [InlineData("90m", "90m")]
    [InlineData("45s", "45s")]
    [InlineData("5000", "5000")]
    [InlineData("0", "0")]
    public void Text_IsReadAndWritten(string text, string written) => WatermarkOverlap.Parse(text).ToString().ShouldBe(written);

    [Theory]
    [InlineData("")]
    [InlineData("d")]
    [InlineData("-1d")]
    [InlineData("2 weeks")]
    [InlineData("3w")]
    [InlineData("1.5d")]
    public void Text_ThatIsNoOverlap_IsRefused(string text) => Should.Throw<FormatException>(() => WatermarkOverlap.Parse(text));

    public static TheoryData<object, string, object?> Moved => new()
    {
        { new DateTime(2026, 3, 1, 6, 0, 0, DateTimeKind.Utc), "1d", new DateTime(2026, 2, 28, 6, 0, 0, DateTimeKind.Utc) },
        { new DateTimeOffset(2026, 3, 1, 6, 0, 0, TimeSpan.FromHours(8)), "12h", new DateTimeOffset(2026, 2, 28, 18, 0, 0, TimeSpan.FromHours(8)) },
        { new DateOnly(2026, 3, 1), "36h", new DateOnly(2026, 2, 27) },
        { DateTime.MinValue, "1d", DateTime.MinValue },
        { 100L, "30", 70L },
        { 100m, "30", 70m },
        { new byte[] { 0, 0, 0, 0, 0, 0, 1, 0 }, "1", new byte[] { 0, 0, 0, 0, 0, 0, 0, 255 } },
        { "2026-03-01 00:30:00", "1h", "2026-02-28 23:30:00" },
        { "2026-03-01T00:30:00Z", "1h", "2026-02-28T23:30:00Z" },
        { "2026-03-01", "1d", "2026-02-28" },
        { "1 March", "1d", null },
        { 100L, "1d", null },
        { new DateOnly(2026, 3, 1), "30", null },
        { "as it is", "0", "as it is" },
    };

    [Theory]
    [MemberData(nameof(Moved))]
    public void Watermark_IsMovedBackInItsOwnType(object watermark, string overlap, object? expected) => WatermarkOverlap.Parse(overlap).Before(watermark).ShouldBe(expected);

    [Fact]
    public void Position_WrittenAndRead_HasTheSameValues()
    {
        object[] values = [5L, 1.5m, 0.1, "a\"b,c", new DateTime(2026, 3, 1, 6, 0, 0, 1, DateTimeKind.Utc).AddTicks(7), new DateTime(2026, 3, 1, 6, 0, 0, DateTimeKind.Unspecified), new DateOnly(2026, 3, 1), Guid.Parse("0f8fad5b-d9cb-469f-a165-70867728950e"), new byte[] { 1, 255 }];
        var read = KeysetPosition.Parse(new KeysetPosition(values).ToString()).Values;
        read.ShouldBe(values);
        read.OfType<DateTime>().Select(d => d.Kind).ShouldBe([DateTimeKind.Utc, DateTimeKind.Unspecified]);
    }
}
