namespace Analytics.Core.Canonical;

/// <summary>
/// A table every source is mapped to. Readers, checks, the warehouse and the mapping's JSON Schema are all driven by these
/// four declarations, so a field is added in one place.
/// </summary>
public sealed class CanonicalTable
{
    private readonly Dictionary<string, CanonicalField> _byName;

    private CanonicalTable(string name, string[] naturalKey, params CanonicalField[] fields)
    {
        Name = name;
        Fields = fields;
        for (var i = 0; i < fields.Length; i++)
        {
            fields[i].Index = i;
        }

        _byName = fields.ToDictionary(f => f.Name, StringComparer.Ordinal);
        NaturalKey = [.. naturalKey.Select(k => _byName[k])];
    }

    /// <summary>A customer as the operator's base knows them at one date. Natural key: subscriber and date.</summary>
    public static CanonicalTable Subscriber { get; } = new(
        "subscriber",
        ["subscriber_id", "as_of"],
        new("subscriber_id", FieldType.SubscriberId, Required: true),
        new("as_of", FieldType.Day, Required: true),
        new("gender", FieldType.Dimension),
        new("age", FieldType.Integer, Minimum: 0, Maximum: 120),
        new("birth_year", FieldType.Integer, Minimum: 1880, Maximum: 2100),
        new("region", FieldType.Dimension),
        new("brand", FieldType.Dimension),
        new("plan", FieldType.Dimension),
        new("activated_on", FieldType.Day),
        new("arpu", FieldType.Real),
        new("arpu_3m", FieldType.Real),
        new("data_mb", FieldType.Real, Minimum: 0),
        new("data_spend_share", FieldType.Real, Minimum: 0, Maximum: 1),
        new("voice_minutes", FieldType.Real, Minimum: 0),
        new("sms_count", FieldType.Integer, Minimum: 0),
        new("is_5g", FieldType.Boolean),
        new("terminal", FieldType.Dimension),
        new("suspensions", FieldType.Integer, Minimum: 0),
        new("star_level", FieldType.Dimension));

    /// <summary>A complaint, or a counted group of equal ones (<c>count</c>). Natural key: its id where the source has one.</summary>
    public static CanonicalTable Complaint { get; } = new(
        "complaint",
        ["complaint_id"],
        new("complaint_id", FieldType.Id),
        new("subscriber_id", FieldType.SubscriberId),
        new("received_at", FieldType.Instant, Required: true),
        new("channel", FieldType.Dimension),
        new("category", FieldType.Dimension),
        new("cause", FieldType.Dimension),
        new("sub_cause", FieldType.Dimension),
        new("journey_stage", FieldType.Dimension),
        new("region", FieldType.Dimension),
        new("operator", FieldType.Dimension),
        new("text", FieldType.Text),
        new("purpose", FieldType.Dimension),
        new("requested_resolution", FieldType.Dimension),
        new("is_reasonable", FieldType.Boolean),
        new("is_escalated", FieldType.Boolean),
        new("first_reply_at", FieldType.Instant),
        new("closed_at", FieldType.Instant),
        new("resolution", FieldType.Dimension),
        new("is_accepted", FieldType.Boolean),
        new("satisfaction", FieldType.Real),
        new("refund_due", FieldType.Money, Minimum: 0),
        new("refund_paid", FieldType.Money, Minimum: 0),
        new("status", FieldType.Dimension),
        new("count", FieldType.Integer, Required: true, Minimum: 1));

    /// <summary>
    /// One answer to one item of a survey, in long form: <c>survey_response</c> and <c>survey_answer</c> of the design joined, so
    /// that wide and long sources map alike. Natural key: response and item.
    /// </summary>
    public static CanonicalTable Survey { get; } = new(
        "survey",
        ["response_id", "item"],
        new("response_id", FieldType.Id, Required: true),
        new("subscriber_id", FieldType.SubscriberId),
        new("answered_at", FieldType.Instant, Required: true),
        new("operator", FieldType.Dimension),
        new("brand", FieldType.Dimension),
        new("region", FieldType.Dimension),
        new("weight", FieldType.Real, Minimum: 0),
        new("item", FieldType.Dimension, Required: true),
        new("score", FieldType.Real));

    /// <summary>Subscriber counts by dimension values where only counts exist. Natural key: the day and every dimension.</summary>
    public static CanonicalTable Population { get; } = new(
        "population",
        ["as_of", "region", "brand", "plan", "gender", "operator"],
        new("as_of", FieldType.Day, Required: true),
        new("region", FieldType.Dimension),
        new("brand", FieldType.Dimension),
        new("plan", FieldType.Dimension),
        new("gender", FieldType.Dimension),
        new("operator", FieldType.Dimension),
        new("subscribers", FieldType.Integer, Required: true, Minimum: 0));

    /// <summary>All four, in the order a warehouse is filled.</summary>
    public static IReadOnlyList<CanonicalTable> All { get; } = [Subscriber, Population, Complaint, Survey];

    /// <summary>Canonical name: <c>subscriber</c>, <c>complaint</c>, <c>survey</c> or <c>population</c>.</summary>
    public string Name { get; }

    /// <summary>The columns, in storage order.</summary>
    public IReadOnlyList<CanonicalField> Fields { get; }

    /// <summary>The columns that name a row. A row whose key has a missing Id is known by its content hash and occurrence instead.</summary>
    public IReadOnlyList<CanonicalField> NaturalKey { get; }

    /// <summary>The field that dates a row: <c>as_of</c>, <c>received_at</c> or <c>answered_at</c>.</summary>
    public CanonicalField DateField => Name switch
    {
        "complaint" => this["received_at"],
        "survey" => this["answered_at"],
        _ => this["as_of"],
    };

    /// <summary>The field of that canonical name.</summary>
    /// <exception cref="KeyNotFoundException">No such field.</exception>
    public CanonicalField this[string name] => _byName[name];

    /// <summary>The field of that canonical name, or null.</summary>
    public CanonicalField? Find(string name) => _byName.GetValueOrDefault(name);

    /// <inheritdoc/>
    public override string ToString() => Name;
}
