namespace Analytics.Core.Tests;

public sealed class NearestNameTests
{
    private static readonly string[] Columns = ["received_at", "region", "brand", "arpu", "data_mb"];

    [Theory]
    [InlineData("recieved_at", "received_at")]
    [InlineData("RECEIVED AT", "received_at")]
    [InlineData("regoin", "region")]
    [InlineData("apru", "arpu")]
    [InlineData("datamb", "data_mb")]
    [InlineData("satisfaction", null)]
    [InlineData("", null)]
    public void NearestName_OfAMisspelling_IsTheColumnMeant(string written, string? meant)
        => NearestName.Of(written, Columns).ShouldBe(meant);

    [Fact]
    public void Hint_NothingNear_IsEmpty()
        => (NearestName.Hint("xyzzy", Columns), NearestName.Hint("brnad", Columns)).ShouldBe(("", " Did you mean 'brand'?"));
}
