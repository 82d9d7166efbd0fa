using System.Text.RegularExpressions;
using Analytics.Storage.Warehouse.Engines;
using Npgsql;
using NpgsqlTypes;

namespace Analytics.Storage.Tests.Warehouse;

/// <summary>Every statement has a text in every dialect, and each is of its dialect.</summary>
public sealed partial class DialectTests
{
    private const string Prefix = "Analytics.Storage.Warehouse.Sql.";

    /// <summary>What T-SQL, as far as other servers of its protocol know it, has no word for.</summary>
    private static readonly string[] NotTransactSql =
    [
        @"\bLIMIT\b", @"\bON CONFLICT\b", @"\|\|", "::", @"\bWITHOUT ROWID\b", @"\bRETURNING\b", @"\bIF NOT EXISTS\b.*\(", @"\bUSING\b", @"\bBYTEA\b", @"\bBLOB\b", @"(?<![@""])\bTEXT\b", @"\bBOOLEAN\b",
        @"\b(TRUE|FALSE)\b", @"\bNULLS (FIRST|LAST)\b", @"\bILIKE\b", @"\bGREATEST\b", @"\bLEAST\b", @"\bMERGE\b", @"\bPERCENTILE_CONT\b", @"\bAPPROX_COUNT_DISTINCT\b", @"\bWAITFOR\b", @"\bWITH TIES\b", @"\bCREATE OR ALTER\b",
        @"\bTEMP(ORARY)?\b", "#", @"\bsqlite_master\b", @"\bcurrent_schema\b", @"\bEXCLUDED\b",
    ];

    /// <summary>What PostgreSQL has no word for.</summary>
    private static readonly string[] NotPostgreSql = [@"\bWITHOUT ROWID\b", @"\bBLOB\b", @"\bNVARCHAR\b", @"\bVARBINARY\b", @"\bTOP \(", @"\bsqlite_master\b", "@@", @"\bOBJECT_ID\b", @"\bISNULL\("];

    [Fact]
    public void Sql_InEachDialect_IsTheNearestFile()
    {
        SqlDialect.Sqlite.Sql("has_table").ShouldContain("sqlite_master");
        SqlDialect.PostgreSql.Sql("has_table").ShouldContain("current_schema()");
        SqlDialect.SqlServer.Sql("has_table").ShouldContain("SCHEMA_NAME()");
        SqlDialect.PostgreSql.Sql("find_keys").ShouldBe(SqlDialect.SqlServer.Sql("find_keys"), "one file for both servers");
        SqlDialect.PostgreSql.Sql("labels").ShouldBe(SqlDialect.Sqlite.Sql("labels"), "the common file");
        SqlDialect.SqlServer.ForTable("update_keys", "survey").ShouldContain("FROM survey_key k");
        Should.Throw<InvalidOperationException>(() => SqlDialect.Sqlite.Sql("find_keys")).Message.ShouldContain("find_keys");
    }

    [Fact]
    public void Migrations_InEachDialect_MakeTheSameTablesAndColumns()
    {
        foreach (var (_, name) in SqlFile.Migrations)
        {
            var common = Tables(SqlDialect.Sqlite.Migration(name));
            foreach (var dialect in new[] { SqlDialect.PostgreSql, SqlDialect.SqlServer })
            {
                Tables(dialect.Migration(name)).Where(table => !IsServersOwn(table)).ShouldBe(common, $"{name} for {dialect.Provider}");
            }
        }
    }

    [Fact]
    public void TransactSql_OfEveryFile_KeepsToWhatItsServersKnow() => Offences(SqlDialect.SqlServer, NotTransactSql).ShouldBeEmpty();

    [Fact]
    public void PostgreSql_OfEveryFile_HasNothingOfOtherDialects() => Offences(SqlDialect.PostgreSql, NotPostgreSql).ShouldBeEmpty();

    [Fact]
    public void TransactSql_OfEveryMigration_KeepsChineseText() =>
        SqlFile.Migrations.Select(m => SqlDialect.SqlServer.Migration(m.Name))
            .SelectMany(sql => Regex.Matches(sql, @"^\s+(source|label|stored|shown|item|field|value|raw|detail|header|purpose|scope|folder|summary|report|complaint_id|response_id)\s+(VARCHAR|CHAR|TEXT)\b", RegexOptions.Multiline))
            .Select(m => m.Value).ShouldBeEmpty("text that people write");

