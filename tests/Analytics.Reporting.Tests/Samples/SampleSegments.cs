using Analytics.Core.Reports;

namespace Analytics.Reporting.Tests.Samples;

/// <summary>Segmentations and heat maps of the sample; rows add up to the totals.</summary>
public static class SampleSegments
{
    private const long Total = SampleReport.Complaints;
    private const double Base = SampleReport.Subscribers;

    public static IReadOnlyList<SegmentTable> All() =>
    [
        Table(
            "arpu", "right-closed",
            [
                ("≤20", 431, 262_000), ("(20, 50]", 1_102, 611_000), ("(50, 80]", 1_347, 590_000), ("(80, 120]", 1_405, 412_000),
                ("(120, 200]", 1_118, 281_000), ("(200, 400]", 612, 118_400), (">400", 130, 30_000), ("", 39, 8_000)]),
        Table(
            "age", "left-closed",
            [
                ("<18", 88, 61_000), ("[18, 25)", 812, 301_000), ("[25, 35)", 1_704, 562_000), ("[35, 45)", 1_611, 540_000),
                ("[45, 55)", 1_102, 448_400), ("[55, 65)", 604, 262_000), ("≥65", 224, 130_000), ("", 39, 8_000)]),
        Table(
            "data_mb", "right-closed",
            [
                ("≤1024", 602, 391_000), ("(1024, 5120]", 1_210, 580_000), ("(5120, 10240]", 1_498, 541_000), ("(10240, 20480]", 1_611, 470_400),
                ("(20480, 51200]", 1_004, 260_000), (">51200", 220, 62_000), ("", 39, 8_000)]),
        Table("brand", null, [("动感地带", 2_611, 702_400), ("神州行", 2_104, 1_002_000), ("全球通", 1_430, 600_000), ("", 39, 8_000)]),
        Table("gender", null, [("男", 3_320, 1_190_400), ("女", 2_825, 1_114_000), ("", 39, 8_000)]),
        Table("channel", null, [("10086热线", 3_611, 0), ("手机App", 1_240, 0), ("营业厅", 802, 0), ("微信", 401, 0), ("网上营业厅", 126, 0), ("", 4, 0)]),
        Hide(
            Table(
                "region", null,
                [
                    ("武汉", 2_204, 702_000), ("襄阳", 1_002, 391_000), ("宜昌", 984, 401_400), ("荆州", 902, 380_000), ("黄冈", 801, 310_000),
                    ("十堰", 281, 126_000), ("恩施", 6, 1_500), ("", 4, 500)]),
            6, 7),
    ];

    /// <summary>Two maps; the second has hidden and absent cells.</summary>
    public static IReadOnlyList<HeatMap> HeatMaps() =>
    [
        Map(
            "arpu", "age", ["≤20", "(20, 50]", "(50, 80]", "(80, 120]", "(120, 200]", "(200, 400]", ">400"],
            ["<18", "[18, 25)", "[25, 35)", "[35, 45)", "[45, 55)", "[55, 65)", "≥65"]),
        Map(
            "arpu", "data_mb", ["≤20", "(20, 50]", "(50, 80]", "(80, 120]", "(120, 200]", "(200, 400]", ">400"],
            ["≤1024", "(1024, 5120]", "(5120, 10240]", "(10240, 20480]", "(20480, 51200]", ">51200"]),
    ];

    /// <summary>The same segmentation where there are no subscribers.</summary>
    public static SegmentTable WithoutBase(SegmentTable table)
    {
        var absent = Figure.Absent(AbsenceReasons.NoSubscribers);
        return table with
        {
            TotalSubscribers = null, ChiSquare = absent, PValue = null,
            Rows = [.. table.Rows.Select(r => r with
            {
                Subscribers = absent, ShareOfSubscribers = absent, ComplaintsPer10k = absent, RateRatio = absent, ContributionIndex = absent,
                AdjustedResidual = absent, AdjustedPValue = absent, Survives = false,
            })],
        };
    }

