using System.IO.Compression;
using System.Text;
using Analytics.Storage.Sources;

namespace Analytics.Storage.Tests.Sources;

/// <summary>Files of a test, in a folder that goes with it.</summary>
public sealed class TestFile : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("analytics-test-").FullName;

    public string Write(string name, byte[] content)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllBytes(path, content);
        return path;
    }

    public string Write(string name, string content, Encoding? encoding = null) => Write(name, (encoding ?? new UTF8Encoding(false)).GetBytes(content));

    public string PathOf(string name) => Path.Combine(_folder, name);

    public static byte[] Gzip(byte[] content)
    {
        using var target = new MemoryStream();
        using (var gzip = new GZipStream(target, CompressionLevel.Optimal))
        {
            gzip.Write(content);
        }

        return target.ToArray();
    }

    /// <summary>Every record: its line, the rule it breaks or nothing, its fields joined by a bar.</summary>
    public static List<string> ReadAll(string path, SourceOptions? options = null)
    {
        using var source = SourceFile.Open(path, options ?? SourceOptions.Sniffed);
        var records = new List<string> { string.Join('|', source.Header) };
        while (source.Read())
        {
            records.Add($"{source.Line} {source.Fault}: {string.Join('|', Fields(source))}");
        }

        return records;
    }

    public static string[] Fields(ISourceReader source) => [.. Enumerable.Range(0, source.FieldCount).Select(i => Encoding.UTF8.GetString(source.Field(i)))];

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
