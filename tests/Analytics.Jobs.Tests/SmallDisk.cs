using System.Globalization;

namespace Analytics.Jobs.Tests;

/// <summary>A disk of a few megabytes in memory, for tests of full disks; mounting needs root.</summary>
internal sealed class SmallDisk : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public string Path => _folder.Path;

    /// <summary>Mounts one, or returns null where that is not allowed.</summary>
    public static SmallDisk? Mount(int megabytes)
    {
        if (!OperatingSystem.IsLinux() || !Environment.IsPrivilegedProcess)
        {
            return null;
        }

        var disk = new SmallDisk();
        if (ProgramRun.Start("mount", ["-t", "tmpfs", "-o", Size(megabytes), "tmpfs", disk.Path], "/").ExitCode == 0)
        {
            return disk;
        }

        disk._folder.Dispose();
        return null;
    }

    public void Grow(int megabytes) => ProgramRun.Start("mount", ["-o", $"remount,{Size(megabytes)}", Path], "/").ExitCode.ShouldBe(0);

    public void Dispose()
    {
        ProgramRun.Start("umount", [Path], "/");
        _folder.Dispose();
    }

    private static string Size(int megabytes) => string.Create(CultureInfo.InvariantCulture, $"size={megabytes}m");
}
