using Analytics.Core.CrossTabs;
using Analytics.Core.Reports;
using Analytics.Study.Tests.Rounds;

namespace Analytics.Pipeline.Tests.Deliver;

/// <summary>
/// A small report with Chinese labels: fourteen weeks of complaints in two regions, the last no different from the others, or far above them.
/// </summary>
public static class SmallReport
{
    public const string Period = "2026-W46";

    /// <param name="scope">Filters of the report.</param>
    /// <param name="further">Further complaints in the last week; 400 are a signal.</param>
    public static Report Of(IReadOnlyList<Filter> scope, int further = 0)
    {
        var world = new StudyWorld { Settings = new() { BootstrapResamples = 100 } };
        foreach (var region in new[] { "武汉", "宜昌" })
        {
            world.Subscribe(50_000, StudyWorld.Day(20), ("region", region));
            for (var week = 0; week < 15; week++)
            {
                world.Complain(60 + (week % 3), StudyWorld.Day(week), ("region", region), ("cause", "上网速度慢"), ("category", "网络质量"));
                world.Complain(30 + (week % 2), StudyWorld.Day(week, 2), ("region", region), ("cause", "不明扣费"), ("category", "资费争议"));
            }

            world.Complain(further, StudyWorld.Day(0, 1), ("region", region), ("cause", "信号弱"), ("category", "网络质量"));
        }

        return world.Study(null, [.. scope]);
    }
}
