namespace Analytics.Jobs.Tests;

/// <summary>Where the repository is, seen from the test's folder.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    public static string File(string path) => Path.Combine(Root, path);

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!System.IO.File.Exists(Path.Combine(folder.FullName, "Analytics.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("Analytics.sln is in no parent folder of the tests.");
        }

        return folder.FullName;
    }
}
