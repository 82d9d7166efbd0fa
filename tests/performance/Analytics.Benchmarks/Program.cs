using System.Diagnostics;
using System.Globalization;
using Analytics.Benchmarks;
using Analytics.Core.CrossTabs;
using Analytics.Statistics.Tables;

// usage: Analytics.Benchmarks crosstabs complaints.csv.gz crosstabs-duckdb.mjs rounds
//        Analytics.Benchmarks pls mobi.csv resamples
//        Analytics.Benchmarks pls-large resamples
if (args is ["pls", var survey, var resamples])
{
    return ModelBootstrap.Mobi(survey, int.Parse(resamples, CultureInfo.InvariantCulture));
}

if (args is ["pls-large", var times])
{
    return ModelBootstrap.Large(int.Parse(times, CultureInfo.InvariantCulture));
}

if (args is not ["crosstabs", var file, var script, var roundsText])
{
    Console.Error.WriteLine(
        "usage: Analytics.Benchmarks crosstabs complaints.csv.gz crosstabs-duckdb.mjs rounds | pls mobi.csv resamples "
            + "| pls-large resamples (see crosstabs.sh and pls.sh)");
    return 2;
}

(string Name, string Rows, string Columns)[] questions =
[
    ("subject × problem", "assunto", "problema"), ("month × subject", "anomes", "assunto"), ("state × brand", "uf", "marca"),
    ("channel × subject", "canalentrada", "assunto"),
];
var asked = questions
    .Select(question => ((IReadOnlyList<Filter>)[], (IReadOnlyList<CrossTabAxis>)[new(question.Rows), new(question.Columns)], (string?)null)).ToArray();
var rounds = int.Parse(roundsText, CultureInfo.InvariantCulture);
var window = ComplaintFile.Load(file, ["anomes", "uf", "canalentrada", "marca", "assunto", "problema"], "qtd");
using var duck = new DuckDb(script, file);

var tables = CrossTabulation.CountAll([window], asked);
for (var q = 0; q < questions.Length; q++)
{
    var (table, cells) = (tables[q], duck.Facts.Cells[q]);
    if (!cells.All(cell => table.Count(table.Find(0, cell.Row), table.Find(1, cell.Column)) == cell.Count) || cells.Sum(cell => cell.Count) != table.Total)
    {
        Console.Error.WriteLine($"{questions[q].Name}: DuckDB and the kernel disagree.");
        return 1;
    }
}

var kernel = new List<double[]>();
var (text, enums) = (new List<double[]>(), new List<double[]>());
const int WarmUp = 5;
const int KernelRuns = 5; // a kernel run is some milliseconds: each round takes the middle one of five
for (var round = -WarmUp; round < rounds; round++)
{
    var other = duck.Round();
    double[] mine = [.. asked.Select(question => Middle([question])), Middle(asked)];
    if (round >= 0)
    {
        kernel.Add(mine);
        text.Add([.. other.Text, other.Text.Sum()]);
        enums.Add([.. other.Enum, other.Enum.Sum()]);
    }
}

Console.WriteLine(
    $"{window.Rows:N0} rows, sum {window.Counts!.Sum(count => (long)count):N0}; .NET {Environment.Version}, {Environment.ProcessorCount} processors; "
    + $"DuckDB {duck.Facts.Version}, {duck.Facts.Threads} threads; warm, {rounds} rounds in turn; ms");
foreach (var (name, pick) in new (string, Func<List<double[]>, int, double>)[] { ("median", Median), ("best", Best) })
{
    Console.WriteLine($"{name,-20}{"kernel",10}{"text",10}{"ENUM",10}{"÷ text",10}{"÷ ENUM",10}");
    for (var q = 0; q <= questions.Length; q++)
    {
        var (k, t, e) = (pick(kernel, q), pick(text, q), pick(enums, q));
        Console.WriteLine($"{(q < questions.Length ? questions[q].Name : "all four"),-20}{k,10:F2}{t,10:F1}{e,10:F1}{t / k,9:F1}×{e / k,9:F1}×");
    }
}

return 0;

static double Median(List<double[]> times, int question) => times.Select(round => round[question]).Order().ElementAt(times.Count / 2);

static double Best(List<double[]> times, int question) => times.Min(round => round[question]);

double Middle(IReadOnlyList<(IReadOnlyList<Filter>, IReadOnlyList<CrossTabAxis>, string?)> some) => Enumerable.Range(0, KernelRuns).Select(_ =>
{
    var watch = Stopwatch.StartNew();
    GC.KeepAlive(CrossTabulation.CountAll([window], some));
    return watch.Elapsed.TotalMilliseconds;
}).Order().ElementAt(KernelRuns / 2);