    [Fact]
    public void PostgreSql_AcceptsEveryStatement()
    {
        using var warehouse = new TestWarehouse(WarehouseProvider.PostgreSql);
        using var session = warehouse.OpenSession();
        session.Execute("prepare_writer");
        foreach (var name in Names("postgresql").Where(name => !name.StartsWith("Migrations.", StringComparison.Ordinal) && name != "prepare_writer"))
        {
            if (IsFrame(session.Dialect.Sql(name)))
            {
                continue;
            }

            foreach (var statement in Regex.Replace(Filled(session.Dialect.Sql(name)), "--[^\n]*", "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            {
                Should.NotThrow(() => Prepare((NpgsqlConnection)session.Connection, statement), name);
            }
        }
    }

    /// <summary>The text with its table, and its number of shards, filled in.</summary>
    internal static string Filled(string sql) => sql.Replace("{table}", "complaint", StringComparison.Ordinal).Replace("{shards}", "4", StringComparison.Ordinal);

    /// <summary>Whether code puts parts of its own making into the text, so that it is no statement by itself.</summary>
    internal static bool IsFrame(string sql) => Filled(sql).Contains('{', StringComparison.Ordinal);

    /// <summary>Statements and migrations a server's dialect has, in whichever file.</summary>
    private static IEnumerable<string> Names(string dialect) => typeof(SqlDialect).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
        .Select(name => DialectSuffix().Match(name[Prefix.Length..]))
        .Where(name => name.Groups[2].Value is "" or "server" || name.Groups[2].Value == dialect)
        .Select(name => name.Groups[1].Value)
        .Where(name => !IsOnlyForSqlite(name))
        .Distinct().Order(StringComparer.Ordinal);

    /// <summary>Statements of the embedded store's own row-by-row path, which the servers do in bulk.</summary>
    private static bool IsOnlyForSqlite(string name) =>
        name is "insert_key" or "find_key" or "update_key" or "insert_quarantine";

    private static IEnumerable<string> Offences(SqlDialect dialect, string[] forbidden) =>
        from name in Names(dialect.Provider == WarehouseProvider.PostgreSql ? "postgresql" : "sqlserver")
        let sql = Regex.Replace(name.StartsWith("Migrations.", StringComparison.Ordinal) ? dialect.Migration(name["Migrations.".Length..]) : dialect.Sql(name), "--[^\n]*|'[^']*'", "")
        from pattern in forbidden
        where Regex.IsMatch(sql, pattern, RegexOptions.IgnoreCase)
        select $"{name}: {pattern}";

    private static bool IsServersOwn(string table) => table.StartsWith("write_holder", StringComparison.Ordinal) || table.StartsWith("stage_", StringComparison.Ordinal);

    /// <summary>Tables with their columns, as <c>name(a, b)</c>.</summary>
    private static IEnumerable<string> Tables(string sql)
    {
        var text = Regex.Replace(sql, "--[^\n]*", "");
        foreach (Match table in Regex.Matches(text, @"CREATE TABLE (\w+) \((.*?)\n\)", RegexOptions.Singleline))
        {
            var columns = Regex.Replace(table.Groups[2].Value, @"\([^)]*\)", "").Split(',').Select(c => c.Trim().Split(' ')[0].Trim('"')).Where(c => c != "PRIMARY");
            yield return $"{table.Groups[1].Value}({string.Join(", ", columns)})";
        }
    }

    /// <summary>Has the server plan the statement; a parameter whose type only the caller's value tells is no fault of the text.</summary>
    private static void Prepare(NpgsqlConnection connection, string sql)
    {
        using var command = new NpgsqlCommand(sql, connection);
        foreach (var name in Regex.Matches(sql, @"@(\w+)").Select(m => m.Groups[1].Value).Distinct())
        {
            command.Parameters.Add(new NpgsqlParameter(name, NpgsqlDbType.Unknown) { Value = DBNull.Value });
        }

        try
        {
            command.Prepare();
        }
        catch (PostgresException fault) when (fault.SqlState is PostgresErrorCodes.IndeterminateDatatype or PostgresErrorCodes.AmbiguousParameter or PostgresErrorCodes.AmbiguousFunction)
        {
            // the text is well-formed: the server only could not tell the type of a value
        }
    }

    [GeneratedRegex(@"^(.*?)(?:\.(postgresql|sqlserver|server))?\.sql$")]
    private static partial Regex DialectSuffix();
}
