using Analytics.Statistics.PathModels.Estimate;
using Analytics.Statistics.PathModels.Specify;
using static Analytics.Statistics.Tests.PathModels.SurveyData;

namespace Analytics.Statistics.Tests.PathModels;

/// <summary>Models the published tables of the mobile-phone survey belong to.</summary>
internal static class MobiModels
{
    /// <summary>S1: Image, Expectation, Value → Satisfaction.</summary>
    public static PathModel S1(MeasurementMode mode = MeasurementMode.ModeA, InnerScheme scheme = InnerScheme.Path) => new(
        "S1",
        [
            Construct.Of("Image", mode, ItemNames("IMAG", 5)),
            Construct.Of("Expectation", mode, ItemNames("CUEX", 3)),
            Construct.Of("Value", mode, ItemNames("PERV", 2)),
            Construct.Of("Satisfaction", mode, ItemNames("CUSA", 3)),
        ],
        [new("Image", "Satisfaction"), new("Expectation", "Satisfaction"), new("Value", "Satisfaction")])
    {
        Estimation = new EstimationSettings { Scheme = scheme },
    };

    /// <summary>S1 with Image, Expectation → Value.</summary>
    public static PathModel S2() => S1() with { Paths = [.. S1().Paths, new("Image", "Value"), new("Expectation", "Value")] };

    /// <summary>
    /// Image (reflective in the script the table was made with: its loadings are corrected), Quality = PERQ1, Complaints = CUSCO, Value with
    /// unit weights → Satisfaction in mode B.
    /// </summary>
    public static PathModel MixedModes() => new(
        "mixed modes",
        [
            Construct.Of("Image", MeasurementMode.Reflective, ItemNames("IMAG", 5)),
            Construct.Of("Quality", MeasurementMode.ModeA, "PERQ1"),
            Construct.Of("Complaints", MeasurementMode.ModeA, "CUSCO"),
            Construct.Of("Value", MeasurementMode.UnitWeights, ItemNames("PERV", 2)),
            Construct.Of("Satisfaction", MeasurementMode.ModeB, ItemNames("CUSA", 3)),
        ],
        [new("Image", "Satisfaction"), new("Quality", "Satisfaction"), new("Complaints", "Satisfaction"), new("Value", "Satisfaction")]);

    /// <summary>Expectation, Quality → Satisfaction [of Image, Value] → Complaints, Loyalty.</summary>
    public static PathModel SecondOrder() => new(
        "second order",
        [
            Construct.Of("Image", MeasurementMode.ModeA, ItemNames("IMAG", 5)),
            Construct.Of("Expectation", MeasurementMode.ModeA, ItemNames("CUEX", 3)),
            Construct.Of("Quality", MeasurementMode.ModeA, ItemNames("PERQ", 7)),
            Construct.Of("Value", MeasurementMode.ModeA, ItemNames("PERV", 2)),
            Construct.SecondOrder("Satisfaction", MeasurementMode.ModeA, "Image", "Value"),
            Construct.Of("Complaints", MeasurementMode.ModeA, "CUSCO"),
            Construct.Of("Loyalty", MeasurementMode.ModeA, ItemNames("CUSL", 3)),
        ],
        [new("Expectation", "Satisfaction"), new("Quality", "Satisfaction"), new("Satisfaction", "Complaints"), new("Satisfaction", "Loyalty")]);

    /// <summary>Expectation, Quality (mode B), Complaints → Loyalty; Image → Expectation.</summary>
    public static PathModel Basic() => new(
        "basic",
        [
            Construct.Of("Image", MeasurementMode.ModeA, ItemNames("IMAG", 5)),
            Construct.Of("Expectation", MeasurementMode.ModeA, ItemNames("CUEX", 3)),
            Construct.Of("Quality", MeasurementMode.ModeB, ItemNames("PERQ", 7)),
            Construct.Of("Complaints", MeasurementMode.ModeA, "CUSCO"),
            Construct.Of("Loyalty", MeasurementMode.ModeA, ItemNames("CUSL", 3)),
        ],
        [new("Image", "Expectation"), new("Expectation", "Loyalty"), new("Quality", "Loyalty"), new("Complaints", "Loyalty")])
    {
        Estimation = new EstimationSettings { Tolerance = 1e-8 },
    };

    /// <summary>The European index: Tenenhaus et al. (2005), figure 1.</summary>
    public static PathModel Ecsi() => new(
        "ECSI",
        [
            Construct.Of("Image", MeasurementMode.ModeA, ItemNames("IMAG", 5)),
            Construct.Of("Expectation", MeasurementMode.ModeA, ItemNames("CUEX", 3)),
            Construct.Of("Quality", MeasurementMode.ModeA, ItemNames("PERQ", 7)),
            Construct.Of("Value", MeasurementMode.ModeA, ItemNames("PERV", 2)),
            Construct.Of("Satisfaction", MeasurementMode.ModeA, ItemNames("CUSA", 3)),
            Construct.Of("Complaints", MeasurementMode.ModeA, "CUSCO"),
            Construct.Of("Loyalty", MeasurementMode.ModeA, ItemNames("CUSL", 3)),
        ],
        [
            new("Image", "Expectation"), new("Image", "Satisfaction"), new("Image", "Loyalty"), new("Expectation", "Quality"), new("Expectation", "Value"),
            new("Expectation", "Satisfaction"), new("Quality", "Value"), new("Quality", "Satisfaction"), new("Value", "Satisfaction"),
            new("Satisfaction", "Complaints"), new("Satisfaction", "Loyalty"), new("Complaints", "Loyalty"),
        ]);

    /// <summary>Path coefficient, 0 where there is no path.</summary>
    public static double Coefficient(this PathModelFit fit, string from, string to) =>
        fit.Paths.FirstOrDefault(p => p.From == from && p.To == to)?.Coefficient ?? 0;

    /// <summary>Weight of an indicator for a construct, 0 where it does not measure it.</summary>
    public static double Weight(this PathModelFit fit, string indicator, string construct) =>
        fit.Indicators.FirstOrDefault(i => i.Indicator == indicator && i.Construct == construct)?.Weight ?? 0;

    /// <summary>Loading of an indicator on its construct, 0 where it does not measure it.</summary>
    public static double Loading(this PathModelFit fit, string indicator, string construct) =>
        fit.Indicators.FirstOrDefault(i => i.Indicator == indicator && i.Construct == construct)?.Loading ?? 0;
}
