using Analytics.Core;
using Analytics.Core.Reports;

namespace Analytics.Pipeline.Tests.EndToEnd;

/// <summary>
/// A report of the seeded operator, from its files to the published version, against what R computes from the same files (Fixtures/report.R).
/// </summary>
public sealed class SeededReportTests(SeededOperator world) : IClassFixture<SeededOperator>
{
    [Fact]
    public void Import_StoresEveryRow_AndTellsTheColumnsDefects()
    {
        world.Imported.ShouldAllBe(i => i.Read == i.Stored && i.Quarantined == 0);
        world.Imported[1].Stored.ShouldBe(2600);
        var findings = world.Imported[1].Findings;
        foreach (var figure in SeededOperator.Figures("profile").Where(f => f.What != "rows"))
        {
            var found = findings.SingleOrDefault(f => f.Rule == figure.What && f.Field == figure.Of);
            found.ShouldNotBeNull(string.Join("; ", findings.Select(f => $"{f.Rule} {f.Field} {f.Count}")));
            figure.ShouldBe(found.Count);
        }
    }

    [Fact]
    public void Kpis_EqualR()
    {
        foreach (var figure in SeededOperator.Figures("kpi"))
        {
            var kpi = world.October.Kpis.Single(k => k.Id.ToString() == figure.Of);
            figure.ShouldBe(figure.What switch
            {
                "current" => kpi.Current,
                "previous" => kpi.Previous,
                _ => kpi.Change,
            });
        }
    }

    [Fact]
    public void Segments_CountsRatesRatiosAndResiduals_EqualR()
    {
        var figures = SeededOperator.Figures("segment");
        figures.Select(f => f.Of).Distinct().Count().ShouldBe(24);
        foreach (var figure in figures)
        {
            var (column, label) = Split(figure.Of);
            var row = world.October.Segments.Single(s => s.Column == column).Rows.Single(r => r.Label == label);
            figure.ShouldBe(figure.What switch
            {
                "complaints" => row.Complaints,
                "subscribers" => row.Subscribers,
                "share of complaints" => row.ShareOfComplaints,
                "per 10k" => row.ComplaintsPer10k,
                "rate ratio" => row.RateRatio,
                "contribution" => row.ContributionIndex,
                "residual" => row.AdjustedResidual,
                _ => row.AdjustedPValue,
            });
            row.Survives.ShouldBe(row.AdjustedPValue.Value <= 0.05);
        }

        world.October.Segments.SelectMany(s => s.Rows).Count(r => r.Survives).ShouldBeGreaterThan(1);
    }

    [Fact]
    public void Segments_ChiSquares_EqualR()
    {
        foreach (var figure in SeededOperator.Figures("test"))
        {
            var table = world.October.Segments.Single(s => s.Column == figure.Of);
            figure.ShouldBe(figure.What == "p" ? table.PValue!.Value : table.ChiSquare.Value!.Value);
        }
    }

    [Fact]
    public void Paretos_SharesClassesAndChanges_EqualR()
    {
        var figures = SeededOperator.Figures("pareto");
        figures.Select(f => f.Of).Distinct().Count().ShouldBe(13);
        foreach (var figure in figures)
        {
            var (level, label) = Split(figure.Of);
            var table = world.October.Paretos.Single(p => p is { Measure: ParetoMeasure.Count, Within: null } && p.Level == level);
            var item = table.Items.Single(i => i.Label == label);
            figure.ShouldBe(figure.What switch
            {
                "count" => Figure.Of(item.Value),
                "share" => item.Share,
                "cumulative" => Figure.Of(item.CumulativeShare),
                "class" => Figure.Of((int)item.Class),
                "rank" => Figure.Of(item.Rank),
                _ => item.Change,
            });
        }
    }

    [Fact]
    public void CausesByChannel_EqualR()
    {
        var table = world.October.Associations.ShouldHaveSingleItem();
        table.Cells.Sum(row => row.Count).ShouldBe(36);
        foreach (var figure in SeededOperator.Figures("association"))
        {
            if (figure.Of.Length == 0)
            {
                figure.ShouldBe(figure.What == "v" ? table.CramersV : table.ChiSquare);
                continue;
            }

            var (cause, channel) = Split(figure.Of);
            var cell = table.Cells[table.RowLabels.ToList().IndexOf(cause)][table.ColumnLabels.ToList().IndexOf(channel)];
            figure.ShouldBe(figure.What == "count" ? cell.Complaints : cell.AdjustedResidual);
        }
    }

    [Fact]
    public void Resolutions_EqualR()
    {
        var figures = SeededOperator.Figures("resolution");
        figures.Select(f => f.Of).Distinct().Count().ShouldBe(27);
        foreach (var figure in figures)
        {
            var (cause, resolution) = Split(figure.Of);
            var row = world.October.Resolutions.Single(r => r.Cause == cause && r.Resolution == resolution);
            figure.ShouldBe(figure.What switch
            {
                "complaints" => row.Complaints,
                "accepted" => row.AcceptedShare,
                "satisfied" => row.SatisfiedShare,
                _ => row.MedianHandlingHours,
            });
        }
    }

    [Fact]
    public void Scope_CountsOnlyItself_AndAWeekNobodyHasDataForIsRefused()
    {
        var brand = world.October.Segments.Single(s => s.Column == "brand").Rows.Single(r => r.Label == "Gold");
        var scoped = world.Publish("2026-10", new Core.CrossTabs.Filter("brand", ["Gold"]));
        scoped.Report.Kpis.Single(k => k.Id == KpiId.Complaints).Current.Value.ShouldBe(brand.Complaints.Value);
        scoped.Report.Kpis.Single(k => k.Id == KpiId.ComplaintsPer10kSubscribers).Current.Value!.Value.ShouldBe(brand.ComplaintsPer10k.Value!.Value, 1e-9);
        Path.GetFileName(Path.GetDirectoryName(scoped.Publication.Folder)).ShouldBe("brand=Gold");
        Should.Throw<AnalyticsException>(() => world.Publish("2026-W50")).Code.ShouldBe("AN4001");
    }

    private static (string Of, string Label) Split(string of) => of.Split(':', 2) is [var first, var second] ? (first, second) : (of, "");
}
