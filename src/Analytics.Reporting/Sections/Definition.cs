using System.Globalization;

namespace Analytics.Reporting.Sections;

/// <summary>A row of the definitions sheet: what a number is, in both languages.</summary>
/// <param name="Id">What readers cite: <c>K01</c> for a headline measure, <c>D07</c> for another; never given to another definition.</param>
/// <param name="NameKey">Resource key of its name.</param>
/// <param name="Key">Start of the resource keys of formula, denominator and source.</param>
internal sealed record Definition(string Id, string NameKey, string Key)
{
    /// <summary>A definition whose words stand under <c>define.&lt;name&gt;</c>.</summary>
    /// <param name="number">Its number, from 1.</param>
    /// <param name="name">Name within the keys.</param>
    public static Definition Of(int number, string name)
        => new("D" + number.ToString("00", CultureInfo.InvariantCulture), $"define.{name}.name", "define." + name);
}
