using Analytics.Core.Canonical;
using Analytics.Core.Periods;
using Analytics.Core.Reports.Satisfaction;
using Analytics.Core.Settings;
using Analytics.Pipeline.CrossTabs;
using Analytics.Pipeline.Import;
using Analytics.Pipeline.Runs;
using Analytics.Samples;
using Analytics.Samples.Operator;
using Analytics.Storage.Privacy;
using Analytics.Storage.Warehouse;
using Analytics.Storage.Warehouse.Engines;
using Analytics.Study.Models;
using Analytics.Study.Sections.Satisfaction;
using Analytics.Tests;

namespace Analytics.Pipeline.Tests.Runs;

/// <summary>From a sampled survey's file through the warehouse to the section: what was planted is found.</summary>
public sealed class PlantedSatisfactionTests : IClassFixture<PlantedSatisfactionTests.Survey>
{
    private readonly Survey _survey;

    public PlantedSatisfactionTests(Survey survey) => _survey = survey;

    [Fact]
    public void Model_ChosenByItself_FindsSignsAndOrderOfThePlantedPaths()
    {
        var model = _survey.Result.Section!.Model!;

        (model.Name, model.Target, model.IsHeldBack, model.FirstPeriod, model.LastPeriod).ShouldBe(("operator-index", "满意", false, "2026-W44", "2026-W46"));
        model.Paths.Select(p => (p.From, p.To)).ShouldBe(SurveyCatalogue.Paths.Select(p => (p.From, p.To)));
        model.Paths.Where(p => Planted(p) >= 0.15).ShouldAllBe(p => p.IsSignificant && p.Coefficient.Lower > 0);
        foreach (
            var (stronger, weaker) in from one in model.Paths from two in model.Paths where one.To == two.To
                && Planted(one) >= Planted(two) + 0.1 select (one, two))
        {
            stronger.Coefficient.Value!.Value.ShouldBeGreaterThan(weaker.Coefficient.Value!.Value, $"{stronger.From} and {weaker.From} on {stronger.To}");
        }

        model.Constructs[0].Name.ShouldBe("品牌形象");
        model.Constructs.ShouldAllBe(c => c.Index.Lower < c.Index.Value && c.Index.Value < c.Index.Upper);
        model.Trend.Count.ShouldBe(3);
    }

    [Fact]
    public void Model_Reflective_HasThePlantedPathsInItsIntervals()
    {
        var text = ModelTemplates.Json("operator-index").Replace("\"mode\": \"A\"", "\"mode\": \"reflective\"", StringComparison.Ordinal);
        var settings = _survey.Settings with
        {
            ConfidenceLevel = 0.999,
            Satisfaction = _survey.Settings.Satisfaction with { Model = "reflective", ModelText = text, Weights = SurveyWeighting.None, HoldBack = false },
        };
        var paths = _survey.Compute(settings).Section!.Model!.Paths;

        paths.Count.ShouldBe(SurveyCatalogue.Paths.Length);
        // brands lift all answers of their customers alike, which brings constructs a little closer to each other than planted
        paths.ShouldAllBe(p => p.Coefficient.Lower - 0.02 <= Planted(p) && Planted(p) <= p.Coefficient.Upper + 0.02);
    }

    [Fact]
    public void Brands_FindThePlantedLeads()
    {
        var brands = _survey.Result.Section!.Brands!;

        brands.Columns[0].ShouldBe(SurveyCatalogue.OverallItem);
        brands.Leads.Select(l => l.Against).ShouldBe(["联通", "电信", ""]);
        brands.Leads.ShouldAllBe(l => l.Verdicts[0] == LeadVerdict.Leads);
        // 0.36 and 0.30 points of nine, and 0.02 by which the own brands' shares lift the own total; answers cut at 10 take some of it
        brands.Leads[0].Leads[0].Value!.Value.ShouldBe(100 * 0.38 / 9, 1.5);
        brands.Leads[1].Leads[0].Value!.Value.ShouldBe(100 * 0.32 / 9, 1.5);
        Score(brands, "全球通").ShouldBeGreaterThan(Score(brands, "神州行") + 2);
        Score(brands, "全球通").ShouldBeGreaterThan(Score(brands, "动感地带") + 2);
        brands.Weights.ShouldAllBe(
            w => Math.Abs(w.SampleShare - (1.0 / 3)) < 0.03 && Math.Abs(w.Share - Market.Brands.Single(b => b.Name.Chinese == w.Brand).Share) < 0.03);
    }

    [Fact]
    public void Improvement_ListsEveryDriverAndBothSegmentations()
    {
        var improvement = _survey.Result.Section!.Improvement!;

        improvement.Constructs!.Points.Select(p => p.Name).ShouldBe(["品牌形象", "预期", "网络质量", "营业厅与热线", "缴费政策", "感知价值"], ignoreOrder: true);
        improvement.Constructs.Points.Where(p => p.Name is "网络质量" or "营业厅与热线").ShouldAllBe(p => p.Rank <= 3);
        improvement.Items.Points.Count.ShouldBe(21);
        improvement.Segments.Select(s => s.Column).Distinct().ShouldBe(["arpu", "age"]);
        improvement.Segments.ShouldAllBe(s => s.Respondents >= 100 && s.Items.Points.Count == 21);
    }

    private static double Planted(ModelPath path) => SurveyCatalogue.Paths.Single(p => p.From == path.From && p.To == path.To).Coefficient;

    private static double Score(BrandComparison brands, string brand) => brands.Rows.Single(r => r.Name == brand).Scores[0].Value!.Value;

    public sealed class Survey : IDisposable
    {
        private readonly TemporaryFolder _temporary = new();

        public Survey()
        {
            var sample = new SampleSettings { Subscribers = 5_000, Weeks = 3, ComplaintsPerWeek = 10, SurveyPerWeek = 1500, IncidentWeeksBack = 1 };
            var files = SampleGenerator.Write(sample, _temporary.Sub("sample"), cancellation: TestContext.Current.CancellationToken);
            Database = WarehouseDatabase.Open(new WarehouseOptions(_temporary.Sub("warehouse.db")), TimeProvider.System);
            Import(CanonicalTable.Subscriber, files.Subscribers, files.SubscribersMapping);
            Import(CanonicalTable.Survey, files.Survey, files.SurveyMapping);
            Result = Compute(Settings);
        }

        public StudySettings Settings { get; } = new() { Satisfaction = new SatisfactionSettings { Waves = 3, Resamples = 300, DriverResamples = 50 } };

        public WarehouseDatabase Database { get; }

        public SatisfactionResult Result { get; }

        public SatisfactionResult Compute(StudySettings settings) =>
            SatisfactionSectionStudy.Compute(SatisfactionInputs.Read(Database, ReportPeriod.Parse("2026-W46"), [], settings, CrossTabChoice.Memory));

        public void Dispose()
        {
            Database.Dispose();
            _temporary.Dispose();
        }

        private void Import(CanonicalTable table, string file, string mapping) =>
            ImportRun.Execute(
                new ImportRequest(table, file, mapping),
                Database,
                SubscriberPseudonymizer.Load(null, _temporary.Sub("pseudonym.key")),
                cancellation: TestContext.Current.CancellationToken);
    }
}
