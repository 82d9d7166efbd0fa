using Analytics.Core;
using Analytics.Core.CrossTabs;
using Analytics.Core.Settings;
using Analytics.Study.Sections.Satisfaction;

namespace Analytics.Jobs.Configuration;

/// <summary>
/// Reads how reports turn survey answers into an index, a model and priorities. A model file is read here, so that its faults are told at start.
/// </summary>
internal static class SatisfactionReader
{
    private static readonly string[] OfRespondents = ["brand", "region", "gender", "operator"];

    /// <summary>Reads the section.</summary>
    public static SatisfactionSettings Read(SettingsReader read, IReadOnlyList<BandSet> bands)
    {
        var d = new SatisfactionSettings();
        var model = read.Text("Satisfaction:Model", d.Model);
        return new SatisfactionSettings
        {
            Model = model,
            ModelText = Text(read, model),
            Waves = read.Whole("Satisfaction:Waves", d.Waves, 1, 60),
            WaveRespondents = read.Whole("Satisfaction:WaveRespondents", d.WaveRespondents, 30, int.MaxValue),
            MinimumRespondents = read.Whole("Satisfaction:MinimumRespondents", d.MinimumRespondents, 20, int.MaxValue),
            MinimumAnswered = read.Number("Satisfaction:MinimumAnswered", d.MinimumAnswered, 0.01, 1),
            StraightLineItems = read.Whole("Satisfaction:StraightLineItems", d.StraightLineItems, 2, 10_000),
            Weights = Enum.Parse<SurveyWeighting>(read.Choice("Satisfaction:Weights", d.Weights.ToString(), Enum.GetNames<SurveyWeighting>())),
            Margins = Columns(read, "Satisfaction:Margins", d.Margins, bands),
            MaximumWeight = read.Number("Satisfaction:MaximumWeight", d.MaximumWeight, 1.1, 1000),
            Resamples = read.Whole("Satisfaction:Resamples", d.Resamples, 100, 100_000),
            DriverResamples = read.Whole("Satisfaction:DriverResamples", d.DriverResamples, 50, 100_000),
            HoldBack = read.Flag("Satisfaction:HoldBack", d.HoldBack),
            Cut = Enum.Parse<PriorityCut>(read.Choice("Satisfaction:Cut", d.Cut.ToString(), Enum.GetNames<PriorityCut>())),
            ImportanceTarget = read.Number("Satisfaction:ImportanceTarget", d.ImportanceTarget, 0, 10),
            PerformanceTarget = read.Number("Satisfaction:PerformanceTarget", d.PerformanceTarget, 0, 100),
            SegmentBy = Columns(read, "Satisfaction:SegmentBy", d.SegmentBy, bands),
            SegmentRespondents = read.Whole("Satisfaction:SegmentRespondents", d.SegmentRespondents, 30, int.MaxValue),
            BrandItems = read.Parsed(
                "Satisfaction:BrandItems",
                string.Join(", ", d.BrandItems),
                IReadOnlyList<string> (text) => text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)),
        };
    }

    private static string Text(SettingsReader read, string model)
    {
        try
        {
            return ModelChoice.Text(model);
        }
        catch (AnalyticsException fault)
        {
            read.Faults.Add(fault);
            return "";
        }
    }

    private static IReadOnlyList<SegmentDefinition> Columns(
        SettingsReader read,
        string key,
        IReadOnlyList<SegmentDefinition> usual,
        IReadOnlyList<BandSet> bands) =>
        read.Parsed(key, string.Join(", ", usual.Select(s => s.Column)), IReadOnlyList<SegmentDefinition> (text) =>
        {
            var columns = OptionsBinder.ParseColumns(text);
            return columns.FirstOrDefault(c => !OfRespondents.Contains(c) && bands.All(b => b.Column != c)) is { } other
                ? throw new FormatException(
                    $"survey answers have no column '{other}'; they have {string.Join(", ", OfRespondents)} and what is banded under Report:Bands.")
                : [.. columns.Select(c => OptionsBinder.Segment(c, bands))];
        });
}
