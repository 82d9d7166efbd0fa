using Analytics.Core;
using Analytics.Statistics.Drivers;
using Analytics.Statistics.PathModels.Estimate;
using Analytics.Statistics.Tests.PathModels;

namespace Analytics.Statistics.Tests.Drivers;

/// <summary>Driver shares and the importance map of the seeded survey against R (PathModels/Fixtures/plain.R).</summary>
public sealed class SeededDriverTests
{
    private static readonly string[] Names = ["Image", "Expectation", "Quality", "Value"];

    [Fact]
    public void KeyDrivers_OfMeans_EqualR()
    {
        double[][] blocks = [Block("IMAG", 5), Block("CUEX", 3), Block("PERQ", 7), Block("PERV", 2)];
        var drivers = KeyDrivers.Of(Names, blocks, Block("CUSA", 3), null, new DriverSettings { Resamples = 0 });
        foreach (var figure in SeededSurvey.Table("drivers"))
        {
            figure.ShouldBe(figure.Kind switch
            {
                "lmg" => drivers.Drivers[Array.IndexOf(Names, figure.From)].Lmg,
                "johnson" => drivers.Drivers[Array.IndexOf(Names, figure.From)].Johnson,
                _ => drivers.RSquared,
            }, 1e-12);
        }
    }

    [Fact]
    public void Map_EqualsRegressionsOnRescaledScoresInR()
    {
        var map = ImportanceMap.Of(PlsPathModel.Fit(MobiModels.S2(), SeededSurvey.Phone()), SeededSurvey.Phone(), "Satisfaction");
        foreach (var figure in SeededSurvey.Table("importance"))
        {
            figure.ShouldBe((figure.Kind, figure.From) switch
            {
                ("performance", "Satisfaction") => map.TargetIndex,
                ("performance", _) => map.Constructs.Single(c => c.Name == figure.From).Performance,
                ("importance", _) => map.Constructs.Single(c => c.Name == figure.From).Importance,
                _ => map.Items.Single(i => i.Name == figure.From).Importance,
            }, 1e-8);
        }
    }

    [Fact]
    public void Map_NegativeWeight_LeavesTheConstructOutWithItsReason()
    {
        var phone = SeededSurvey.Phone();
        var turned = phone with { Columns = [.. phone.Columns.Select((column, i) => phone.Items[i] == "PERQ6" ? [.. column.Select(x => 11 - x)] : column)] };
        var map = ImportanceMap.Of(PlsPathModel.Fit(MobiModels.Basic(), turned), turned, "Loyalty");
        map.LeftOut.ShouldBe(["the weight of 'PERQ6' in 'Quality' is negative"]);
        map.Constructs.Select(c => c.Name).ShouldBe(["Image", "Expectation", "Complaints"]);
        var only = MobiModels.Basic() with
        {
            Constructs = [.. MobiModels.Basic().Constructs.Where(c => c.Name is "Quality" or "Loyalty")],
            Paths = [new("Quality", "Loyalty")],
        };
        var fit = PlsPathModel.Fit(only, turned);
        Should.Throw<AnalyticsException>(() => ImportanceMap.Of(fit, turned, "Loyalty")).Message.ShouldContain("in 'Quality' is negative");
    }

    private static double[] Block(string prefix, int count)
    {
        var phone = SeededSurvey.Phone();
        var columns = SurveyData.ItemNames(prefix, count).Select(name => phone.Columns[phone.Items.ToList().IndexOf(name)]).ToList();
        return [.. Enumerable.Range(0, phone.Respondents).Select(r => columns.Average(c => c[r]))];
    }
}
