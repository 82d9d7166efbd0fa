using Analytics.Statistics.Disclosure;
using Analytics.Statistics.Tests.Tables;

namespace Analytics.Statistics.Tests.Disclosure;

public sealed class CellSuppressionTests
{
    [Fact]
    public void Mask_OneSmallCell_HidesARectangleRoundIt()
    {
        long[,] counts = { { 3, 40, 70 }, { 50, 60, 90 }, { 80, 20, 30 } };
        var mask = CellSuppression.Mask(counts, 10);
        Hidden(mask).ShouldBe([(0, 0), (0, 1), (2, 0), (2, 1)]);
    }

    [Fact]
    public void Mask_NothingSmall_HidesNothing() =>
        Hidden(CellSuppression.Mask(new long[,] { { 10, 0 }, { 0, 11 } }, 10)).ShouldBeEmpty();

    [Theory]
    [InlineData(5, 3, 4, 14)]
    [InlineData(10, 3, 4, 14)]
    [InlineData(10, 6, 6, 60)]
    [InlineData(10, 2, 12, 40)]
    [InlineData(10, 1, 5, 40)]
    public void Mask_RandomTables_LeaveEveryHiddenCellItsRange(int minimumCell, int mostRows, int mostColumns, int most)
    {
        var random = new Random(minimumCell + mostRows);
        for (var round = 0; round < 60; round++)
        {
            var counts = RandomTable(random, random.Next(1, mostRows + 1), random.Next(1, mostColumns + 1), most);
            var mask = CellSuppression.Mask(counts, minimumCell);
            Cells(mask).Any(cell => counts[cell.Row, cell.Column] is > 0 and var count && count < minimumCell && !mask[cell.Row, cell.Column]).ShouldBeFalse();
            var reader = new TableReader(counts, mask);
            foreach (var (r, c) in Hidden(mask))
            {
                reader.CellWidth(r, c).ShouldBeGreaterThan(Math.Min(minimumCell - 1, WidestRange(counts, r, c)) - 1e-6);
            }
        }
    }

    [Fact]
    public void Reader_PrimaryCellsAlone_AreKnownFromTheTotals()
    {
        long[,] counts = { { 3, 40, 70 }, { 50, 60, 90 }, { 80, 20, 30 } };
        var alone = new bool[3, 3];
        alone[0, 0] = true;
        new TableReader(counts, alone).CellWidth(0, 0).ShouldBe(0, 1e-9);
        new TableReader(counts, CellSuppression.Mask(counts, 10)).CellWidth(0, 0).ShouldBe(3 + 40, 1e-9); // down to 0, up until (0, 1) is empty
    }

    [Fact]
    public void Mask_HiddenTotals_AreProtectedToo()
    {
        var random = new Random(77);
        for (var round = 0; round < 100; round++)
        {
            var counts = RandomTable(random, 4, 5, 25);
            bool[] rowTotals = [true, true, random.Next(2) == 0, false];
            bool[] columnTotals = [random.Next(2) == 0, true, true, false, false];
            var mask = CellSuppression.Mask(counts, 8, rowTotals, columnTotals);
            var reader = new TableReader(counts, mask, rowTotals, columnTotals);
            var blind = new TableReader(counts, Everything(mask), rowTotals, columnTotals);
            foreach (var (r, c) in Hidden(mask))
            {
                reader.CellWidth(r, c).ShouldBeGreaterThan(Math.Min(7, blind.CellWidth(r, c)) - 1e-6);
            }

            foreach (var r in Enumerable.Range(0, 4).Where(r => rowTotals[r]))
            {
                reader.RowTotalWidth(r).ShouldBeGreaterThan(Math.Min(7, blind.RowTotalWidth(r)) - 1e-6);
            }
        }
    }

    [Fact]
    public void Mask_HiddenTotals_HideNoMoreThanShownOnes()
    {
        long[,] counts = { { 3, 40, 70 }, { 4, 60, 90 }, { 80, 20, 30 } };
        Hidden(CellSuppression.Mask(counts, 5, [true, true, false])).Count.ShouldBeLessThanOrEqualTo(Hidden(CellSuppression.Mask(counts, 5)).Count);
    }

    [Fact]
    public void Mask_WideRandomTables_HideTwoInEveryLine()
    {
        var random = new Random(4);
        for (var round = 0; round < 50; round++)
        {
            var counts = RandomTable(random, 12, 9, 200);
            var mask = CellSuppression.Mask(counts, 10);
            for (var r = 0; r < 12; r++)
            {
                Enumerable.Range(0, 9).Count(c => mask[r, c]).ShouldNotBe(1);
            }

            for (var c = 0; c < 9; c++)
            {
                Enumerable.Range(0, 12).Count(r => mask[r, c]).ShouldNotBe(1);
            }
        }
    }

    [Fact]
    public void Mask_ImpossibleInput_IsRefused()
    {
        Should.Throw<ArgumentException>(() => CellSuppression.Mask(new long[,] { { -1 } }, 10));
        Should.Throw<ArgumentException>(() => CellSuppression.Mask(new long[,] { { 1 } }, 10, [true, false]));
    }

    // Fréchet: what the totals alone leave open.
    private static double WidestRange(long[,] counts, int row, int column)
    {
        var all = counts.Cast<long>().Sum();
        var inRow = Enumerable.Range(0, counts.GetLength(1)).Sum(c => counts[row, c]);
        var inColumn = Enumerable.Range(0, counts.GetLength(0)).Sum(r => counts[r, column]);
        return Math.Min(inRow, inColumn) - Math.Max(0, inRow + inColumn - all);
    }

    private static long[,] RandomTable(Random random, int rows, int columns, int most)
    {
        var table = new long[rows, columns];
        for (var r = 0; r < rows; r++)
        {
            for (var c = 0; c < columns; c++)
            {
                table[r, c] = random.Next(6) == 0 ? 0 : (long)(most * Math.Pow(random.NextDouble(), 2));
            }
        }

        return table;
    }

    private static bool[,] Everything(bool[,] mask)
    {
        var all = new bool[mask.GetLength(0), mask.GetLength(1)];
        foreach (var (r, c) in Cells(mask))
        {
            all[r, c] = true;
        }

        return all;
    }

    private static IEnumerable<(int Row, int Column)> Cells(bool[,] mask) =>
        from r in Enumerable.Range(0, mask.GetLength(0)) from c in Enumerable.Range(0, mask.GetLength(1)) select (r, c);

    private static List<(int Row, int Column)> Hidden(bool[,] mask) => [.. Cells(mask).Where(cell => mask[cell.Row, cell.Column])];
}
