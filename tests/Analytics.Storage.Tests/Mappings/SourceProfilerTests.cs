using Analytics.Core.Canonical;

namespace Analytics.Storage.Tests.Mappings;

public sealed class SourceProfilerTests
{
    [Fact]
    public void Findings_OfAColumnThatCopiesAnother_SaySoInTheSameOrOtherWords()
        => Find("a,b,c,d\n1,1,one,x\n2,2,two,x\n1,1,one,y\n1,1,one,z\n2,2,two,x\n1,1,one,z\n").ShouldBe([
            new("copied-column", "s.csv", "b", 6, "the same as 'a' on every row"),
            new("copied-column", "s.csv", "c", 6, "says the same as 'a' in other words on every row: 1 = one, 2 = two")]);

    [Fact]
    public void Findings_OfColumnsThatDifferOnce_SayNothing() => Find("a,b\n1,1\n2,2\n1,2\n2,2\n").ShouldBeEmpty();

    [Fact]
    public void Findings_OfConstantAndEmptyColumns_SaySo()
        => Find("a,b,c\n1,x,\n2,x,\n").ShouldBe([new("constant-column", "s.csv", "b", 2, "every cell is 'x'"), new("empty-column", "s.csv", "c", 2, "every cell is blank")]);

    [Fact]
    public void Findings_OfNumbersAndTextsTogether_CountBoth()
        => Find("a\n1\n2\n3\n4\ntwo\nn/a\n").Where(f => f.Rule == "mixed-types").ShouldBe([new("mixed-types", "s.csv", "a", 1, "4 numbers and 1 texts, such as 'two'")]);

    [Fact]
    public void Findings_OfNoValueWrittenThreeWays_CountEach()
        => Find("a,b\nx,1\nNA,2\n-,3\n-,4\n,5\n").ShouldBe([new("missing-several-ways", "s.csv", "a", 4, "no value is written in 3 ways: 'NA' 1, '-' 2, nothing 1")]);

    [Fact]
    public void Findings_OfLabelsThatDifferInCaseOrBlanks_NameThem()
        => Find("cause\nVivo\nVIVO\nVIVO\nOi  Fixo\nOi Fixo\n").ShouldBe([
            new("spelling-variants", "s.csv", "cause", 2, "2 labels are spelt in several ways, told apart only by case, width or blanks: 'Vivo' 1 / 'VIVO' 2; 'Oi  Fixo' 1 / 'Oi Fixo' 1")], ignoreOrder: false);

    [Fact]
    public void Findings_OfControlCharactersAndMobileNumbers_CountTheCells()
        => Find("cause,n\nbell\u0007,1\nring 13812341234,2\nplain,3\n").ShouldBe([
            new("control-characters", "s.csv", "cause", 1, "cells hold control characters; they are kept"),
            new("mobile-numbers-hidden", "s.csv", "cause", 1, "cells held mobile numbers; their middle four digits were replaced by ****")]);

    // Tickets of April to June; every day up to 12 was written month first.
    [Fact]
    public void Findings_OfDatesWithDayAndMonthSwappedInPart_CountThoseThatShow()
    {
        var days = Enumerable.Range(0, 91).Select(i => new DateTime(2015, 4, 1).AddDays(i)).ToArray();
        var written = days.Select(d => d.Day <= 12 ? d.ToString("MM-dd-yy") : d.ToString("dd-MM-yy"));
        var csv = "received\n" + string.Concat(written.Select(w => w + "\n"));
        Find(csv, "{ \"source\": \"received\", \"formats\": [\"dd-MM-yy\"] }").ShouldBe([
            new("swapped-day-month", "s.csv", "received", 27, "days beyond 12 occur only in the months 4, 5, 6, yet 27 dates of other months would fall into these with day and month exchanged")]);
        Find(csv, "{ \"source\": \"received\", \"formats\": [\"MM-dd-yy\", \"dd-MM-yy\"] }").ShouldBe([
            new("swapped-day-month", "s.csv", "received", 36, "55 dates were read with the day first (dd-MM-yy), 36 with the month first (MM-dd-yy)")]);
    }

    [Fact]
    public void Findings_OfAWholeYearOfDates_SayNothing()
    {
        var csv = "received\n" + string.Concat(Enumerable.Range(0, 365).Select(i => new DateTime(2015, 1, 1).AddDays(i).ToString("dd-MM-yy") + "\n"));
        Find(csv, "{ \"source\": \"received\", \"formats\": [\"dd-MM-yy\"] }").ShouldBeEmpty();
    }

    private static IReadOnlyList<Finding> Find(string csv, string received = "{ \"constant\": \"2026-01-01\" }")
    {
        var cause = csv.StartsWith("cause") ? ", \"cause\": \"cause\"" : "";
        MappedRows.Of(csv, $$"""{ "table": "complaint", "columns": { "received_at": {{received}}{{cause}} } }""", out var mapper);
        return mapper.Profile.Findings("s.csv");
    }
}
