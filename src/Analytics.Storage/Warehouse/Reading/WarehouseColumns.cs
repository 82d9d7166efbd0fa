using Analytics.Core;
using Analytics.Core.CrossTabs;
using Analytics.Storage.Warehouse.Engines;

namespace Analytics.Storage.Warehouse.Reading;

/// <summary>The columns cross-tabs can ask of each fact: canonical names and the derived ones.</summary>
public static class WarehouseColumns
{
    private static readonly string[] PlainDimensions =
        ["channel", "category", "cause", "sub_cause", "journey_stage", "operator", "purpose", "requested_resolution", "resolution", "status"];

    private static readonly string[] PlainFlags = ["is_reasonable", "is_escalated", "is_accepted"];

    private static readonly string[] SubscriberDimensions = ["gender", "brand", "plan", "terminal", "star_level"];

    private static readonly WarehouseColumn[] SubscriberNumbers =
    [
        new("age", WindowColumnKind.Number, "subscriber.age|subscriber.birth_year"),
        new("tenure_years", WindowColumnKind.Number, "subscriber.activated_on"),
        new("arpu", WindowColumnKind.Number, "subscriber.arpu"),
        new("arpu_3m", WindowColumnKind.Number, "subscriber.arpu_3m"),
        new("data_mb", WindowColumnKind.Number, "subscriber.data_mb"),
        new("data_spend_share", WindowColumnKind.Number, "subscriber.data_spend_share"),
        new("voice_minutes", WindowColumnKind.Number, "subscriber.voice_minutes"),
        new("sms_count", WindowColumnKind.Number, "subscriber.sms_count"),
        new("suspensions", WindowColumnKind.Number, "subscriber.suspensions"),
    ];

    private static readonly Dictionary<FactTable, Dictionary<string, WarehouseColumn>> ByTable = new()
    {
        [FactTable.Complaints] = Index([.. ComplaintColumns(), .. Linked("complaint", SubscriberNumbers)]),
        [FactTable.Subscribers] = Index(
        [
            new("gender", WindowColumnKind.Key, "subscriber.gender|population.gender"),
            new("region", WindowColumnKind.Key, "subscriber.region|population.region"),
            new("brand", WindowColumnKind.Key, "subscriber.brand|population.brand"),
            new("plan", WindowColumnKind.Key, "subscriber.plan|population.plan"),
            new("operator", WindowColumnKind.Key, "population.operator"),
            new("terminal", WindowColumnKind.Key, "subscriber.terminal"),
            new("is_5g", WindowColumnKind.Flag, "subscriber.is_5g"),
            new("star_level", WindowColumnKind.Key, "subscriber.star_level"),
            .. SubscriberNumbers,
        ]),
        [FactTable.SurveyAnswers] = Index(
        [
            new("item", WindowColumnKind.Key, "survey.item"),
            new("operator", WindowColumnKind.Key, "survey.operator"),
            new("brand", WindowColumnKind.Key, "survey.brand|subscriber.brand"),
            new("region", WindowColumnKind.Key, "survey.region|subscriber.region"),
            new("day", WindowColumnKind.Day, "survey.answered_at"),
            new("gender", WindowColumnKind.Key, "survey.subscriber_id", "subscriber.gender"),
            new("score", WindowColumnKind.Number, "survey.score"),
            new("weight", WindowColumnKind.Number, "survey.weight"),
            .. Linked("survey", SubscriberNumbers),
        ]),
    };

    /// <summary>Dimension columns of a fact, in ordinal order.</summary>
    public static IReadOnlyList<string> Dimensions(FactTable table) => Names(table, isDimension: true);

    /// <summary>Numeric columns of a fact, in ordinal order.</summary>
    public static IReadOnlyList<string> Measures(FactTable table) => Names(table, isDimension: false);

    /// <summary>Whether a fact has that column.</summary>
    public static bool Has(FactTable table, string column) => ByTable[table].ContainsKey(column);

    /// <summary>Whether any fact has that column.</summary>
    public static bool IsKnown(string column) => ByTable.Values.Any(columns => columns.ContainsKey(column));

    /// <summary>Whether rows have ever had a value in that column, by <see cref="WarehouseFacts.FilledColumns"/>; false for an unknown column.</summary>
    public static bool HasValues(FactTable table, string column, IReadOnlySet<string> filled) =>
        ByTable[table].TryGetValue(column, out var found) && Array.TrueForAll(found.Sources, group => group.Split('|').Any(filled.Contains));

    /// <summary>The column of that name.</summary>
    /// <exception cref="AnalyticsException">AN4002: there is none.</exception>
    internal static WarehouseColumn Find(FactTable table, string column) => ByTable[table].TryGetValue(column, out var found) ? found : throw Unknown(table, column);

    /// <summary>The error for a column the table does not have.</summary>
    public static AnalyticsException Unknown(FactTable table, string column)
    {
        var nearest = NearestName.Of(column, ByTable[table].Keys);
        return new AnalyticsException(
            "AN4002",
            $"{table} have no column '{column}'.",
            (nearest is null ? "" : $"Did you mean '{nearest}'? ") + $"Columns: {string.Join(", ", ByTable[table].Keys.Order(StringComparer.Ordinal))}.",
            FaultKind.Usage);
    }

    private static IEnumerable<WarehouseColumn> ComplaintColumns() =>
    [
        .. PlainDimensions.Select(name => new WarehouseColumn(name, WindowColumnKind.Key, "complaint." + name)),
        new("region", WindowColumnKind.Key, "complaint.region|subscriber.region"),
        .. PlainFlags.Select(name => new WarehouseColumn(name, WindowColumnKind.Flag, "complaint." + name)),
        new("is_repeat", WindowColumnKind.Flag, "complaint.subscriber_id", "complaint.cause"),
        new("has_subscriber", WindowColumnKind.Flag, "complaint.subscriber_id", "subscriber.subscriber_id"),
        new("day", WindowColumnKind.Day, "complaint.received_at"),
        .. SubscriberDimensions.Select(name => new WarehouseColumn(name, WindowColumnKind.Key, "complaint.subscriber_id", "subscriber." + name)),
        new("is_5g", WindowColumnKind.Flag, "complaint.subscriber_id", "subscriber.is_5g"),
        new("satisfaction", WindowColumnKind.Number, "complaint.satisfaction"),
        new("first_reply_hours", WindowColumnKind.Hours, "complaint.first_reply_at"),
        new("handling_hours", WindowColumnKind.Hours, "complaint.closed_at"),
        new("open_hours", WindowColumnKind.HoursOpen, "complaint.received_at"),
        new("refund_due", WindowColumnKind.Money, "complaint.refund_due"),
        new("refund_paid", WindowColumnKind.Money, "complaint.refund_paid"),
    ];

    private static IEnumerable<WarehouseColumn> Linked(string table, IEnumerable<WarehouseColumn> columns) =>
        columns.Select(column => column with { Sources = [table + ".subscriber_id", .. column.Sources] });

    private static string[] Names(FactTable table, bool isDimension) =>
        [.. ByTable[table].Values.Where(c => c.IsDimension == isDimension).Select(c => c.Name).Order(StringComparer.Ordinal)];

    private static Dictionary<string, WarehouseColumn> Index(IEnumerable<WarehouseColumn> columns) => columns.ToDictionary(c => c.Name, StringComparer.Ordinal);
}
