using System.Text;
using Analytics.Core;
using Analytics.Publishing.Publish;
using Analytics.Tests;

namespace Analytics.Publishing.Tests.Publish;

public sealed class VersionStoreTests : IDisposable
{
    private readonly TemporaryFolder _temporary = new();

    public void Dispose() => _temporary.Dispose();

    [Fact]
    public void Publish_FirstVersion_HoldsTheFilesAndTheRunFile()
    {
        PublishOnce(_temporary.Path, 1, "first");
        Visible(_temporary.Path).ShouldBe(Expected((1, "first")));
    }

    [Fact]
    public void Publish_SecondVersion_StandsBesideTheFirst()
    {
        PublishOnce(_temporary.Path, 1, "first");
        PublishOnce(_temporary.Path, 2, "second");
        Visible(_temporary.Path).ShouldBe(Expected((1, "first"), (2, "second")));
        using var store = Open(_temporary.Path);
        store.Versions().ShouldBe([2, 1]);
    }

    [Fact]
    public void Publish_KilledAtAnyMoment_LeavesTheOldOrTheWholeNewVersion()
    {
        var live = _temporary.Sub("live");
        PublishOnce(live, 1, "first");
        var moments = new List<string>();
        using (var store = Open(live))
        {
            // What is on disk at each step is what a kill at that step leaves: the process gets no chance to clean up.
            store.Publish(2, Files("second", 2), _ => { }, Run, step =>
            {
                moments.Add(step);
                TemporaryFolder.Copy(live, _temporary.Sub("killed-" + moments.Count));
            });
        }

        moments.ShouldBe(
            ["create", "write book_v2.xlsx", "half book_v2.xlsx", "write a.svg", "half a.svg", "write run.json", "half run.json", "rename", "renamed"]);
        for (var i = 1; i <= moments.Count; i++)
        {
            var killed = _temporary.Sub("killed-" + i);
            Visible(killed).ShouldBe(moments[i - 1] == "renamed" ? Expected((1, "first"), (2, "second")) : Expected((1, "first")), moments[i - 1]);

            using (var next = Open(killed))
            {
                Directory.EnumerateDirectories(killed, ".partial-*").ShouldBeEmpty(moments[i - 1]);
            }

            var version = moments[i - 1] == "renamed" ? 3 : 2;
            PublishOnce(killed, version, "third");
            File.ReadAllText(Path.Combine(killed, "v" + version, "charts", "a.svg")).ShouldBe("third chart");
        }
    }

    [Fact]
    public void Publish_StepFails_LeavesTheOldVersionAlone()
    {
        PublishOnce(_temporary.Path, 1, "first");
        for (var stop = 0; stop < 8; stop++)
        {
            using var store = Open(_temporary.Path);
            var left = stop;
            var fault = Should.Throw<AnalyticsException>(() => store.Publish(2, Files("second", 2), _ => { }, Run, _ =>
            {
                if (left-- == 0)
                {
                    throw new IOException("No space left on device", 28);
                }
            }));
            fault.Code.ShouldBe("AN5203");
            Visible(_temporary.Path).ShouldBe(Expected((1, "first")));
            Directory.EnumerateDirectories(_temporary.Path, ".partial-*").ShouldBeEmpty();
        }
    }

    [Fact]
    public void Publish_CheckObjects_PublishesNothing()
    {
        using var store = Open(_temporary.Path);
        Should.Throw<AnalyticsException>(
            () => store.Publish(1, Files("bad"), _ => throw PublishFaults.ChecksFailed(["ties: segment:arpu is 99 of 100"]), Run, null))
            .Message.ShouldContain("segment:arpu is 99 of 100");
        Visible(_temporary.Path).ShouldBeEmpty();
        Directory.EnumerateDirectories(_temporary.Path).ShouldBeEmpty();
    }

    [Fact]
    public void Publish_Check_SeesTheWrittenFiles()
    {
        using var store = Open(_temporary.Path);
        SortedDictionary<string, string>? seen = null;
        store.Publish(1, Files("first"), folder => seen = TemporaryFolder.Files(folder), Run, null);
        seen.ShouldBe(new SortedDictionary<string, string>(StringComparer.Ordinal) { ["book_v1.xlsx"] = "first book", ["charts/a.svg"] = "first chart" });
    }

