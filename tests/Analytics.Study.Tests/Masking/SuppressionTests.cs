using Analytics.Study.Tests.Rounds;
using FsCheck;
using FsCheck.Fluent;
using static Analytics.Study.Tests.Rounds.StudyWorld;

namespace Analytics.Study.Tests.Masking;

public class SuppressionTests
{
    [Fact]
    public void HiddenCounts_OfARandomReport_CannotBeComputedBack() =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
        {
            var world = RandomWorld.Of(seed);
            var report = world.Study();
            var rows = world.Source.Complaints.Where(r => r.Day >= Week.Start).ToArray();
            var before = world.Source.Complaints.Where(r => r.Day < Week.Start && r.Day >= Week.Previous().Start).ToArray();

            var found = new ReportAttack(report, rows, before).Found(world.Settings.MinimumCell);

            found.ShouldBeEmpty($"seed {seed}");
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(100).WithReplay(20260101, 1));
}
