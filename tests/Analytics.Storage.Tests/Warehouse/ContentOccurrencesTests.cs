using Analytics.Core.Canonical;
using Analytics.Storage.Warehouse.Importing;

namespace Analytics.Storage.Tests.Warehouse;

/// <summary>Rows without an id against the rule itself, counted naively: after an import at least as many rows of a content are there as it brought.</summary>
public class ContentOccurrencesTests
{
    private const int Days = 5;
    private const int Contents = 12;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Import_RandomFilesOfRowsWithoutId_KeepAsManyAsTheFullestFileBrought(int seed)
    {
        using var warehouse = new TestWarehouse();
        var random = new Random(seed);
        var stored = new Dictionary<(int Day, int Content), int>();
        for (var file = 0; file < 60; file++)
        {
            var rows = Enumerable.Range(0, random.Next(1, 120)).Select(_ => (Day: random.Next(Days), Content: random.Next(Contents))).ToList();
            var expected = 0;
            foreach (var (row, count) in rows.CountBy(row => row))
            {
                expected += Math.Max(0, count - stored.GetValueOrDefault(row));
                stored[row] = Math.Max(count, stored.GetValueOrDefault(row));
            }

            var counts = warehouse.Import(CanonicalTable.Complaint, $"file {file}", random.Next(1, 40), rows.Select(row => Row(row.Day, row.Content)));

            (counts.Stored, counts.AlreadyThere, counts.RepeatedRows).ShouldBe((expected, rows.Count - expected, rows.Count - rows.Distinct().Count()));
        }

        using var session = warehouse.OpenSession();
        session.Connection.CreateCommand().ShouldSatisfyAllConditions(
            command => Scalar(command, "SELECT COUNT(*) FROM complaint").ShouldBe(stored.Values.Sum()),
            command => Scalar(command, "SELECT MAX(runs) FROM (SELECT COUNT(*) AS runs FROM content_run GROUP BY part) AS parts").ShouldBeLessThanOrEqualTo(64));
    }

    [Fact]
    public void Import_BrokenOffBetweenTwins_StoresTheSecondTwinWhenItGoesOn()
    {
        using var warehouse = new TestWarehouse();
        var identity = new ImportIdentity(CanonicalTable.Complaint, "a.csv", "a", "m1") { Header = "a" };
        using (var session = warehouse.Database.BeginImport(identity))
        {
            session.Write(Batch(session, 1));
        }

        using (var session = warehouse.Database.BeginImport(identity))
        {
            session.ResumeAfter.ShouldBe(1);
            session.Write(Batch(session, 2));
            session.Complete([]).ShouldBe(new ImportCounts(2, 2, 0, 0, 1, 0));
        }
    }

    private static RowBatch Batch(ImportSession session, int sourceRows)
    {
        var batch = new RowBatch(CanonicalTable.Complaint, 4);
        Row(0, 0).CopyTo(batch.Add(sourceRows));
        batch.SourceRowsRead = sourceRows;
        session.Prepare(batch);
        return batch;
    }

    private static FieldValue[] Row(int day, int content) =>
        TestWarehouse.Complaint(("received_at", TestWarehouse.Utc(2026, 3, 1 + day)), ("cause", $"cause {content}"));

    private static long Scalar(System.Data.Common.DbCommand command, string sql)
    {
        command.CommandText = sql;
        return Convert.ToInt64(command.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture);
    }
}
