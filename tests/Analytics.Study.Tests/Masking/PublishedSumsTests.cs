using Analytics.Study.Masking;

namespace Analytics.Study.Tests.Masking;

public class PublishedSumsTests
{
    [Fact]
    public void Attacker_OneHiddenPart_IsFound()
    {
        var attacker = new Attacker();
        attacker.Know("all", 20);
        attacker.Know("a", 17);
        attacker.Tie("all", ["a", "b"]);

        attacker.Solve()["b"].ShouldBe(3);
    }

    [Theory]
    [InlineData(new long[] { 50, 30, 12, 3 }, new[] { false, false, true, true })]
    [InlineData(new long[] { 50, 30, 12 }, new[] { false, false, false })]
    [InlineData(new long[] { 50, 30, 9, 9 }, new[] { false, false, true, true })]
    [InlineData(new long[] { 50, 30, 5, 4 }, new[] { false, true, true, true })]
    public void Line_HidesAsLittleAsLeavesTenPossibleValues(long[] counts, bool[] hidden) =>
        new SuppressionRule(10).Line(counts).ShouldBe(hidden);

    [Fact]
    public void Line_EverythingSmall_CannotBeProtected() =>
        new SuppressionRule(10).Line([1, 1, 1, 1, 1, 1, 1, 1, 1, 1]).ShouldBeNull();

    [Fact]
    public void Causes_ACauseInTwoCategories_IsNotFoundThroughItsTotal()
    {
        // B is 2 of category K: hiding B and A there is not enough, because A's total and its count in L would give A in K away
        var table = new CauseTable(["K", "L"], ["A", "B", "C"], new long[,] { { 98, 2, 0 }, { 50, 0, 40 } });

        var mask = CauseMask.Decide(table, 10);

        mask.CauseHidden[1].ShouldBeTrue();
        mask.CellHidden[0, 0].ShouldBeTrue();
        (mask.CellHidden[1, 0] || mask.CauseHidden[0]).ShouldBeTrue();
    }
}
