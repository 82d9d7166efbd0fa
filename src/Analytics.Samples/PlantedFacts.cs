using System.Text.Encodings.Web;
using System.Text.Json;
using Analytics.Samples.Operator;

namespace Analytics.Samples;

/// <summary>
/// What is true of a sample by design. Written beside the data as <c>planted.json</c>, so that a test, or a doubting reader, can ask whether
/// the report finds it.
/// </summary>
public sealed record PlantedFacts
{
    /// <summary>First age of the segment that complains more, inclusive.</summary>
    public const int SegmentFromAge = 18;

    /// <summary>The age after its last, exclusive.</summary>
    public const int SegmentToAge = 25;

    /// <summary>How many times as often that segment complains.</summary>
    public const double SegmentFactor = 2;

    /// <summary>How many times the usual number of complaints of that category and city the incident week has.</summary>
    public const double IncidentFactor = 15;

    /// <summary>By how much the growing cause is multiplied each week.</summary>
    public const double GrowthPerWeek = 1.25;

    /// <summary>Weeks it has been growing, the newest included.</summary>
    public const int GrowthWeeks = 8;

    /// <summary>Share of complaints that come back with the same cause within 30 days.</summary>
    public const double RepeatShare = 0.08;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping
    };

    /// <summary>Seed of the sample.</summary>
    public required int Seed { get; init; }

    /// <summary>Subscribers.</summary>
    public required int Subscribers { get; init; }

    /// <summary>First week with data.</summary>
    public required string FirstWeek { get; init; }

    /// <summary>Last week with data.</summary>
    public required string LastWeek { get; init; }

    /// <summary>Week of the incident.</summary>
    public required string IncidentWeek { get; init; }

    /// <summary>City of the incident.</summary>
    public required string IncidentRegion { get; init; }

    /// <summary>Category of the incident's complaints.</summary>
    public required string IncidentCategory { get; init; }

    /// <summary>Times the usual number there.</summary>
    public required double IncidentTimes { get; init; }

    /// <summary>Column of the segment that complains more.</summary>
    public required string SegmentColumn { get; init; }

    /// <summary>Its band.</summary>
    public required string SegmentBand { get; init; }

    /// <summary>Its rate divided by everyone else's.</summary>
    public required double SegmentRateRatio { get; init; }

    /// <summary>The cause that grows.</summary>
    public required string GrowingCause { get; init; }

    /// <summary>Its factor from week to week.</summary>
    public required double GrowingCausePerWeek { get; init; }

    /// <summary>First week of the growth.</summary>
    public required string GrowingSince { get; init; }

    /// <summary>Share of complaints that repeat.</summary>
    public required double RepeatedShare { get; init; }

    /// <summary>The survey item that stands for overall satisfaction.</summary>
    public required string OverallItem { get; init; }

    /// <summary>Measurement model; holds within an operator and brand.</summary>
    public required IReadOnlyList<PlantedItem> Items { get; init; }

    /// <summary>Structural model; holds within an operator and brand.</summary>
    public required IReadOnlyList<PlantedPath> Paths { get; init; }

    /// <summary>The facts of a sample.</summary>
    /// <param name="settings">Settings the sample is made with.</param>
    public static PlantedFacts Of(SampleSettings settings) => new()
    {
        Seed = settings.Seed,
        Subscribers = settings.Subscribers,
        FirstWeek = settings.FirstWeek.ToString(),
        LastWeek = settings.LastWeek.ToString(),
        IncidentWeek = settings.LastWeek.Add(-settings.IncidentWeeksBack).ToString(),
        IncidentRegion = Market.CityNames[Market.IncidentCity].Chinese,
        IncidentCategory = CauseCatalogue.Categories[CauseCatalogue.IncidentCategory].Name.Chinese,
        IncidentTimes = IncidentFactor,
        SegmentColumn = "age",
        SegmentBand = $"[{SegmentFromAge}, {SegmentToAge})",
        SegmentRateRatio = SegmentFactor,
        GrowingCause = CauseCatalogue.Causes[CauseCatalogue.GrowingCause].Name.Chinese,
        GrowingCausePerWeek = GrowthPerWeek,
        GrowingSince = settings.LastWeek.Add(1 - GrowthWeeks).ToString(),
        RepeatedShare = RepeatShare,
        OverallItem = SurveyCatalogue.OverallItem,
        Items = SurveyCatalogue.Items,
        Paths = SurveyCatalogue.Paths,
    };

    /// <summary>Reads a <c>planted.json</c>.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="JsonException">Not one.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static PlantedFacts Load(string path) => JsonSerializer.Deserialize<PlantedFacts>(File.ReadAllText(path), Json)
        ?? throw new JsonException($"{path} is empty.");

    /// <summary>Writes them as <c>planted.json</c>.</summary>
    /// <param name="path">The file; overwritten.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    public void Save(string path) => File.WriteAllText(path, JsonSerializer.Serialize(this, Json) + "\n");
}
