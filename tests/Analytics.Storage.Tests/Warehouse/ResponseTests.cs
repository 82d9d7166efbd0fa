using System.Globalization;
using Analytics.Core.Canonical;
using Analytics.Core.CrossTabs;
using Analytics.Storage.Warehouse.Engines;
using Analytics.Storage.Warehouse.Reading;
using static Analytics.Storage.Tests.Warehouse.TestWarehouse;

namespace Analytics.Storage.Tests.Warehouse;

public abstract class ResponseTests(WarehouseProvider provider) : IDisposable
{
    private static readonly DateOnly From = new(2026, 11, 2);
    private static readonly DateOnly To = new(2026, 11, 9);
    private static readonly string[] Items = ["coverage", "overall", "price"];
    private static readonly string[] Columns = ["day", "operator", "brand", "region", "gender", "weight", "arpu", "age"];
    private readonly TestWarehouse _warehouse = new(provider);

    public void Dispose()
    {
        _warehouse.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public void ReadResponses_RandomAnswers_GivesTheTableANaivePivotGives()
    {
        var random = new Random(11);
        var subscribers = Enumerable.Range(0, 100).Select(i => (Brand: Pick(random, "A", "B"), Region: Pick(random, "north", "south"), Gender: Pick(random, "f", "m"), Arpu: random.Next(10_000) / 100.0, Age: random.Next(18, 80))).ToList();
        _warehouse.Import(CanonicalTable.Subscriber, "s", subscribers.Select((s, i) => Subscriber(
            ("subscriber_id", Pseudonym(i)), ("as_of", new DateOnly(2026, 10, 31)), ("brand", s.Brand), ("region", s.Region), ("gender", s.Gender), ("arpu", s.Arpu), ("age", s.Age))));
        var responses = Enumerable.Range(0, 600).Select(i => (
            Id: (random.Next(2) == 0 ? "r" : "R") + (i / 2),
            Subscriber: random.Next(3) > 0 ? random.Next(130) : -1,
            At: Utc(2026, 11, 1).AddSeconds(random.Next(9 * 24 * 60) * 60),
            Operator: Pick(random, "own", "other", null),
            Brand: Pick(random, "C", null),
            Weight: random.Next(4) == 0 ? (double?)null : random.Next(1, 30) / 10.0,
            Answers: Items.Select(_ => random.Next(5) == 0 ? (double?)null : random.Next(1, 11)).ToArray())).DistinctBy(r => r.Id).ToList();
        _warehouse.Import(CanonicalTable.Survey, "v", 77, responses.SelectMany(r => Items.Select((item, i) => Row(
            CanonicalTable.Survey,
            ("response_id", r.Id), ("subscriber_id", r.Subscriber < 0 ? null : Pseudonym(r.Subscriber)), ("answered_at", r.At), ("operator", r.Operator), ("brand", r.Brand), ("weight", r.Weight), ("item", item), ("score", r.Answers[i])))));

        var zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");
        var expected = from r in responses
                       let local = TimeZoneInfo.ConvertTimeFromUtc(r.At, zone)
                       where local >= From.ToDateTime(default) && local < To.ToDateTime(default)
                       orderby r.At, Ordinal(r.Id)
                       let known = r.Subscriber is >= 0 and < 100
                       let s = known ? subscribers[r.Subscriber] : (Brand: null, Region: null, Gender: null, Arpu: double.NaN, Age: 0)
                       select Line(
                           local.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), r.Operator, r.Brand ?? s.Brand, s.Region, s.Gender, r.Weight ?? double.NaN, s.Arpu, known ? s.Age : double.NaN, r.Answers[0] ?? double.NaN, r.Answers[1] ?? double.NaN, r.Answers[2] ?? double.NaN);

        Lines(_warehouse.Database.ReadResponses(Request(Columns))).ShouldBe(expected);
    }

    [Fact]
    public void ReadResponses_AnswerThatWasCorrected_GivesTheCorrection()
    {
        FieldValue[] Answer(string item, double? score) => Row(CanonicalTable.Survey, ("response_id", "1"), ("answered_at", Utc(2026, 11, 3)), ("item", item), ("score", score));
        _warehouse.Import(CanonicalTable.Survey, "a", Answer("overall", 3), Answer("price", 4));
        _warehouse.Import(CanonicalTable.Survey, "b", Answer("overall", 9), Answer("price", null));

        var read = _warehouse.Database.ReadResponses(Request([]));

        read.Respondents.Rows.ShouldBe(1);
        read.Items.Zip(read.Answers, (item, answers) => $"{item}={answers.Single()}").ShouldBe(["overall=9", "price=NaN"]);
    }

    [Fact]
    public void ReadResponses_WindowWithoutAny_IsEmpty()
    {
        var read = _warehouse.Database.ReadResponses(Request(Columns));

        read.Respondents.Rows.ShouldBe(0);
        read.Items.ShouldBeEmpty();
        read.Answers.ShouldBeEmpty();
    }

    private static WindowRequest Request(string[] columns) => new(FactTable.SurveyAnswers, From, To, columns, "Asia/Shanghai", TimeSpan.Zero, default);

    private static IEnumerable<string> Lines(SurveyResponses read) => Enumerable.Range(0, read.Respondents.Rows).Select(row => Line(
    [
        .. new[] { "day", "operator", "brand", "region", "gender" }.Select(c => read.Respondents.Dimensions[c]).Select(d => d.Labels[d.Keys[row]]),
        .. new[] { "weight", "arpu", "age" }.Select(c => (object)read.Respondents.Measures[c][row]),
        .. Items.Select(item => (object)read.Answers[read.Items.ToList().IndexOf(item)][row]),
    ]));

    private static string Line(params object?[] cells) => string.Join('|', cells.Select(c => Convert.ToString(c, CultureInfo.InvariantCulture)));

    /// <summary>Sorts like an ordinal comparison.</summary>
    private static string Ordinal(string text) => Convert.ToHexString(System.Text.Encoding.UTF8.GetBytes(text));

    private static T Pick<T>(Random random, params T[] values) => values[random.Next(values.Length)];
}

public sealed class SqliteResponseTests() : ResponseTests(WarehouseProvider.Sqlite);

public sealed class PostgreSqlResponseTests() : ResponseTests(WarehouseProvider.PostgreSql);

public sealed class SqlServerResponseTests() : ResponseTests(WarehouseProvider.SqlServer);