    [Fact]
    public void HoldsOnly_ComparesNamesAndBytesButNotTheRunFile()
    {
        PublishOnce(_temporary.Path, 1, "first");
        using var store = Open(_temporary.Path);
        store.HoldsOnly(1, Files("first")).ShouldBeTrue();
        store.HoldsOnly(1, Files("other")).ShouldBeFalse();
        store.Holds(1, [.. Files("first").Take(1)]).ShouldBeTrue();
        store.HoldsOnly(1, [.. Files("first").Take(1)]).ShouldBeFalse();
        store.HoldsOnly(1, [.. Files("first"), new PublishedFile("b.svg", default)]).ShouldBeFalse();
        File.WriteAllText(Path.Combine(store.FolderOf(1), "run.json"), "other times");
        store.HoldsOnly(1, Files("first")).ShouldBeTrue();
        File.AppendAllText(Path.Combine(store.FolderOf(1), "charts", "a.svg"), "damage");
        store.HoldsOnly(1, Files("first")).ShouldBeFalse();
    }

    [Fact]
    public void Open_WhileAnotherPublishes_SaysSoAndLeavesItsFolderAlone()
    {
        using var store = Open(_temporary.Path);
        store.Publish(1, Files("first"), partial =>
        {
            Should.Throw<AnalyticsException>(() => Open(_temporary.Path)).Code.ShouldBe("AN5204");
            Directory.Exists(partial).ShouldBeTrue();
        }, Run, null);
        Visible(_temporary.Path).ShouldBe(Expected((1, "first")));
    }

    [Fact]
    public async Task Open_SixPublishersAtOnce_OneWaitsForTheOther()
    {
        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() =>
        {
            using var store = VersionStore.Open(_temporary.Path, TimeSpan.FromSeconds(30), TimeProvider.System);
            var version = store.Versions().DefaultIfEmpty(0).Max() + 1;
            store.Publish(version, Files("same", version), _ => { }, Run, null);
        })));
        Visible(_temporary.Path).ShouldBe(Expected([.. Enumerable.Range(1, 6).Select(i => (i, "same"))]));
    }

    [Fact]
    public void Open_FolderIsBelowAFile_SaysItCannotBeWritten()
    {
        var file = _temporary.Sub("file");
        File.WriteAllText(file, "");
        Should.Throw<AnalyticsException>(() => Open(Path.Combine(file, "below"))).Code.ShouldBe("AN5202");
    }

    [Fact]
    public void Open_FolderWithoutPermission_SaysItCannotBeWritten()
    {
        Assert.SkipWhen(Environment.UserName == "root", "The administrator may write everywhere.");
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Folder modes are Unix's.");
            return;
        }

        File.SetUnixFileMode(_temporary.Path, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        Should.Throw<AnalyticsException>(() => Open(_temporary.Sub("below"))).Code.ShouldBe("AN5202");
        File.SetUnixFileMode(_temporary.Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private static VersionStore Open(string folder) => VersionStore.Open(folder, TimeSpan.Zero, TimeProvider.System);

    private static void PublishOnce(string folder, int version, string content)
    {
        using var store = Open(folder);
        store.Publish(version, Files(content, version), _ => { }, Run, null);
    }

    private static List<PublishedFile> Files(string content, int version = 1) =>
    [
        new($"book_v{version}.xlsx", Encoding.UTF8.GetBytes(content + " book")),
        new("charts/a.svg", Encoding.UTF8.GetBytes(content + " chart")),
    ];

    private static ReadOnlyMemory<byte> Run() => "{}"u8.ToArray();

    /// <summary>What a reader sees: everything but hidden files and folders.</summary>
    private static SortedDictionary<string, string> Visible(string folder) =>
        new(TemporaryFolder.Files(folder).Where(f => f.Key[0] != '.').ToDictionary(), StringComparer.Ordinal);

    private static SortedDictionary<string, string> Expected(params (int Version, string Content)[] versions) => new(
        versions.SelectMany(v => new (string, string)[]
        {
            (
                $"v{v.Version}/book_v{v.Version}.xlsx",
                v.Content + " book"), ($"v{v.Version}/charts/a.svg", v.Content + " chart"), ($"v{v.Version}/run.json", "{}"),
        }).ToDictionary(),
        StringComparer.Ordinal);
}