    private static SegmentTable Table(string column, string? rule, (string Label, long Complaints, double Subscribers)[] rows)
    {
        var hasBase = rows.Any(r => r.Subscribers > 0);
        var table = new SegmentTable(
            column, rule, [.. rows.Select(r => Row(r.Label, r.Complaints, r.Subscribers))], Total, hasBase ? Base : null,
            hasBase ? Figure.Of(412.7 + rows.Length, Total) : Figure.Absent(AbsenceReasons.NoSubscribers), hasBase ? 0.00004 : null);
        return hasBase ? table : WithoutBase(table);
    }

    private static SegmentRow Row(string label, long complaints, double subscribers)
    {
        var share = (double)complaints / Total;
        var half = 1.96 * Math.Sqrt(share * (1 - share) / Total);
        var complaintShare = Figure.Of(share, Total, Math.Max(0, share - half), share + half);
        if (subscribers == 0)
        {
            return new SegmentRow(
                label, Figure.Of(complaints, Total), Figure.Of(0), complaintShare, Figure.Of(0), Figure.Of(0), Figure.Of(0), Figure.Of(0), Figure.Of(0),
                Figure.Of(0), false);
        }

        var rate = complaints / subscribers * 10_000;
        var other = (Total - complaints) / (Base - subscribers) * 10_000;
        var spread = 1.96 / Math.Sqrt(complaints);
        var baseShare = subscribers / Base;
        var residual = (complaints - (Total * baseShare)) / Math.Sqrt(Total * baseShare * (1 - baseShare));
        var p = 1 / (1 + Math.Exp(residual * residual / 2));
        return new SegmentRow(
            label, Figure.Of(complaints, Total), Figure.Of(subscribers, Base), complaintShare, Figure.Of(baseShare, Base),
            Figure.Of(rate, subscribers, rate * (1 - spread), rate * (1 + spread)),
            Figure.Of(rate / other, Base, rate / other * (1 - spread), rate / other * (1 + spread)),
            Figure.Of(share / baseShare, Total), Figure.Of(residual, Total), Figure.Of(p, Total), p < 0.01);
    }

    /// <summary>Hides two rows, as the mask does: the small one and its complement.</summary>
    private static SegmentTable Hide(SegmentTable table, params int[] rows) => table with
    {
        Rows = [.. table.Rows.Select((row, i) => rows.Contains(i) ? Hidden(row) : row)],
    };

    private static HeatMap Map(string row, string column, string[] rows, string[] columns)
    {
        var cells = rows.Select((_, r) => (IReadOnlyList<HeatMapCell>)[.. columns.Select((_, c) => Cell(r, c, rows.Length, columns.Length))]).ToList();
        return new HeatMap(row, column, rows, columns, cells, MeasureUnit.Per10k);
    }

    private static HeatMapCell Cell(int r, int c, int rows, int columns)
    {
        var subscribers = 4_000 + (90_000 * Math.Exp(-((r - 2.5) * (r - 2.5) / 6) - ((c - 2.8) * (c - 2.8) / 5)));
        var rate = 12 + (5.5 * r) + (3.0 * (c - ((columns - 1) / 2.0)) * (r < rows / 2 ? 1 : -0.6));
        if (r == rows - 1 && c == 0)
        {
            return new HeatMapCell(Figure.Of(0), Figure.Of(0), Figure.Absent(AbsenceReasons.EmptyDenominator), Figure.Absent(AbsenceReasons.EmptyDenominator));
        }

        if ((r == rows - 1 || r == 0) && c >= columns - 2)
        {
            return new HeatMapCell(Figure.Suppressed, Figure.Of(Math.Round(subscribers)), Figure.Suppressed, Figure.Suppressed);
        }

        var complaints = Math.Round(subscribers * rate / 10_000);
        return new HeatMapCell(
            Figure.Of(complaints, Total), Figure.Of(Math.Round(subscribers)), Figure.Of(rate, subscribers, rate * 0.85, rate * 1.17),
            Figure.Of((rate - 26.74) * Math.Sqrt(subscribers) / 900));
    }

    private static SegmentRow Hidden(SegmentRow row) => row with
    {
        Complaints = Figure.Suppressed, ShareOfComplaints = Figure.Suppressed, ComplaintsPer10k = Figure.Suppressed, RateRatio = Figure.Suppressed,
        ContributionIndex = Figure.Suppressed, AdjustedResidual = Figure.Suppressed, AdjustedPValue = Figure.Suppressed, Survives = false,
    };
}
