using System.Text;
using Analytics.Core.Reports;

namespace Analytics.Reporting.Text;

/// <summary>
/// The little language headline templates are written in. <c>{x}</c> is a label or a bare number, <c>{x:u}</c> a number with its
/// unit, <c>{x:d}</c> the size of a change with its unit (shares in percentage points), <c>{x:s}</c> the same with its sign,
/// <c>{x|up|down|none}</c> a word chosen by sign, <c>{signal}</c> the verdict. A part in <c>[…]</c> is left out when an argument in
/// it is not given.
/// </summary>
internal static class HeadlineTemplate
{
    /// <summary>The template with the headline's arguments filled in.</summary>
    /// <exception cref="FormatException">An argument outside brackets is not given, or a bracket or brace is not closed.</exception>
    public static string Fill(string template, Headline headline, ReportWords words)
    {
        var text = new StringBuilder(template.Length * 2);
        var rest = template.AsSpan();
        while (rest.IndexOf('[') is >= 0 and var open)
        {
            var close = rest.IndexOf(']');
            if (close < open)
                throw new FormatException($"The template of '{headline.Key}' has an unclosed '[': {template}");
            text.Append(Part(rest[..open], headline, words) ?? throw Missing(template, headline));
            text.Append(Part(rest[(open + 1)..close], headline, words));
            rest = rest[(close + 1)..];
        }

        return text.Append(Part(rest, headline, words) ?? throw Missing(template, headline)).ToString();
    }

    private static FormatException Missing(string template, Headline headline)
        => new($"Headline '{headline.Key}' lacks an argument of its template: {template}");

    /// <summary>A stretch without brackets, filled in; null where an argument is missing.</summary>
    private static string? Part(ReadOnlySpan<char> part, Headline headline, ReportWords words)
    {
        var text = new StringBuilder();
        while (part.IndexOf('{') is >= 0 and var open)
        {
            var close = part.IndexOf('}');
            if (Placeholder(part[(open + 1)..close].ToString(), headline, words) is not { } value)
                return null;
            text.Append(part[..open]).Append(value);
            part = part[(close + 1)..];
        }

        return text.Append(part).ToString();
    }

    private static string? Placeholder(string placeholder, Headline headline, ReportWords words)
    {
        var name = placeholder.Split(':', '|')[0];
        if (headline.Arguments.FirstOrDefault(a => a.Name == name) is not { } argument)
            return name == "signal" ? words.SignalWord(headline.Signal) : null;
        if (argument.Number is not { } number)
            return words.Find("kpi." + argument.Label) ?? words.Label(argument.Label);
        return placeholder.Contains('|', StringComparison.Ordinal)
            ? Choice(number, argument.Unit ?? MeasureUnit.Count, placeholder.Split('|'))
            : Number(number, argument.Unit ?? MeasureUnit.Count, placeholder.Split(':').ElementAtOrDefault(1), words);
    }

    /// <summary>The sign is taken after rounding, so "up 0.00" is never said.</summary>
    private static string Choice(double number, MeasureUnit unit, string[] words) => NumberFormats.Change(number, unit)[0] switch
    {
        '+' => words[1],
        '−' => words[2],
        _ => words.Length > 3 ? words[3] : words[1],
    };

    private static string Number(double number, MeasureUnit unit, string? form, ReportWords words) => form switch
    {
        "u" => words.WithUnit(number, unit),
        "d" => words.Get("number.withUnit", NumberFormats.Amount(number, unit), words.ChangeUnit(unit)),
        "s" => words.Get("number.withUnit", NumberFormats.Change(number, unit), words.ChangeUnit(unit)),
        _ => NumberFormats.Value(number, unit),
    };
}
