using Analytics.Core.Reports;

namespace Analytics.Reporting.Tests.Samples;

/// <summary>Cause tree, Paretos, associations and resolutions of the sample, all cut from one list of causes.</summary>
public static class SampleCauses
{
    private const long Total = SampleReport.Complaints;

    private static readonly (string? Category, (string? Cause, long Now, long Before)[] Causes)[] Data =
    [
        ("网络质量", [("上网速度慢", 1_204, 860), ("信号弱", 731, 702), ("掉线断网", 402, 398)]),
        ("资费争议", [("不明扣费", 988, 1_010), ("套餐外流量费", 612, 590), ("退费不及时", 241, 230)]),
        ("业务办理", [("携号转网受阻", 455, 310), ("套餐变更失败", 301, 322), ("宽带装机超时", 280, 295)]),
        ("营销宣传", [("宣传与实际不符", 362, 340), ("骚扰营销电话", 188, 201)]),
        ("服务态度", [("推诿敷衍", 166, 158), ("排队时间长", 121, 122)]),
        ("终端问题", [("终端故障", 84, 71), (null, 25, 20)]),
        ("", [("", 24, 20)]),
    ];

    public static IReadOnlyList<CauseNode> Tree()
        => [.. Data.Select(c => Node(c.Category, c.Causes.Sum(x => x.Now), c.Causes.Sum(x => x.Before), c.Category == "" ? [] : c.Causes))];

    public static IReadOnlyList<ParetoTable> Paretos()
    {
        var categories = Data.Select(c => (c.Category, c.Causes.Sum(x => x.Now), c.Causes.Sum(x => x.Before)));
        var causes = Data.SelectMany(c => c.Causes).Select(c => (c.Cause, c.Now, c.Before)).ToArray();
        return
        [
            Table("category", null, ParetoMeasure.Count, categories, 1),
            Table("cause", null, ParetoMeasure.Count, causes, 1),
            .. Data.Take(3).Select(c => Table("cause-in-category", c.Category, ParetoMeasure.Count, c.Causes, 1)),
            Table("cause", null, ParetoMeasure.Escalations, causes.Select(c => (c.Cause, c.Now / 32, c.Before / 32)), 1),
            Table("cause", null, ParetoMeasure.HandlingHours, causes.Select((c, i) => (c.Cause, c.Now * (20 + (i * 3)), c.Before * (20 + (i * 3)))), 1.25),
            Table(
                "cause", null, ParetoMeasure.Increase,
                causes.Where(c => c.Now > c.Before && c.Cause is { Length: > 0 }).Select(c => (c.Cause, c.Now - c.Before, 0L)), 1),
        ];
    }

    public static IReadOnlyList<AssociationTable> Associations() =>
    [
        Association("channel", ["10086热线", "手机App", "营业厅", "微信", "网上营业厅"]),
        Association("region", ["武汉", "襄阳", "宜昌", "荆州", "黄冈", "十堰", null, ""]),
        Association("arpu", ["≤20", "(20, 50]", "(50, 80]", "(80, 120]", "(120, 200]", "(200, 400]", ">400", ""]),
    ];

    public static IReadOnlyList<ResolutionRow> Resolutions() =>
    [
        new("不明扣费", "退费", Figure.Of(604), Figure.Of(0.912, 588, 0.886, 0.932), Figure.Of(0.640, 211, 0.573, 0.702), Figure.Of(26.4, 580)),
        new("不明扣费", "解释说明", Figure.Of(384), Figure.Of(0.611, 370, 0.560, 0.659), Figure.Of(0.311, 122, 0.236, 0.398), Figure.Of(18.2, 371)),
        new("上网速度慢", "上门处理", Figure.Of(702), Figure.Of(0.784, 640, 0.751, 0.815), Figure.Of(0.522, 180, 0.449, 0.594), Figure.Of(61.9, 598)),
        new("上网速度慢", "解释说明", Figure.Of(502), Figure.Of(0.540, 477, 0.495, 0.584), Figure.Of(0.262, 130, 0.194, 0.343), Figure.Of(22.8, 470)),
        new("携号转网受阻", "业务调整", Figure.Of(421), Figure.Of(0.833, 402, 0.793, 0.866), Figure.Absent(AbsenceReasons.EmptyDenominator), Figure.Of(33.1, 397)),
        new("携号转网受阻", null, Figure.Of(34), Figure.Suppressed, Figure.Suppressed, Figure.Of(40.0, 30)),
        new(null, "", Figure.Of(3_537), Figure.Of(0.702, 3_011, 0.685, 0.718), Figure.Of(0.431, 907, 0.399, 0.463), Figure.Of(30.7, 3_120)),
    ];

