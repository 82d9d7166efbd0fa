using Analytics.Core.Canonical;
using Analytics.Storage.Mappings;

namespace Analytics.Pipeline.Import;

/// <summary>Checks between the fields of a row, after every field passed its own.</summary>
internal sealed class RowChecks
{
    private const int OldestAge = 120;
    private readonly CanonicalTable _table;
    private readonly Mapping _mapping;
    private readonly Dictionary<string, ItemScale?> _scales = new(StringComparer.Ordinal);
    private readonly CheckFields _at;

    public RowChecks(Mapping mapping)
    {
        (_mapping, _table) = (mapping, mapping.Table);
        _at = new CheckFields(_table);
    }

    /// <summary>The first fault of a row, or null.</summary>
    public RowFault? Find(ReadOnlySpan<FieldValue> row)
    {
        if (_at.ReceivedAt >= 0)
        {
            return Order(row, _at.ClosedAt, RowRules.ClosedBeforeReceived)
                ?? Order(row, _at.FirstReplyAt, RowRules.RepliedBeforeReceived) ?? Scale(row, _at.Satisfaction, "satisfaction");
        }

        if (_at.Item >= 0)
        {
            return row[_at.Item].Text is { } item ? Scale(row, _at.Score, item) : null;
        }

        return _at.BirthYear >= 0 ? Born(row) ?? Activated(row) : null;
    }

    // Where a source gives days only, both stand at noon; so a day is compared with a moment as a day.
    private RowFault? Order(ReadOnlySpan<FieldValue> row, int later, string rule)
    {
        var (received, value) = (row[_at.ReceivedAt], row[later]);
        if (value.IsMissing || received.IsMissing || value.Integer >= received.Integer)
        {
            return null;
        }

        if ((IsDayOnly(value) || IsDayOnly(received)) && received.Integer - value.Integer < TimeSpan.TicksPerDay)
        {
            return null;
        }

        return Fault(row, later, rule);
    }

    private static bool IsDayOnly(FieldValue moment) => moment.Integer % TimeSpan.TicksPerDay == TimeSpan.TicksPerDay / 2;

    private RowFault? Scale(ReadOnlySpan<FieldValue> row, int field, string item)
    {
        if (row[field].IsMissing || _mapping.Scales.Count == 0)
        {
            return null;
        }

        if (!_scales.TryGetValue(item, out var scale))
        {
            _scales[item] = scale = _mapping.ScaleOf(item);
        }

        return scale is not { } s || (row[field].Real >= s.Minimum && row[field].Real <= s.Maximum) ? null : Fault(row, field, RowRules.ScoreOffScale);
    }

    private RowFault? Born(ReadOnlySpan<FieldValue> row)
    {
        if (row[_at.BirthYear].IsMissing)
        {
            return null;
        }

        var age = row[_at.AsOf].Day.Year - row[_at.BirthYear].Integer;
        return age is < 0 or > OldestAge ? Fault(row, _at.BirthYear, RowRules.AgeOutOfRange) : null;
    }

    private RowFault? Activated(ReadOnlySpan<FieldValue> row) =>
        !row[_at.ActivatedOn].IsMissing && row[_at.ActivatedOn].Integer > row[_at.AsOf].Integer
            ? Fault(row, _at.ActivatedOn, RowRules.ActivatedAfterSnapshot)
            : null;

    private RowFault Fault(ReadOnlySpan<FieldValue> row, int field, string rule) =>
        new(_table.Fields[field].Name, row[field].ToText(_table.Fields[field].Type), rule);

    /// <summary>Positions of the fields the checks look at; −1 in other tables.</summary>
    private sealed class CheckFields(CanonicalTable table)
    {
        public int ReceivedAt { get; } = IndexOf(table, "received_at");

        public int ClosedAt { get; } = IndexOf(table, "closed_at");

        public int FirstReplyAt { get; } = IndexOf(table, "first_reply_at");

        public int Satisfaction { get; } = IndexOf(table, "satisfaction");

        public int Item { get; } = IndexOf(table, "item");

        public int Score { get; } = IndexOf(table, "score");

        public int BirthYear { get; } = IndexOf(table, "birth_year");

        public int AsOf { get; } = IndexOf(table, "as_of");

        public int ActivatedOn { get; } = IndexOf(table, "activated_on");

        private static int IndexOf(CanonicalTable table, string name) => table.Find(name)?.Index ?? -1;
    }
}
