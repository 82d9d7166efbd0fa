using Analytics.Core.Canonical;

namespace Analytics.Storage.Warehouse.Reading;

/// <summary>The columns of a subscriber snapshot that are kept in chunks, as cross-tabs ask for them.</summary>
internal static class SnapshotColumns
{
    private static readonly CanonicalTable Table = CanonicalTable.Subscriber;
    private static readonly int Age = Table["age"].Index;
    private static readonly int BirthYear = Table["birth_year"].Index;
    private static readonly int ActivatedOn = Table["activated_on"].Index;

    /// <summary>Dimension columns, with their fields.</summary>
    public static IReadOnlyList<CanonicalField> Dimensions { get; } = [.. Table.Fields.Where(f => f.Type is FieldType.Dimension or FieldType.Boolean)];

    /// <summary>Numeric columns; age and tenure are the derived ones.</summary>
    public static IReadOnlyList<string> Measures { get; } =
        ["age", "tenure_years", .. Table.Fields.Where(f => f.Type is FieldType.Real or FieldType.Integer && f.Name is not ("age" or "birth_year")).Select(f => f.Name)];

    /// <summary>Days of a year, for lengths of time as a customer.</summary>
    public const double DaysPerYear = 365.25;

    /// <summary>A numeric column of a row; NaN where missing. Age: the column, else the snapshot's year less the year of birth; tenure in years.</summary>
    public static double Measure(string column, ReadOnlySpan<FieldValue> row, int asOf) => column switch
    {
        "age" when !row[Age].IsMissing => row[Age].Integer,
        "age" => row[BirthYear].IsMissing ? double.NaN : DateOnly.FromDayNumber(asOf).Year - row[BirthYear].Integer,
        "tenure_years" => row[ActivatedOn].IsMissing ? double.NaN : (asOf - row[ActivatedOn].Integer) / DaysPerYear,
        _ => Number(Table[column], row),
    };

    private static double Number(CanonicalField field, ReadOnlySpan<FieldValue> row)
    {
        ref readonly var value = ref row[field.Index];
        return value.IsMissing ? double.NaN : field.Type == FieldType.Real ? value.Real : value.Integer;
    }
}
