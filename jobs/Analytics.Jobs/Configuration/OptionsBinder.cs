using System.Globalization;
using Analytics.Core;
using Analytics.Core.CrossTabs;
using Analytics.Core.Settings;
using Analytics.Jobs.Configuration.Delivery;
using Analytics.Pipeline.CrossTabs;
using Analytics.Storage.Warehouse.Engines;
using Microsoft.Extensions.Configuration;

namespace Analytics.Jobs.Configuration;

/// <summary>Turns configuration into <see cref="AnalyticsOptions"/>, or into the full list of what is wrong with it.</summary>
internal static class OptionsBinder
{
    private static readonly AnalyticsOptions Defaults = new();

    /// <summary>Reads and validates every setting.</summary>
    /// <exception cref="ConfigurationException">With all faults, where there is any.</exception>
    public static AnalyticsOptions Bind(IConfiguration configuration)
    {
        var reader = new SettingsReader(configuration);
        var options = Read(reader);
        reader.ReportUnknown();
        return reader.Faults.Count == 0 ? options : throw new ConfigurationException(reader.Faults);
    }

    /// <summary>Every setting with its default, as text, in the order of the example file.</summary>
    public static IReadOnlyDictionary<string, string> Describe()
    {
        var reader = new SettingsReader(new ConfigurationBuilder().Build());
        Read(reader);
        return reader.Known;
    }

    private static AnalyticsOptions Read(SettingsReader read)
    {
        var options = new AnalyticsOptions
        {
            WarehouseProvider = Enum.Parse<WarehouseProvider>(
                read.Choice("Warehouse:Provider", Defaults.WarehouseProvider.ToString(), Enum.GetNames<WarehouseProvider>())),
            WarehousePath = read.Text("Warehouse:Path", Defaults.WarehousePath),
            WarehouseConnectionString = read.Text("Warehouse:ConnectionString", Defaults.WarehouseConnectionString),
            WarehousePasswordFile = read.Text("Warehouse:PasswordFile", Defaults.WarehousePasswordFile),
            WarehousePasswordEnvironment = read.Text("Warehouse:PasswordEnvironment", Defaults.WarehousePasswordEnvironment),
            LockWait = TimeSpan.FromSeconds(read.Number("Warehouse:LockWaitSeconds", Defaults.LockWait.TotalSeconds, 0, 86_400)),
            CrossTabs = Enum.Parse<CrossTabChoice>(read.Choice("Warehouse:CrossTabs", Defaults.CrossTabs.ToString(), Enum.GetNames<CrossTabChoice>())),
            KeyFile = read.Text("Privacy:KeyFile", Defaults.KeyFile),
            OutputFolder = read.Text("Report:OutputFolder", Defaults.OutputFolder),
            Language = read.Choice("Report:Language", Defaults.Language, "zh-CN", "en"),
            Bands =
            [
                .. StudyColumns.DefaultBands.Select(
                    b => read.Parsed($"Report:Bands:{b.Column}", BandText.Write(b), text => BandText.Parse(b.Column, text, b.RightClosed))),
            ],
        };
        if (options.WarehouseWithoutPassword().Fault() is { } fault)
        {
            read.Faults.Add(fault);
        }

        options = options with { Study = ReadStudy(read, options.Bands) };
        return options with
        {
            Sources = SourceSettings.Read(read, options.Study.TimeZone),
            Scheduler = JobReader.ReadScheduler(read),
            Jobs = JobReader.ReadJobs(read),
            Delivery = DeliveryReader.Read(read, options.Language),
        };
    }