    private static CauseNode Node(string? label, long now, long before, (string? Cause, long Now, long Before)[] causes)
    {
        var half = 1.96 * Math.Sqrt(now + before);
        return new CauseNode(
            label, Figure.Of(now, Total), Figure.Of(before), Figure.Of(now - before, null, now - before - half, now - before + half),
            Figure.Of((double)now / Total, Total),
            [.. causes.OrderByDescending(c => c.Cause is null ? -1 : c.Now).Select(c => Node(c.Cause, c.Now, c.Before, []))]);
    }

    private static ParetoTable Table(
        string level, string? within, ParetoMeasure measure, IEnumerable<(string? Label, long Now, long Before)> rows, double factor)
    {
        var sorted = rows.OrderByDescending(r => r.Label is null ? long.MinValue : r.Now).ThenBy(r => r.Label, StringComparer.Ordinal).ToArray();
        var total = sorted.Sum(r => r.Now * factor);
        var cumulative = 0d;
        var items = sorted.Select((row, i) =>
        {
            var before = cumulative;
            cumulative += row.Now * factor / total;
            var share = row.Now * factor / total;
            var half = 1.96 * Math.Sqrt(share * (1 - share) / total);
            var isCount = measure is ParetoMeasure.Count or ParetoMeasure.Escalations;
            return new ParetoItem(
                row.Label, row.Label is null ? 3 : 1, row.Label is null ? 0 : i + 1, row.Now * factor,
                isCount ? Figure.Of(share, total, Math.Max(0, share - half), Math.Min(1, share + half)) : Figure.Of(share, total),
                Math.Min(1, cumulative), before < 0.8 ? ParetoClass.A : before < 0.9 ? ParetoClass.B : ParetoClass.C,
                isCount && row.Label is not null ? Figure.Of(Math.Clamp(1.4 - before, 0, 1)) : Figure.Absent(AbsenceReasons.NoSuchField),
                measure == ParetoMeasure.Increase ? Figure.Of(row.Now) : Figure.Of((row.Now - row.Before) * factor));
        });
        return new ParetoTable(level, within, measure, total, [.. items]);
    }

    private static AssociationTable Association(string column, string?[] columns)
    {
        var causes = Data.SelectMany(c => c.Causes).Where(c => c.Cause is { Length: > 0 }).OrderByDescending(c => c.Now).Take(10).ToArray();
        string?[] rows = [.. causes.Select(c => c.Cause), null, ""];
        var cells = rows.Select((_, r) => (IReadOnlyList<AssociationCell>)[.. columns.Select((_, c) => AssociationAt(r, c, rows.Length, columns.Length))]);
        return new AssociationTable("cause", column, rows, columns, [.. cells], Figure.Of(318.4, Total), Figure.Of(0.142, Total));
    }

    private static AssociationCell AssociationAt(int r, int c, int rows, int columns)
    {
        if (r >= rows - 2 && c >= columns - 2)
        {
            return new AssociationCell(Figure.Suppressed, Figure.Suppressed, false);
        }

        var residual = Math.Round(5.2 * Math.Sin((r * 1.7) + (c * 2.3)), 3);
        return new AssociationCell(Figure.Of(Math.Round(420.0 / (r + 1) / (c + 1)) + 12), Figure.Of(residual), Math.Abs(residual) > 3.1);
    }
}
