using System.Globalization;
using Analytics.Core;
using Analytics.Core.Canonical;
using Analytics.Core.CrossTabs;
using Analytics.Storage.Warehouse.Engines;
using Analytics.Storage.Warehouse.Importing;
using Analytics.Storage.Warehouse.Reading;
using static Analytics.Storage.Tests.Warehouse.TestWarehouse;

namespace Analytics.Storage.Tests.Warehouse;

public abstract class WindowTests(WarehouseProvider provider) : IDisposable
{
    private readonly TestWarehouse _warehouse = new(provider);

    [Fact]
    public void Read_RandomRows_GivesWhatANaiveReadGives()
    {
        var random = new Random(7);
        var subscribers = Enumerable.Range(0, 300).Select(i => (Id: i, Brand: Pick(random, "A", "B", null), Arpu: random.Next(10000) / 100.0, Age: random.Next(18, 80), Region: Pick(random, "north", "south"))).ToList();
        var complaints = Enumerable.Range(0, 4000).Select(i => (
            Subscriber: random.Next(3) > 0 ? random.Next(400) : -1,
            At: Utc(2026, 10, 1).AddMinutes(random.Next(60 * 24 * 60)),
            Cause: Pick(random, "slow", "bill", null),
            Region: Pick(random, "east", null),
            Reply: random.Next(2) == 0 ? random.Next(5000) : -1,
            Escalated: random.Next(3) == 0 ? (bool?)null : random.Next(2) == 0,
            Refund: random.Next(4) == 0 ? random.Next(100_000) / 100m : (decimal?)null,
            Count: random.Next(1, 4))).ToList();
        _warehouse.Import(CanonicalTable.Subscriber, "s", 70, subscribers.Select(s => Subscriber(
            ("subscriber_id", Pseudonym(s.Id)), ("as_of", new DateOnly(2026, 10, 31)), ("brand", s.Brand), ("arpu", s.Arpu), ("age", s.Age), ("region", s.Region))));
        _warehouse.Import(CanonicalTable.Complaint, "c", 900, complaints.Select(c => Complaint(
            ("subscriber_id", c.Subscriber < 0 ? null : Pseudonym(c.Subscriber)), ("received_at", c.At), ("cause", c.Cause), ("region", c.Region),
            ("first_reply_at", c.Reply < 0 ? null : c.At.AddSeconds(c.Reply)), ("is_escalated", c.Escalated), ("refund_paid", c.Refund), ("count", c.Count))));

        var zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");
        var naive = complaints
            .Where(c => TimeZoneInfo.ConvertTimeFromUtc(c.At, zone) is var local && local >= new DateTime(2026, 11, 2) && local < new DateTime(2026, 11, 9))
            .Select(c =>
            {
                var s = c.Subscriber is >= 0 and < 300 ? subscribers[c.Subscriber] : default;
                var known = c.Subscriber is >= 0 and < 300;
                var repeat = c.Subscriber < 0 || c.Cause is null ? "" : complaints.Any(p => p.Subscriber == c.Subscriber && p.Cause == c.Cause && p.At < c.At && p.At >= c.At.AddDays(-30)) ? "true" : "false";
                var hours = c.Reply < 0 ? double.NaN : Math.Round(c.Reply / 60.0, MidpointRounding.AwayFromZero) / 60;
                return string.Join('|', TimeZoneInfo.ConvertTimeFromUtc(c.At, zone).ToString("yyyy-MM-dd"), c.Cause, c.Region ?? s.Region, s.Brand, repeat, known ? "true" : "false",
                    c.Escalated is { } e ? (e ? "true" : "false") : "", Text(known ? s.Arpu : double.NaN), Text(known ? s.Age : double.NaN), Text(hours), Text(c.Refund is { } r ? (double)r : double.NaN), c.Count);
            });

        string[] dimensions = ["day", "cause", "region", "brand", "is_repeat", "has_subscriber", "is_escalated"];
        string[] measures = ["arpu", "age", "first_reply_hours", "refund_paid"];
        Rows(Request(FactTable.Complaints, new DateOnly(2026, 11, 2), new DateOnly(2026, 11, 9), [.. dimensions, .. measures]), dimensions, measures)
            .Order(StringComparer.Ordinal).ShouldBe(naive.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("Asia/Shanghai", "2026-11-01T15:59:59Z", "2026-11-01")]
    [InlineData("Asia/Shanghai", "2026-11-01T16:00:00Z", "2026-11-02")]
    [InlineData("Asia/Kolkata", "2026-11-01T18:29:59Z", "2026-11-01")]
    [InlineData("Asia/Kolkata", "2026-11-01T18:30:00Z", "2026-11-02")]
    [InlineData("America/New_York", "2026-11-01T03:59:59Z", "2026-10-31")] // summer time, −4
    [InlineData("America/New_York", "2026-11-02T04:59:59Z", "2026-11-01")] // the day of 25 hours, −5 at its end
    [InlineData("America/Sao_Paulo", "2018-11-04T02:59:59Z", "2018-11-03")] // midnight of 4 November was skipped
    [InlineData("America/Sao_Paulo", "2018-11-04T03:00:00Z", "2018-11-04")]
    public void Read_MomentAtTheEdgeOfADay_FallsOnItsLocalDay(string zone, string moment, string day)
    {
        var at = DateTime.Parse(moment, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal);
        var local = DateOnly.Parse(day, CultureInfo.InvariantCulture);
        _warehouse.Import(CanonicalTable.Complaint, "c", Complaint(("received_at", at)));

        Rows(Request(FactTable.Complaints, local, local.AddDays(1), ["day"]) with { TimeZone = zone }, ["day"], []).ShouldBe([day + "|1"]);
        Rows(Request(FactTable.Complaints, local.AddDays(-1), local, ["day"]) with { TimeZone = zone }, ["day"], []).ShouldBeEmpty();
        Rows(Request(FactTable.Complaints, local.AddDays(1), local.AddDays(2), ["day"]) with { TimeZone = zone }, ["day"], []).ShouldBeEmpty();
        _warehouse.Database.Facts(local, local.AddDays(1), zone).ComplaintDays.ShouldBe([local]);
    }

    [Theory]
    [InlineData("2026-09-01", "2026-09-30")] // none before: the earliest
    [InlineData("2026-10-31", "2026-09-30")] // the day itself is not before
    [InlineData("2026-11-01", "2026-10-31")]
    [InlineData("2027-01-01", "2026-11-30")]
    public void Read_Subscribers_TakesTheLatestSnapshotBeforeTheEnd(string to, string expected)
    {
        DateOnly[] days = [new(2026, 9, 30), new(2026, 10, 31), new(2026, 11, 30)];
        _warehouse.Import(CanonicalTable.Subscriber, "s", days.Select(d => Subscriber(("subscriber_id", Pseudonym(1)), ("as_of", d), ("birth_year", 2000), ("activated_on", new DateOnly(2025, 9, 30)), ("arpu", d.Month))));
        var end = DateOnly.Parse(to, CultureInfo.InvariantCulture);
        var day = DateOnly.Parse(expected, CultureInfo.InvariantCulture);

        _warehouse.Database.SnapshotFor(end).ShouldBe(day);
        Rows(Request(FactTable.Subscribers, end.AddDays(-7), end, ["arpu", "age", "tenure_years", "operator"]), ["operator"], ["arpu", "age", "tenure_years"])
            .ShouldBe([$"|{day.Month}|26|{Text((day.DayNumber - new DateOnly(2025, 9, 30).DayNumber) / 365.25)}|1"]);
    }

    [Fact]
    public void Read_SubscribersChangedAfterwards_GivesTheNewValues()
    {
        FieldValue[] Row(int id, double arpu) => Subscriber(("subscriber_id", Pseudonym(id)), ("as_of", new DateOnly(2026, 10, 31)), ("arpu", arpu), ("is_5g", arpu > 50));
        _warehouse.Import(CanonicalTable.Subscriber, "a", Row(1, 10.5), Row(2, 20.25));
        _warehouse.Import(CanonicalTable.Subscriber, "b", Row(2, 99.123456789), Row(3, 1e12));

        Rows(Request(FactTable.Subscribers, new DateOnly(2026, 11, 1), new DateOnly(2026, 11, 8), ["arpu", "is_5g"]), ["is_5g"], ["arpu"])
            .Order(StringComparer.Ordinal).ShouldBe(["false|10.5|1", "true|1000000000000|1", "true|99.123456789|1"]);
    }

    [Fact]
    public void Read_SubscribersDuringAnImportThatChangesThem_ReadsTheRows()
    {
        FieldValue[] Row(int id, double arpu) => Subscriber(("subscriber_id", Pseudonym(id)), ("as_of", new DateOnly(2026, 10, 31)), ("arpu", arpu), ("brand", "b" + id));
        _warehouse.Import(CanonicalTable.Subscriber, "a", Row(1, 10), Row(2, 20));
        using var session = _warehouse.Database.BeginImport(new ImportIdentity(CanonicalTable.Subscriber, "b.csv", "b", "m1"));
        Feed(session, CanonicalTable.Subscriber, 10, [Row(2, 30)]);

        Rows(Request(FactTable.Subscribers, new DateOnly(2026, 11, 1), new DateOnly(2026, 11, 8), ["arpu", "brand"]), ["brand"], ["arpu"]).ShouldBe(["b1|10|1", "b2|30|1"]);
    }

    [Fact]
    public void Read_WithoutSubscriberRows_FallsBackToPopulationCounts()
    {
        FieldValue[] Row(string region, int subscribers) => TestWarehouse.Row(CanonicalTable.Population, ("as_of", new DateOnly(2026, 10, 31)), ("region", region), ("operator", "X"), ("subscribers", subscribers));
        _warehouse.Import(CanonicalTable.Population, "p", Row("north", 1200), Row("south", 800));

        Rows(Request(FactTable.Subscribers, new DateOnly(2026, 11, 1), new DateOnly(2026, 11, 8), ["region", "operator", "gender", "arpu"]), ["region", "operator", "gender"], ["arpu"])
            .ShouldBe(["north|X||NaN|1200", "south|X||NaN|800"]);
        var facts = _warehouse.Database.Facts(new DateOnly(2026, 11, 1), new DateOnly(2026, 11, 8), "Asia/Shanghai");
        (facts.IsPopulationCounts, facts.SnapshotDays[0], WarehouseColumns.HasValues(FactTable.Subscribers, "region", facts.FilledColumns), WarehouseColumns.HasValues(FactTable.Subscribers, "arpu", facts.FilledColumns))
            .ShouldBe((true, new DateOnly(2026, 10, 31), true, false));
    }

    [Fact]
    public void Read_SurveyAnswers_TakeRegionAndAgeFromTheSubscriberWhereTheyLackThem()
    {
        _warehouse.Import(CanonicalTable.Subscriber, "s", Subscriber(("subscriber_id", Pseudonym(1)), ("as_of", new DateOnly(2026, 10, 31)), ("region", "north"), ("gender", "female"), ("age", 33)));
        FieldValue[] Row(string response, int? subscriber, string? region, double score) => TestWarehouse.Row(CanonicalTable.Survey,
            ("response_id", response), ("subscriber_id", subscriber is { } s ? Pseudonym(s) : null), ("answered_at", Utc(2026, 11, 3)), ("region", region), ("item", "overall"), ("score", score));
        _warehouse.Import(CanonicalTable.Survey, "q", Row("r1", 1, null, 8), Row("r2", 1, "south", 9), Row("r3", null, null, 10));

        Rows(Request(FactTable.SurveyAnswers, new DateOnly(2026, 11, 2), new DateOnly(2026, 11, 9), ["item", "region", "gender", "age", "score"]), ["item", "region", "gender"], ["age", "score"])
            .Order(StringComparer.Ordinal).ShouldBe(["overall|north|female|33|8|1", "overall|south|female|33|9|1", "overall|||NaN|10|1"]);
    }

    [Fact]
    public void Read_ColumnTheTableLacks_NamesTheNearest() =>
        Should.Throw<AnalyticsException>(() => _warehouse.Database.Read(Request(FactTable.Complaints, new DateOnly(2026, 11, 2), new DateOnly(2026, 11, 9), ["chanel"])).ToList())
            .Message.ShouldStartWith("AN4002: Complaints have no column 'chanel'. Did you mean 'channel'? Columns: age, arpu, ");

    [Fact]
    public void ReadDetails_WithFilters_GivesTheFirstRowsByTimeOfReceipt()
    {
        _warehouse.Import(CanonicalTable.Subscriber, "s", Subscriber(("subscriber_id", Pseudonym(1)), ("as_of", new DateOnly(2026, 10, 31)), ("region", "north"), ("brand", "A")));
        FieldValue[] Row(string id, int minute, string channel) => Complaint(("complaint_id", id), ("subscriber_id", Pseudonym(1)), ("received_at", Utc(2026, 11, 3, 1, minute)), ("channel", channel),
            ("text", "text of " + id), ("is_escalated", true), ("first_reply_at", Utc(2026, 11, 3, 2)), ("satisfaction", 4.0));
        _warehouse.Import(CanonicalTable.Complaint, "c", Row("3", 30, "app"), Row("2", 20, "app"), Row("1", 10, "shop"), Row("4", 40, "app"));

        _warehouse.Database.ReadDetails(Request(FactTable.Complaints, new DateOnly(2026, 11, 2), new DateOnly(2026, 11, 9), []), [new Filter("channel", ["app"]), new Filter("brand", ["A", "B"])], 2)
            .ShouldBe(new[] { ("2", 20), ("3", 30) }.Select(c => new ComplaintCase(c.Item1, Pseudonym(1), Utc(2026, 11, 3, 1, c.Item2), "app", null, null, "north", null, Utc(2026, 11, 3, 2), null, true, null, 4, "text of " + c.Item1, 1)));
    }

    public void Dispose()
    {
        _warehouse.Dispose();
        GC.SuppressFinalize(this);
    }

    private static string? Pick(Random random, params string?[] values) => values[random.Next(values.Length)];

    private static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    private static WindowRequest Request(FactTable table, DateOnly from, DateOnly to, string[] columns) => new(table, from, to, columns, "Asia/Shanghai", TimeSpan.FromDays(30), Utc(2026, 12, 1));

    private IEnumerable<string> Rows(WindowRequest request, string[] dimensions, string[] measures) => _warehouse.Database.Read(request).SelectMany(block => Enumerable.Range(0, block.Rows).Select(row => string.Join('|',
        [.. dimensions.Select(d => block.Dimensions[d].Labels[block.Dimensions[d].Keys[row]]), .. measures.Select(m => Text(block.Measures[m][row])), (block.Counts?[row] ?? 1).ToString(CultureInfo.InvariantCulture)])));
}

public sealed class SqliteWindowTests() : WindowTests(WarehouseProvider.Sqlite);

public sealed class PostgreSqlWindowTests() : WindowTests(WarehouseProvider.PostgreSql);

public sealed class SqlServerWindowTests() : WindowTests(WarehouseProvider.SqlServer);