    private static StudySettings ReadStudy(SettingsReader read, IReadOnlyList<BandSet> bands)
    {
        var d = Defaults.Study;
        var study = new StudySettings
        {
            TimeZone = read.Parsed("Report:TimeZone", d.TimeZone, ParseTimeZone),
            WeekStart = Enum.Parse<DayOfWeek>(read.Choice("Report:WeekStart", d.WeekStart.ToString(), Enum.GetNames<DayOfWeek>())),
            Currency = read.Parsed("Report:Currency", d.Currency, ParseCurrency),
            MinimumCell = read.Whole("Report:MinimumCell", d.MinimumCell, 5, 1_000_000),
            TrailingPeriods = read.Whole("Report:TrailingPeriods", d.TrailingPeriods, 1, 520),
            FirstReplyLimit = TimeSpan.FromHours(read.Number("Report:FirstReplyLimitHours", d.FirstReplyLimit.TotalHours, 0.25, 8760)),
            RepeatWindow = TimeSpan.FromDays(read.Number("Report:RepeatWindowDays", d.RepeatWindow.TotalDays, 1, 3660)),
            ConfidenceLevel = read.Number("Report:ConfidenceLevel", d.ConfidenceLevel, 0.5, 0.9999),
            FalseDiscoveryRate = read.Number("Report:FalseDiscoveryRate", d.FalseDiscoveryRate, 0.0001, 0.5),
            ParetoClassA = read.Number("Report:ParetoClassA", d.ParetoClassA, 0.01, 0.99),
            ParetoClassB = read.Number("Report:ParetoClassB", d.ParetoClassB, 0.02, 1),
            ParetoItems = read.Whole("Report:ParetoItems", d.ParetoItems, 3, 100),
            BootstrapResamples = read.Whole("Report:BootstrapResamples", d.BootstrapResamples, 100, 100_000),
            Seed = read.Whole("Report:Seed", d.Seed, 0, int.MaxValue),
            DetailRows = read.Whole("Report:DetailRows", d.DetailRows, 0, 1_000_000),
            OverallItem = read.Text("Report:OverallItem", d.OverallItem),
            OwnOperator = read.Text("Report:OwnOperator", d.OwnOperator),
            Segments = read.Parsed(
                "Report:Segments",
                Join(d.Segments.Select(s => s.Column)),
                text => (IReadOnlyList<SegmentDefinition>)[.. ParseColumns(text).Select(c => Segment(c, bands))]),
            HeatMaps = read.Parsed("Report:HeatMaps", Join(d.HeatMaps.Select(h => $"{h.Rows} * {h.Columns}")), ParseHeatMaps),
            CauseBy = read.Parsed("Report:CauseBy", Join(d.CauseBy), ParseColumns),
        };
        CheckTogether(study, read.Faults);
        return study with { Satisfaction = SatisfactionReader.Read(read, bands) };
    }

    /// <summary>Rules that need more than one setting.</summary>
    private static void CheckTogether(StudySettings study, List<AnalyticsException> faults)
    {
        if (study.ParetoClassB <= study.ParetoClassA)
        {
            faults.Add(
                new AnalyticsException(
                    "AN1007",
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"Report:ParetoClassB is {study.ParetoClassB} and Report:ParetoClassA is {study.ParetoClassA}: class B must reach further than "
                            + $"class A."),
                    "Raise ParetoClassB or lower ParetoClassA.",
                    FaultKind.Usage));
        }

        var segments = study.Segments.Select(s => s.Column).ToList();
        foreach (var column in study.HeatMaps.SelectMany(h => new[] { h.Rows, h.Columns }).Distinct().Where(c => !segments.Contains(c)))
        {
            faults.Add(
                new AnalyticsException(
                    "AN1009",
                    $"Report:HeatMaps names '{column}', which is not among Report:Segments ({Join(segments)}).",
                    $"Add '{column}' to Report:Segments or take it out of the heat map.",
                    FaultKind.Usage));
        }
    }

    /// <summary>The segmentation by a column, with the bands configured for it where it is numeric.</summary>
    public static SegmentDefinition Segment(string column, IReadOnlyList<BandSet> bands) => new(column, bands.FirstOrDefault(b => b.Column == column));

    /// <summary>Names of columns joined by commas.</summary>
    /// <exception cref="FormatException">There is no such column, or one is named twice.</exception>
    public static IReadOnlyList<string> ParseColumns(string text)
    {
        var columns = text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(ParseColumn).ToList();
        var twice = columns.GroupBy(c => c).FirstOrDefault(g => g.Count() > 1);
        return twice is null ? columns : throw new FormatException($"'{twice.Key}' is named twice.");
    }

    private static string ParseColumn(string name) => StudyColumns.Resolve(name)
        ?? throw new FormatException($"there is no column '{name}'.{NearestName.Hint(name, StudyColumns.All)}");

    private static IReadOnlyList<(string Rows, string Columns)> ParseHeatMaps(string text)
    {
        var maps = new List<(string Rows, string Columns)>();
        foreach (var part in text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var pair = part.Split('*', StringSplitOptions.TrimEntries);
            maps.Add(
                pair is [var rows, var columns] && rows != columns
                    ? (ParseColumn(rows), ParseColumn(columns))
                    : throw new FormatException($"'{part}' is not two columns joined by *."));
        }

        return maps;
    }

    /// <summary>The id of a time zone this machine knows; empty stays empty.</summary>
    /// <exception cref="FormatException">There is no such zone.</exception>
    public static string ParseTimeZone(string id) => id.Length == 0 || TimeZoneInfo.TryFindSystemTimeZoneById(id, out _)
        ? id
        : throw new FormatException("this machine knows no such time zone; write an IANA name such as Asia/Shanghai.");

    private static string ParseCurrency(string code) => code.Length == 3 && code.All(char.IsAsciiLetter)
        ? code.ToUpperInvariant()
        : throw new FormatException("a currency is three letters of ISO 4217.");

    private static string Join(IEnumerable<string> names) => string.Join(", ", names);
}
