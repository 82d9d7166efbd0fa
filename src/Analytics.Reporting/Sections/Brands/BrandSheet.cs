using Analytics.Core.Reports;
using Analytics.Core.Reports.Satisfaction;
using Analytics.Reporting.Words;
using Analytics.Reporting.Workbook;

namespace Analytics.Reporting.Sections.Brands;

/// <summary>Sheet 09: own brands, the own total weighted and unweighted, competitors and leads; weights; branches raw and shrunk.</summary>
internal static class BrandSheet
{
    /// <summary>Last column printed, at least.</summary>
    public const int FewestColumns = 11;

    private const string LeadFormat = "+0.00;-0.00;0.00";
    private const int FirstScore = 4;
    private const int ChartRows = 17;

    /// <summary>Fills the sheet.</summary>
    public static void Fill(SheetDraft sheet)
    {
        sheet.Heading("brands.title");
        var section = sheet.Draft.Report.Satisfaction;
        var last = FewestColumns;
        if (section?.Brands is { } brands)
        {
            last = Math.Max(last, FirstScore - 1 + (brands.Columns.Count * 2));
            Brands(sheet, brands);
        }
        else
        {
            sheet.NotThere("brands", "satisfaction", "survey");
            sheet.Row++;
        }

        if (section?.Branches is { Count: > 0 } branches)
        {
            BranchRows.Fill(sheet, branches, last);
        }
        else
        {
            sheet.NotThere("branches", "satisfaction", "survey");
        }

        sheet.Measure(1, 16);
        sheet.Measure(2, 14);
        for (var column = 3; column <= FewestColumns; column++)
        {
            sheet.Measure(column, 10);
        }

        sheet.Finish(frozenRows: 2, lastColumn: FewestColumns);
    }

    /// <summary>Name of a row: the brand or operator, and what it stands for.</summary>
    public static string Name(BrandRow row, ReportWords words)
        => row.Kind == BrandRowKind.AllCompetitors ? words.Get("brands.allCompetitors") : words.Label(row.Name);

    private static void Brands(SheetDraft sheet, BrandComparison brands)
    {
        var words = sheet.Words;
        sheet.Section(words.Get("brands.table"), words.Get("brands.note", NumberFormats.Value(sheet.Draft.Report.Header.ConfidenceLevel, MeasureUnit.Share)));
        var head = sheet.Row;
        sheet.Header(1, [words.Get("head.row"), words.Get("head.brand"), words.Get("head.questionnaires"), .. brands.Columns.Select(words.Label)]);
        var first = sheet.Row;
        foreach (var row in brands.Rows)
        {
            Scores(sheet, row);
        }

        foreach (var lead in brands.Leads)
        {
            Lead(sheet, brands, lead, first);
        }

        sheet.ExplainMissing();
        sheet.Row++;
        Chart(sheet, brands, head, first);
        var weights = Weights(sheet, brands);
        FollowWeights(sheet, brands, first, weights);
        Intervals(sheet, brands);
    }

    private static void Scores(SheetDraft sheet, BrandRow row)
    {
        var (at, words) = (sheet.Row++, sheet.Words);
        var look = CellLook.Text with { Bold = row.Kind == BrandRowKind.Own, Fill = row.Kind == BrandRowKind.Own ? Palette.PaleBlue : null };
        sheet.Put(at, 1, words.Get("brands.kind." + row.Kind), look);
        sheet.Put(at, 2, Name(row, words), look);
        sheet.Put(at, 3, row.Respondents, look with { Format = "#,##0" });
        for (var i = 0; i < row.Scores.Count; i++)
        {
            sheet.Put(at, FirstScore + i, row.Scores[i], look with { Format = "0.00" });
        }
    }

