using System.Text;
using Analytics.Core.Reports;

namespace Analytics.Reporting.Words;

/// <summary>
/// The little language headline templates are written in. <c>{x}</c> is a label or a bare number, <c>{x:u}</c> a number with its
/// unit, <c>{x:t}</c> a change in words ("up 0.31", "unchanged"; shares in percentage points), <c>{x:i}</c> a number without needless
/// decimals, <c>{x:d}</c> and <c>{x:a}</c> a signed difference as ahead or behind and as its size, <c>{signal}</c> the verdict. A part in <c>[…]</c> is
/// left out when an argument in it is not given.
/// </summary>
internal static class HeadlineTemplate
{
    /// <summary>The template with the headline's arguments filled in.</summary>
    /// <exception cref="FormatException">An argument outside brackets is not given, or a bracket is not closed.</exception>
    public static string Fill(string template, Headline headline, ReportWords words)
    {
        var text = new StringBuilder(template.Length * 2);
        var rest = template.AsSpan();
        while (rest.IndexOf('[') is >= 0 and var open)
        {
            var close = rest.IndexOf(']');
            if (close < open)
            {
                throw new FormatException($"The template of '{headline.Key}' has an unclosed '[': {template}");
            }

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
            {
                return null;
            }

            text.Append(part[..open]).Append(value);
            part = part[(close + 1)..];
        }

        return text.Append(part).ToString();
    }

    private static string? Placeholder(string placeholder, Headline headline, ReportWords words)
    {
        var parts = placeholder.Split(':', 2);
        if (headline.Arguments.FirstOrDefault(a => a.Name == parts[0]) is not { } argument)
        {
            return parts[0] == "signal" ? words.Get("headline-signal." + headline.Signal) : null;
        }

        if (argument is { Number: null, Label: null })
        {
            return Marks.Absent;
        }

        return argument.Number is { } number
            ? Number(number, argument.Unit, parts.ElementAtOrDefault(1), words)
            : parts[0] switch
            {
                "kpi" => words.Find("kpi." + argument.Label) ?? words.Label(argument.Label),
                "column" => words.Column(argument.Label ?? ""),
                "previous" => words.Period(argument.Label ?? ""),
                _ => words.Label(argument.Label),
            };
    }

    private static string Number(double number, MeasureUnit? unit, string? form, ReportWords words) => (form, unit) switch
    {
        ("i", _) => NumberFormats.Fixed(number, number == Math.Floor(number) ? 0 : 1),
        (_, null) => NumberFormats.Fixed(number, 2),
        ("d", _) => words.Get(number < 0 ? "lead.behind" : "lead.ahead"),
        ("a", { } known) => NumberFormats.Amount(number, known),
        ("u", { } known) => words.WithUnit(number, known),
        ("t", { } known) => Direction(number, known, words),
        (_, { } known) => NumberFormats.Value(number, known),
    };

    /// <summary>The sign is taken after rounding, so "up 0.00" is never said.</summary>
    private static string Direction(double change, MeasureUnit unit, ReportWords words)
    {
        var amount = NumberFormats.Amount(change, unit);
        var shown = unit == MeasureUnit.Share ? words.Get("number.withUnit", amount, words.ChangeUnit(unit)) : amount;
        return NumberFormats.Change(change, unit)[0] switch
        {
            '+' => words.Get("change.up", shown),
            '−' => words.Get("change.down", shown),
            _ => words.Get("change.flat"),
        };
    }
}
