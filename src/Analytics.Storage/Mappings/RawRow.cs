using System.Text;
using Analytics.Core.Canonical;
using Analytics.Storage.Privacy;
using Analytics.Storage.Sources;

namespace Analytics.Storage.Mappings;

/// <summary>
/// Writes a source record as one line that a retry reads back: fields joined by tab, control characters escaped. Subscriber ids
/// become pseudonyms and mobile numbers in texts are hidden, for the line is kept.
/// </summary>
public sealed class RawRow
{
    private readonly SubscriberPseudonymizer _pseudonyms;
    private readonly bool[] _isSubscriber;
    private readonly bool[] _isExact;

    internal RawRow(SourceColumn[] columns, SubscriberPseudonymizer pseudonyms)
    {
        _pseudonyms = pseudonyms;
        _isSubscriber = [.. columns.Select(c => c.Converters.Any(v => v.Field.Type == FieldType.SubscriberId))];
        _isExact = [.. columns.Select(c => c.Converters.Any(v => v.Field.Type is FieldType.Id or FieldType.Integer or FieldType.Real or FieldType.Money))];
    }

    /// <summary>Fields as one line, joined and escaped as rows are.</summary>
    public static string Join(IEnumerable<string> fields)
    {
        var line = new StringBuilder();
        foreach (var field in fields)
        {
            Escape(line, field);
            line.Append('\t');
        }

        return line.ToString(0, Math.Max(0, line.Length - 1));
    }

    /// <summary>Bytes as text; what is no UTF-8 is shown as ⟨hex⟩ so that nothing is lost.</summary>
    public static string Decode(ReadOnlySpan<byte> utf8)
    {
        if (System.Text.Unicode.Utf8.IsValid(utf8)) return Encoding.UTF8.GetString(utf8);
        var text = new StringBuilder();
        while (!utf8.IsEmpty)
        {
            if (Rune.DecodeFromUtf8(utf8, out var rune, out var length) == System.Buffers.OperationStatus.Done) text.Append(rune.ToString());
            else text.Append('⟨').Append(Convert.ToHexString(utf8[..length])).Append('⟩');
            utf8 = utf8[length..];
        }

        return text.ToString();
    }

    /// <summary>The current record of a source as one line.</summary>
    internal string Write(ISourceReader source)
    {
        var line = new StringBuilder();
        for (var i = 0; i < source.FieldCount; i++)
        {
            if (i > 0) line.Append('\t');
            Escape(line, Safe(source, i));
        }

        return line.ToString();
    }

    /// <summary>The fields of a line that <see cref="Write"/> wrote.</summary>
    public static IReadOnlyList<string> Read(string line)
    {
        var fields = new List<string>();
        var field = new StringBuilder();
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == '\t')
            {
                fields.Add(field.ToString());
                field.Clear();
            }
            else if (line[i] == '\\' && i + 1 < line.Length)
            {
                i++;
                field.Append(line[i] switch { 't' => '\t', 'n' => '\n', 'r' => '\r', _ => line[i] });
            }
            else
            {
                field.Append(line[i]);
            }
        }

        fields.Add(field.ToString());
        return fields;
    }

    // In a record of the wrong length a field may stand one place off: what looks like an id there is taken for one.
    private string Safe(ISourceReader source, int index)
    {
        var cell = source.Field(index);
        var isShifted = source.Fault == SourceRules.WrongFieldCount;
        var isSubscriber = index < _isSubscriber.Length && _isSubscriber[index];
        if (isSubscriber || (isShifted && IsBesideSubscriber(index) && LooksLikeId(cell)))
        {
            var id = CellText.Trim(cell);
            return id.IsEmpty ? "" : SubscriberPseudonymizer.Prefix + _pseudonyms.Pseudonym(id);
        }

        var isExact = !isShifted && index < _isExact.Length && _isExact[index];
        var text = Decode(cell);
        return isExact ? text : MobileNumberMask.Hide(text);
    }

    private bool IsBesideSubscriber(int index) => _isSubscriber.Contains(true) && index < _isSubscriber.Length + 8;

    private static bool LooksLikeId(ReadOnlySpan<byte> cell)
    {
        var id = CellText.Trim(cell);
        return id.Length >= 6 && id.IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0;
    }

    private static void Escape(StringBuilder line, string field)
    {
        foreach (var c in field)
        {
            _ = c switch
            {
                '\t' => line.Append("\\t"),
                '\n' => line.Append("\\n"),
                '\r' => line.Append("\\r"),
                '\\' => line.Append("\\\\"),
                _ => line.Append(c),
            };
        }
    }
}
