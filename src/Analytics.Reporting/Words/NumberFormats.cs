using System.Globalization;
using Analytics.Core.Reports;

namespace Analytics.Reporting.Words;

/// <summary>
/// How numbers look in every output, in both languages: thousands separators, 2 decimals for rates and scores, 1 for percent and
/// hours, none for counts. The same rule as text and as an Excel number format, so a cell and a sentence agree.
/// </summary>
public static class NumberFormats
{
    /// <summary>Excel number format of a unit: <c>#,##0.00</c>, <c>0.0%</c>…</summary>
    public static string Excel(MeasureUnit unit) => unit switch
    {
        MeasureUnit.Count => "#,##0",
        MeasureUnit.Share => "0.0%",
        MeasureUnit.Hours => "#,##0.0",
        _ => "#,##0.00",
    };

    /// <summary>Excel number format of a change, with its sign. A change of a share is shown in percentage points by a cell that holds it × 100.</summary>
    public static string ExcelChange(MeasureUnit unit) => unit switch
    {
        MeasureUnit.Count => "+#,##0;-#,##0;0",
        MeasureUnit.Share or MeasureUnit.Hours => "+#,##0.0;-#,##0.0;0.0",
        _ => "+#,##0.00;-#,##0.00;0.00",
    };

    /// <summary>A value as text without its unit; a share as percent (<c>12.3%</c>). Rounds half away from zero.</summary>
    public static string Value(double value, MeasureUnit unit) => unit == MeasureUnit.Share
        ? Fixed(value * 100, 1) + "%"
        : Fixed(value, Decimals(unit));

    /// <summary>
    /// A change as text with its sign and without its unit; a share in percentage points (<c>+1.2</c>). A change that rounds to nothing has no sign.
    /// </summary>
    public static string Change(double value, MeasureUnit unit)
    {
        var text = Amount(value, unit);
        return text.AsSpan().ContainsAnyInRange('1', '9') ? (value < 0 ? "−" : "+") + text : text;
    }

    /// <summary>The size of a change without its sign; a share in percentage points.</summary>
    public static string Amount(double value, MeasureUnit unit)
        => Fixed(Math.Abs(unit == MeasureUnit.Share ? value * 100 : value), Decimals(unit));

    /// <summary>A plain number with thousands separators and that many decimals, half rounded away from zero.</summary>
    public static string Fixed(double value, int decimals)
    {
        // decimal rounds 0.125 as it is read, not as its binary neighbour; beyond 15 digits there is nothing left to round
        var rounded = Math.Abs(value) < 1e15 ? (double)Math.Round((decimal)value, decimals, MidpointRounding.AwayFromZero) : value;
        return (rounded == 0 ? 0 : rounded).ToString("N" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
    }

    private static int Decimals(MeasureUnit unit) => unit switch
    {
        MeasureUnit.Count => 0,
        MeasureUnit.Share or MeasureUnit.Hours => 1,
        _ => 2,
    };
}
