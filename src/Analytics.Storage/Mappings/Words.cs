using System.Text;

namespace Analytics.Storage.Mappings;

/// <summary>Words that sources use for true, false and "no value".</summary>
internal static class Words
{
    private static readonly Dictionary<string, bool> Truth = new(StringComparer.OrdinalIgnoreCase)
    {
        ["true"] = true, ["yes"] = true, ["y"] = true, ["t"] = true, ["1"] = true, ["是"] = true, ["有"] = true, ["已"] = true,
        ["false"] = false, ["no"] = false, ["n"] = false, ["f"] = false, ["0"] = false, ["否"] = false, ["无"] = false, ["未"] = false,
    };

    private static readonly HashSet<string> NoValue = new(StringComparer.OrdinalIgnoreCase)
    {
        "na", "n/a", "#n/a", "nan", "null", "none", "nil", "-", "--", "—", "?", ".", "unknown", "missing", "undefined", "\\n", "不详", "未知", "无", "空", "缺失", "性别不详", "-1", "9999",
    };

    public static bool TryBoolean(ReadOnlySpan<byte> utf8, out bool value)
    {
        value = false;
        return utf8.Length <= 8 && Truth.TryGetValue(Encoding.UTF8.GetString(utf8), out value);
    }

    /// <summary>Whether a text is commonly written for "no value". Only findings use it: what counts as missing is said by the mapping.</summary>
    public static bool MeansMissing(ReadOnlySpan<byte> utf8) => utf8.Length <= 16 && NoValue.Contains(Encoding.UTF8.GetString(utf8));
}
