using System.Diagnostics;
using System.Text.Json;
using Analytics.Benchmarks;
using Analytics.Core.CrossTabs;
using Analytics.Statistics.Tables;

// usage: Analytics.Benchmarks crosstabs complaints.csv.gz duckdb.json
if (args is not ["crosstabs", var file, var duckFile])
{
    Console.Error.WriteLine("usage: Analytics.Benchmarks crosstabs complaints.csv.gz duckdb.json (see crosstabs.sh)");
    return 2;
}

(string Name, string Rows, string Columns)[] questions =
[
    ("subject × problem", "assunto", "problema"), ("month × subject", "anomes", "assunto"), ("state × brand", "uf", "marca"),
    ("channel × subject", "canalentrada", "assunto"),
];
const int Rounds = 40;
var duck = JsonSerializer.Deserialize<DuckRun>(File.ReadAllText(duckFile), JsonSerializerOptions.Web)!;
var window = ComplaintFile.Load(file, ["anomes", "uf", "canalentrada", "marca", "assunto", "problema"], "qtd");
var asked = questions
    .Select(question => ((IReadOnlyList<Filter>)[], (IReadOnlyList<CrossTabAxis>)[new(question.Rows), new(question.Columns)], (string?)null)).ToArray();

for (var q = 0; q < questions.Length; q++)
{
    var table = CrossTabulation.CountAll([window], [asked[q]])[0];
    var same = duck.Cells[q].All(cell => table.Count(table.Find(0, cell.Row), table.Find(1, cell.Column)) == cell.Count)
        && duck.Cells[q].Sum(cell => cell.Count) == table.Total;
    if (!same)
    {
        Console.Error.WriteLine($"{questions[q].Name}: DuckDB and the kernel disagree.");
        return 1;
    }
}

double[] Time(Func<object> work) => Enumerable.Range(0, Rounds + 20).Select(_ =>
{
    var watch = Stopwatch.StartNew();
    GC.KeepAlive(work());
    return watch.Elapsed.TotalMilliseconds;
}).Skip(20).ToArray();

Console.WriteLine($"{window.Rows:N0} rows, sum {window.Counts!.Sum(count => (long)count):N0}; .NET {Environment.Version}, {Environment.ProcessorCount} processors; "
    + $"DuckDB {duck.Version}, {duck.Threads} threads; warm, ms: best / median of {Rounds} (DuckDB {duck.Text[0].Length})");
Console.WriteLine($"{"",-20}{"kernel",16}{"DuckDB text",20}{"DuckDB ENUM",20}{"÷ text",10}{"÷ ENUM",10}");
void Line(string name, Measured kernel, Measured text, Measured enums) => Console.WriteLine(
    $"{name,-20}{kernel.Best,8:F2} /{kernel.Median,6:F2}{text.Best,11:F1} /{text.Median,7:F1}{enums.Best,11:F1} /{enums.Median,7:F1}"
    + $"{text.Median / kernel.Median,9:F1}×{enums.Median / kernel.Median,9:F1}×");
for (var q = 0; q < questions.Length; q++)
{
    var one = asked[q];
    Line(questions[q].Name, Measured.Of(Time(() => CrossTabulation.CountAll([window], [one]))), Measured.Of(duck.Text[q]), Measured.Of(duck.Enum[q]));
}

double[] Together(IReadOnlyList<double[]> times) => Enumerable.Range(0, times[0].Length).Select(round => times.Sum(question => question[round])).ToArray();
Line("all four", Measured.Of(Time(() => CrossTabulation.CountAll([window], asked))), Measured.Of(Together(duck.Text)), Measured.Of(Together(duck.Enum)));
return 0;
