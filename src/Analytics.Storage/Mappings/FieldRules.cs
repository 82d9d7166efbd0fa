namespace Analytics.Storage.Mappings;

/// <summary>Stable names of what can be wrong with one field of a row.</summary>
public static class FieldRules
{
    /// <summary>A required field is blank.</summary>
    public const string Required = "required";

    /// <summary>Not a number.</summary>
    public const string NotANumber = "not-a-number";

    /// <summary>A number, but not a whole one.</summary>
    public const string NotAWholeNumber = "not-a-whole-number";

    /// <summary>In none of the date formats.</summary>
    public const string NotADate = "not-a-date";

    /// <summary>A local time that the clocks skipped when summer time began.</summary>
    public const string NoSuchLocalTime = "no-such-local-time";

    /// <summary>Neither a word for true nor one for false.</summary>
    public const string NotABoolean = "not-a-boolean";

    /// <summary>Outside the field's range.</summary>
    public const string OutOfRange = "out-of-range";

    /// <summary>Not one of the allowed values.</summary>
    public const string NotAllowed = "not-allowed";

    /// <summary>Not in the value map, which asks for that.</summary>
    public const string ValueNotMapped = "value-not-mapped";

    /// <summary>Bytes that are no text in the file's encoding.</summary>
    public const string NotInEncoding = "not-in-encoding";
}
