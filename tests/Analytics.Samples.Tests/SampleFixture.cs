using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Analytics.Samples.Tests;

/// <summary>One sample, read back with a CSV reader that is not the generator's own.</summary>
public sealed class SampleFixture : IDisposable
{
    public static readonly SampleSettings Settings = new() { Subscribers = 40_000, Weeks = 26, ComplaintsPerWeek = 4_000, SurveyPerWeek = 800 };

    public SampleFixture()
    {
        Folder = Directory.CreateTempSubdirectory("analytics-sample-").FullName;
        Files = SampleGenerator.Write(Settings, Folder, cancellation: TestContext.Current.CancellationToken);
        Planted = PlantedFacts.Load(Files.Planted);
        Subscribers = Read(Files.Subscribers);
        Complaints = Read(Files.Complaints);
        Survey = Read(Files.Survey);
    }

    public string Folder { get; }

    public SampleFiles Files { get; }

    public PlantedFacts Planted { get; }

    public IReadOnlyList<IDictionary<string, string>> Subscribers { get; }

    public IReadOnlyList<IDictionary<string, string>> Complaints { get; }

    public IReadOnlyList<IDictionary<string, string>> Survey { get; }

    public static DateTime Moment(string text) => DateTime.ParseExact(text, "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    public static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    public static int Week(string received) => (int)(Moment(received) - Settings.FirstWeek.Start.ToDateTime(TimeOnly.MinValue)).TotalDays / 7;

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    public static IReadOnlyList<IDictionary<string, string>> Read(string path)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        List<IDictionary<string, string>> rows = [];
        var header = ReadRow(reader)!;
        while (ReadRow(reader) is { } row)
        {
            row.Count.ShouldBe(header.Count);
            rows.Add(header.Index().ToDictionary(h => h.Item, h => row[h.Index]));
        }

        return rows;
    }

    private static List<string>? ReadRow(StreamReader reader)
    {
        List<string> fields = [];
        var field = new StringBuilder();
        var quoted = false;
        for (var c = reader.Read(); c >= 0; c = reader.Read())
        {
            switch ((char)c)
            {
                case '"' when quoted && reader.Peek() == '"':
                    field.Append((char)reader.Read());
                    break;
                case '"':
                    quoted = !quoted;
                    break;
                case ',' when !quoted:
                    fields.Add(field.ToString());
                    field.Clear();
                    break;
                case '\n' when !quoted:
                    fields.Add(field.ToString());
                    return fields;
                default:
                    field.Append((char)c);
                    break;
            }
        }

        return null;
    }
}