    /// <summary>A lead takes four rows: the difference, its bounds, the verdict.</summary>
    private static void Lead(SheetDraft sheet, BrandComparison brands, LeadRow lead, int first)
    {
        var words = sheet.Words;
        var top = sheet.Row;
        var name = IsOverAll(lead) ? words.Get("brands.allCompetitors") : words.Label(lead.Against);
        string[] heads = [words.Get("brands.lead", name), words.Get("head.lower"), words.Get("head.upper"), words.Get("head.significance")];
        for (var i = 0; i < heads.Length; i++)
        {
            sheet.Put(top + i, 1, heads[i], CellLook.Text with { Bold = i == 0, Indent = i == 0 ? 0 : 1, Top = i == 0 });
            sheet.Put(top + i, 2, "", CellLook.Text with { Top = i == 0 });
            sheet.Put(top + i, 3, "", CellLook.Text with { Top = i == 0 });
        }

        var (own, other) = (Find(brands, r => r.Kind == BrandRowKind.Own), Find(brands, r => IsRival(r, lead)));
        for (var i = 0; i < lead.Leads.Count; i++)
        {
            var (figure, column) = (lead.Leads[i], FirstScore + i);
            sheet.Put(top, column, figure, CellLook.Number(LeadFormat) with { Bold = true, Top = true });
            if (own >= 0
                && other >= 0
                && brands.Rows[own].Scores[i].Value - brands.Rows[other].Scores[i].Value is { } difference
                && Math.Abs(difference - (figure.Value ?? double.NaN)) < 1e-9)
            {
                sheet.Follow(top, column, figure, $"{CellRange.Address(first + own, column)}-{CellRange.Address(first + other, column)}");
            }

            sheet.Bound(top + 1, column, figure, figure.Lower, LeadFormat);
            sheet.Bound(top + 2, column, figure, figure.Upper, LeadFormat);
            var mark = LeadMark(lead.Verdicts[i]);
            sheet.Verdict(top + 3, column, mark, words.Get("lead." + lead.Verdicts[i]));
        }

        sheet.Row = top + heads.Length;
    }

    private static int Find(BrandComparison brands, Func<BrandRow, bool> match) => brands.Rows.ToList().FindIndex(r => match(r));

    /// <summary>Whether a lead is over all competitors together rather than one.</summary>
    private static bool IsOverAll(LeadRow lead) => lead.Against.Length == 0;

    private static bool IsRival(BrandRow row, LeadRow lead)
        => IsOverAll(lead) ? row.Kind == BrandRowKind.AllCompetitors : row.Kind == BrandRowKind.Competitor && row.Name == lead.Against;

    /// <summary>Mark of a lead: ● leads, ■ trails, ○ not significant, — unknown.</summary>
    private static string LeadMark(LeadVerdict verdict) => verdict switch
    {
        LeadVerdict.Leads => "●",
        LeadVerdict.Trails => "■",
        LeadVerdict.NotSignificant => "○",
        _ => Marks.Absent,
    };

    /// <summary>The own total stands for its brands, and weighted for unweighted.</summary>
    private static bool IsShown(BrandRowKind kind) => kind is BrandRowKind.Own or BrandRowKind.Competitor or BrandRowKind.AllCompetitors;

    private static void Chart(SheetDraft sheet, BrandComparison brands, int head, int first)
    {
        var words = sheet.Words;
        var last = FirstScore + brands.Columns.Count - 1;
        var shown = brands.Rows
            .Select((row, i) => (Row: row, At: first + i))
            .Where(r => IsShown(r.Row.Kind) && r.Row.Scores.Any(s => s.State == FigureState.Known))
            .ToArray();
        if (shown.Length == 0)
        {
            return;
        }

        var competitor = 0;
        var series = shown.Select(r => new ChartSeries(
            ChartKind.Column, Name(r.Row, words), new CellRange(sheet.Name, head, FirstScore, head, last).Absolute, [.. brands.Columns.Select(words.Label)],
            new CellRange(sheet.Name, r.At, FirstScore, r.At, last).Absolute, [.. r.Row.Scores.Select(s => s.Value)],
            r.Row.Kind switch
            {
                BrandRowKind.Own => Palette.Blue,
                BrandRowKind.AllCompetitors => Palette.Orange,
                _ => Palette.Competitors[competitor++ % Palette.Competitors.Count],
            })
        {
            Format = "0.0", ShowValues = shown.Length * brands.Columns.Count <= 24,
        });
        var chart = new NativeChart(words.Get("brands.chart"), [.. series]) { ValueFormat = "0", ValueTitle = words.Unit(MeasureUnit.Score), Gap = 60 };
        sheet.Draft.Charts.Add(new PlacedChart(sheet.Name, chart, 0, sheet.Row - 1, FewestColumns, sheet.Row - 1 + ChartRows));
        sheet.Row += ChartRows + 1;
    }

