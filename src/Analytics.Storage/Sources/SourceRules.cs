namespace Analytics.Storage.Sources;

/// <summary>Stable names of what can be wrong with a record before any field of it is looked at.</summary>
public static class SourceRules
{
    /// <summary>A line that git writes into a file with an unresolved merge: <c>&lt;&lt;&lt;&lt;&lt;&lt;&lt;</c>, <c>=======</c>, <c>&gt;&gt;&gt;&gt;&gt;&gt;&gt;</c>, <c>|||||||</c>.</summary>
    public const string GitConflictMarker = "git-conflict-marker";

    /// <summary>Fewer fields than the header, or more with something in them.</summary>
    public const string WrongFieldCount = "wrong-field-count";

    /// <summary>A quotation mark that is never closed: the record runs to the end of the file.</summary>
    public const string UnterminatedQuote = "unterminated-quote";

    /// <summary>The header once more among the data.</summary>
    public const string RepeatedHeader = "repeated-header";
}
