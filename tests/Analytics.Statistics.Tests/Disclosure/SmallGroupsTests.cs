using Analytics.Statistics.Disclosure;

namespace Analytics.Statistics.Tests.Disclosure;

public sealed class SmallGroupsTests
{
    [Theory]
    [InlineData("50,40,30", 0, 1, "1,1,1")]
    [InlineData("50,40,4", 0, 1, "1,0,0")] // the total would tell the four
    [InlineData("50,40,4", 20, 1, "1,1,0")] // those without a label hide them
    [InlineData("50,40,9,9", 0, 1, "1,1,0,0")] // together they are enough
    [InlineData("50,40", 3, 1, "1,0")] // three without a label would be told by the total
    [InlineData("150,90,40", 0, 100, "1,0,0")]
    [InlineData("9", 0, 1, "0")]
    [InlineData("", 0, 1, "")]
    public void Shown_GroupsBesideTheirTotal_LeaveNobodyOrEnough(string counts, int others, int fewest, string expected) =>
        string.Join(
            ',',
            SmallGroups.Shown([.. counts.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(int.Parse)], others, fewest, 10)
                .Select(s => s ? 1 : 0)).ShouldBe(expected);
}
