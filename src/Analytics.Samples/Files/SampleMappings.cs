using System.Text.Encodings.Web;
using System.Text.Json.Nodes;
using System.Text.Json;
using Analytics.Samples.Operator;

namespace Analytics.Samples.Files;

/// <summary>Writes the mappings of the sample's files: columns, the translation of every label, the survey's scale.</summary>
internal static class SampleMappings
{
    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly string[] SubscriberFields =
    [
        "subscriber_id", "as_of", "gender", "age", "region", "brand", "plan", "activated_on", "arpu", "arpu_3m", "data_mb", "data_spend_share",
        "voice_minutes", "sms_count", "is_5g", "terminal", "suspensions", "star_level",
    ];

    private static readonly string[] ComplaintFields =
    [
        "complaint_id", "subscriber_id", "received_at", "channel", "category", "cause", "journey_stage", "region", "text", "purpose",
        "requested_resolution", "is_reasonable", "is_escalated", "first_reply_at", "closed_at", "resolution", "is_accepted", "satisfaction",
        "refund_due", "refund_paid", "status",
    ];

    private static readonly string[] SurveyFields = ["response_id", "subscriber_id", "answered_at", "operator", "brand", "region", "weight"];

    public static void Write(SampleFiles files)
    {
        Save(files.SubscribersMapping, Mapping("subscriber", SubscriberCsv.Header, SubscriberFields, SubscriberWords));
        var complaints = Mapping("complaint", ComplaintCsv.Header, ComplaintFields, ComplaintWords);
        complaints["scales"] = new JsonObject { ["satisfaction"] = new JsonObject { ["minimum"] = 1, ["maximum"] = 5 } };
        Save(files.ComplaintsMapping, complaints);
        var survey = Mapping("survey", SurveyCsv.Header, SurveyFields, SurveyWords);
        var items = new JsonArray([.. SurveyCatalogue.Items.Select(i => (JsonNode)i.Item)]);
        survey["unpivot"] = new JsonArray(new JsonObject { ["columns"] = items, ["label"] = "item", ["value"] = "score" });
        survey["scales"] = new JsonObject { ["*"] = new JsonObject { ["minimum"] = 1, ["maximum"] = 10 } };
        Save(files.SurveyMapping, survey);
    }

    private static IEnumerable<Word> SubscriberWords =>
        [.. Market.Genders, .. Market.CityNames, .. Market.BrandNames, .. Market.Brands.SelectMany(b => b.Plans), .. Market.Terminals, .. Market.Stars];

    private static IEnumerable<Word> ComplaintWords =>
    [
        .. CauseCatalogue.Channels, .. CauseCatalogue.Categories.Select(c => c.Name), .. CauseCatalogue.Causes.Select(c => c.Name), .. Market.CityNames,
        .. CauseCatalogue.Categories.SelectMany(c => c.Requests.Concat(c.Resolutions).Append(c.Stage).Append(c.Purpose)),
        CauseCatalogue.Refund, CauseCatalogue.Closed, CauseCatalogue.InProgress, CauseCatalogue.Waiting,
    ];

    private static IEnumerable<Word> SurveyWords =>
    [
        .. Market.Operators, .. Market.BrandNames, .. Market.CityNames,
        .. SurveyCatalogue.Items.Zip(SurveyCatalogue.ItemsEnglish, (item, english) => new Word(item.Item, english)),
    ];

    private static JsonObject Mapping(string table, string[] header, string[] fields, IEnumerable<Word> words)
    {
        var columns = new JsonObject();
        foreach (var (field, source) in fields.Zip(header))
        {
            columns[field] = source;
        }

        var english = new JsonObject();
        foreach (var word in words)
        {
            english[word.Chinese] = word.English;
        }

        return new JsonObject
        {
            ["table"] = table,
            ["file"] = new JsonObject { ["format"] = "csv", ["encoding"] = "utf-8", ["delimiter"] = ",", ["timeZone"] = "Asia/Shanghai" },
            ["columns"] = columns,
            ["labels"] = new JsonObject { ["en"] = english },
        };
    }

    private static void Save(string path, JsonObject mapping) => File.WriteAllText(path, mapping.ToJsonString(Json) + "\n");
}
