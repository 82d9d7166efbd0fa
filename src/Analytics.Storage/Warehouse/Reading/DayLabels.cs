using System.Globalization;
using Analytics.Storage.Warehouse.Importing;

namespace Analytics.Storage.Warehouse.Reading;

/// <summary>Keys of local days in the order they are met; labels are <c>yyyy-MM-dd</c>.</summary>
internal sealed class DayLabels(LocalDays days)
{
    private readonly Dictionary<DateOnly, ushort> _keys = [];
    private readonly List<string> _labels = [""];
    private DateOnly _lastDay;
    private ushort _lastKey;

    /// <summary>Labels by key, so far.</summary>
    public IReadOnlyList<string> Labels => _labels.ToArray();

    /// <summary>Key of the day that holds a moment.</summary>
    public ushort KeyOf(long utcTicks)
    {
        var day = days.DayOf(utcTicks);
        if (_lastKey != 0 && day == _lastDay)
        {
            return _lastKey;
        }

        if (!_keys.TryGetValue(day, out var key))
        {
            key = checked((ushort)_labels.Count);
            _labels.Add(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            _keys.Add(day, key);
        }

        (_lastDay, _lastKey) = (day, key);
        return key;
    }
}
