using System.Text.Json;
using Analytics.Core.Reports;
using FsCheck;
using FsCheck.Fluent;

namespace Analytics.Study.Tests.Rounds;

public class StudyPropertyTests
{
    [Fact]
    public void Study_SameInput_GivesTheSameReport()
    {
        var (first, second) = (RandomWorld.Of(7).Study(), RandomWorld.Of(7).Study());

        JsonSerializer.Serialize(first).ShouldBe(JsonSerializer.Serialize(second));
    }

    [Fact]
    public void Study_RandomData_EveryTableAddsUpToTheTotal() =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
        {
            var report = RandomWorld.Of(seed).Study();
            var total = report.Kpis[0].Current.Value!.Value;

            report.DataQuality.Checks.ShouldAllBe(c => c.Ties, $"seed {seed}");
            foreach (var pareto in report.Paretos)
            {
                pareto.Items.Sum(i => i.Value).ShouldBe(pareto.Total, 1e-9);
                pareto.Items.Sum(i => i.Share.Value!.Value).ShouldBe(1, 1e-9);
                pareto.Items[^1].CumulativeShare.ShouldBe(1, 1e-9);
                pareto.Items.Where(i => i.Label is null).ShouldAllBe(i => i.Merged >= 2);
            }

            if (report.Causes.Count > 0)
            {
                report.Causes.Sum(n => n.Complaints.Value).ShouldBe(total);
                report.Causes.Where(n => n.Children.Count > 0).ShouldAllBe(n => n.Children.Sum(c => c.Complaints.Value) == n.Complaints.Value);
            }

            foreach (var segment in report.Segments.Where(s => s.Rows.All(r => r.Complaints.Value is not null)))
            {
                segment.Rows.Sum(r => r.Complaints.Value).ShouldBe(total);
            }

            foreach (var cells in report.Associations.Select(a => a.Cells.SelectMany(r => r).ToArray()).Where(c => c.All(x => x.Complaints.Value is not null)))
            {
                cells.Sum(c => c.Complaints.Value).ShouldBe(total);
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(60).WithReplay(20260102, 1));

    [Fact]
    public void Study_RandomData_ShowsNoSmallCount() =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
        {
            var world = RandomWorld.Of(seed);
            var report = world.Study();

            IEnumerable<Figure> counts =
            [
                .. report.Segments.SelectMany(s => s.Rows).Select(r => r.Complaints),
                .. report.HeatMaps.SelectMany(h => h.Cells).SelectMany(r => r).Select(c => c.Complaints),
                .. report.Associations.SelectMany(a => a.Cells).SelectMany(r => r).Select(c => c.Complaints),
                .. report.Causes.Concat(report.Causes.SelectMany(n => n.Children)).SelectMany(n => new[] { n.Complaints, n.Previous }),
                .. report.Resolutions.Select(r => r.Complaints),
            ];
            counts.ShouldNotContain(c => c.Value > 0 && c.Value < world.Settings.MinimumCell, $"seed {seed}");
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(60).WithReplay(20260103, 1));
}
