using System.CommandLine;
using Analytics.Core.Canonical;

namespace Analytics.Jobs.Cli;

/// <summary>Canonical tables as the command line names them.</summary>
internal static class TableNames
{
    private static readonly Dictionary<string, CanonicalTable> ByName = new()
    {
        ["subscribers"] = CanonicalTable.Subscriber,
        ["complaints"] = CanonicalTable.Complaint,
        ["survey"] = CanonicalTable.Survey,
        ["population"] = CanonicalTable.Population,
    };

    /// <summary>The names, in the order of help texts.</summary>
    public static IReadOnlyList<string> All => [.. ByName.Keys];

    /// <summary>The table of a name that has been checked against <see cref="Restrict(Argument{string})"/>.</summary>
    public static CanonicalTable Table(string name) => ByName[name];

    /// <summary>The name of a table, by its canonical name.</summary>
    public static string Name(string canonical) => ByName.Single(t => t.Value.Name == canonical).Key;

    /// <summary>Lets an argument be one of the names only.</summary>
    public static Argument<string> Restrict(Argument<string> argument)
    {
        argument.AcceptOnlyFromAmong([.. ByName.Keys]);
        return argument;
    }

    /// <summary>Lets an option be one of the names only.</summary>
    public static Option<string?> Restrict(Option<string?> option)
    {
        option.AcceptOnlyFromAmong([.. ByName.Keys]);
        return option;
    }
}
