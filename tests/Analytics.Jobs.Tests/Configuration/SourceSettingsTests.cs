using Analytics.Jobs.Configuration;
using Analytics.Pipeline.Pull;
using Microsoft.Extensions.Configuration;

namespace Analytics.Jobs.Tests.Configuration;

public sealed class SourceSettingsTests
{
    [Fact]
    public void Faults_AreReportedTogether_WithoutAnyValue()
        => Faults(
            ("Sources:crm:Kind", "PostgreSql"),
            ("Sources:crm:Mapping", "crm.json"),
            ("Sources:crm:ConnectionString", "Host=db;Pasword=hunter2"),
            ("Sources:crm:Pasword", "hunter2"),
            ("Sources:drop:Kind", "Folder")).ShouldBe(
        [
            "AN2311: Source 'crm': A connection string is none of PostgreSQL's; it is not shown, since it may hold a password. Write it as "
                + "Host=…;Database=…;Username=…, and give the password by PasswordFile or PasswordEnvironment.",
            "AN2325: The source 'crm' is not fully described: it has neither Table nor Query. Name the table, or write the SELECT, that gives its rows.",
            "AN2325: The source 'drop' is not fully described: it has no Mapping. Name the JSON file that maps its columns; 'analytics mapping suggest' "
                + "writes a first one.",
            "AN2325: The source 'drop' is not fully described: it has no Folder. Name the folder files are put into.",
            "AN1003: There is no setting 'Sources:crm:Pasword'. Did you mean 'Sources:crm:PasswordFile'?",
        ]);

    [Fact]
    public void Source_Shown_SaysNothingOfItsConnection()
    {
        var source = Bind(
            ("Sources:crm:Kind", "PostgreSql"),
            ("Sources:crm:Mapping", "m.json"),
            ("Sources:crm:Table", "t"),
            ("Sources:crm:ConnectionString", "Host=db;Password=hunter2"))
            .Single();
        source.ToString().ShouldNotContain("hunter2");
        (source.Name, source.Address!.Encrypt, source.Query!.PageRows).ShouldBe(("crm", true, 100_000));
    }

    [Fact]
    public void Pull_OfSourcesThatFail_NamesEachFault_AndNoSecret()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("appsettings.json"), """
            { "Sources": {
              "crm": { "Kind": "PostgreSql", "Mapping": "m.json", "Table": "t", "ConnectionString": "Host=127.0.0.1;Port=1;Username=u",
                  "PasswordEnvironment": "CRM_PASSWORD", "Retries": 0 },
              "old": { "Kind": "SqlServer", "Mapping": "m.json", "Table": "t", "ConnectionString": "Server=x", "PasswordFile": "absent.txt" } } }
            """);
        var run = ProgramRun.In(folder.Path, [("CRM_PASSWORD", "hunter2")], "pull", "--verbose");
        run.ExitCode.ShouldBe(1);
        run.Messages.ShouldContain("error AN2312: The source 'crm' (PostgreSQL 127.0.0.1:1/) cannot be reached");
        run.Messages.ShouldContain("error AN2326: The password of the source 'old' is not to be had");
        (run.Results + run.Messages).ShouldNotContain("hunter2");
        ProgramRun.In(folder.Path, "pull", "cmr").Messages.ShouldContain("error AN2327: There is no source 'cmr'. Did you mean 'crm'?");
    }

    private static IReadOnlyList<SourceDefinition> Bind(params (string Key, string Value)[] settings)
        => OptionsBinder.Bind(
            new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => new KeyValuePair<string, string?>(s.Key, s.Value))).Build()).Sources;

    private static List<string> Faults(params (string Key, string Value)[] settings)
        => [.. Should.Throw<ConfigurationException>(() => Bind(settings)).Faults.Select(f => f.Message)];
}