    private static int Weights(SheetDraft sheet, BrandComparison brands)
    {
        var words = sheet.Words;
        sheet.Section(words.Get("brands.weights"), words.Get("brands.weightsNote"));
        sheet.Header(1, words.Get("head.brand"), words.Get("head.sampleShare"), words.Get("head.weightShare"), words.Get("head.factor"));
        var first = sheet.Row;
        foreach (var weight in brands.Weights)
        {
            var at = sheet.Row++;
            sheet.Put(at, 1, words.Label(weight.Brand), CellLook.Text);
            sheet.Put(at, 2, weight.SampleShare, CellLook.Number("0.0%"));
            sheet.Put(at, 3, weight.Share, CellLook.Number("0.0%"));
            if (weight.SampleShare > 0)
            {
                sheet.Live(at, 4, weight.Share / weight.SampleShare, $"C{at}/B{at}", CellLook.Number("0.00"));
            }
            else
            {
                sheet.Put(at, 4, "", CellLook.Text);
            }
        }

        if (brands.Weights.Count > 0)
        {
            WeightTotals(sheet, brands, first);
        }

        sheet.Row++;
        return first;
    }

    private static void WeightTotals(SheetDraft sheet, BrandComparison brands, int first)
    {
        var (row, look) = (sheet.Row++, new CellLook(Bold: true, Top: true, Format: "0.0%"));
        sheet.Put(row, 1, sheet.Words.Get("total"), look);
        sheet.Live(row, 2, brands.Weights.Sum(w => w.SampleShare), $"SUM({new CellRange(sheet.Name, first, 2, row - 1, 2).Local})", look);
        sheet.Live(row, 3, brands.Weights.Sum(w => w.Share), $"SUM({new CellRange(sheet.Name, first, 3, row - 1, 3).Local})", look);
        sheet.Put(row, 4, "", look);
        sheet.Sheet.Cell(row, 2).AddToNamed(BrandOutput.SampleSharesName);
        sheet.Sheet.Cell(row, 3).AddToNamed(BrandOutput.WeightsName);
    }

    /// <summary>Where the weighted total is the brand rows by their weights, its cells say so by formula.</summary>
    private static void FollowWeights(SheetDraft sheet, BrandComparison brands, int first, int weights)
    {
        var own = Find(brands, r => r.Kind == BrandRowKind.Own);
        BrandRow[] rows = [.. brands.Rows.TakeWhile(r => r.Kind == BrandRowKind.Brand)];
        if (own < 0 || rows.Length == 0 || !rows.Select(r => r.Name).SequenceEqual(brands.Weights.Select(w => w.Brand)))
        {
            return;
        }

        for (var i = 0; i < brands.Columns.Count; i++)
        {
            var column = FirstScore + i;
            var sum = rows.Zip(brands.Weights, (row, weight) => (row.Scores[i].Value ?? double.NaN) * weight.Share).Sum();
            if (Math.Abs(sum - (brands.Rows[own].Scores[i].Value ?? double.NaN)) < 1e-9)
            {
                var scores = new CellRange(sheet.Name, first, column, first + rows.Length - 1, column).Local;
                var shares = new CellRange(sheet.Name, weights, 3, weights + rows.Length - 1, 3).Local;
                sheet.Follow(first + own, column, brands.Rows[own].Scores[i], $"SUMPRODUCT({scores},{shares})");
            }
        }
    }

    private static void Intervals(SheetDraft sheet, BrandComparison brands)
    {
        var words = sheet.Words;
        sheet.Section(words.Get("brands.intervals"));
        foreach (var part in brands.Columns.Select((name, i) => (Name: words.Label(name), Index: i)).Chunk((FewestColumns - 2) / 3))
        {
            sheet.Header(
                1,
                [words.Get("head.row"), words.Get("head.brand"), .. part.SelectMany(c => new[] { c.Name, words.Get("head.lower"), words.Get("head.upper") })]);
            foreach (var row in brands.Rows)
            {
                var at = sheet.Row++;
                sheet.Put(at, 1, words.Get("brands.kind." + row.Kind), CellLook.Text);
                sheet.Put(at, 2, Name(row, words), CellLook.Text);
                for (var i = 0; i < part.Length; i++)
                {
                    sheet.WithBounds(at, 3 + (3 * i), row.Scores[part[i].Index], "0.00");
                }
            }

            sheet.Row++;
        }

        sheet.ExplainMissing();
    }
}
