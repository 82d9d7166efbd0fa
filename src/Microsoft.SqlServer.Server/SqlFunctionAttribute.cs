namespace Microsoft.SqlServer.Server;

/// <summary>Marks a method as a user-defined function.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = false, Inherited = false)]
public class SqlFunctionAttribute : Attribute
{
    /// <summary>Whether the same input always gives the same output.</summary>
    public bool IsDeterministic { get; set; }

    /// <summary>Whether it reads user data.</summary>
    public DataAccessKind DataAccess { get; set; }

    /// <summary>Whether it reads system data.</summary>
    public SystemDataAccessKind SystemDataAccess { get; set; }

    /// <summary>Whether it computes without floating point.</summary>
    public bool IsPrecise { get; set; }

    /// <summary>Name under which it is registered; null for the method's own.</summary>
    public string? Name { get; set; }

    /// <summary>Columns of the table it returns; null for a scalar.</summary>
    public string? TableDefinition { get; set; }

    /// <summary>Method that fills a row of the table; null for a scalar.</summary>
    public string? FillRowMethodName { get; set; }
}
