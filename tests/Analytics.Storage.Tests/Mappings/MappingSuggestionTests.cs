using Analytics.Core.Canonical;
using Analytics.Storage.Mappings;
using Analytics.Storage.Tests.Sources;

namespace Analytics.Storage.Tests.Mappings;

public sealed class MappingSuggestionTests : IDisposable
{
    private readonly TestFile _files = new();

    public void Dispose() => _files.Dispose();

    [Fact]
    public void Suggestion_ForChineseComplaints_FindsTheColumnsAndLoads()
    {
        var path = _files.Write("a.csv", "工单编号;用户号码;受理时间;受理渠道;投诉大类;投诉小类;地市;投诉内容;是否升级;处理状态;坐席\nA1;13812341234;2026-11-22 10:00:00;10086;资费;套餐外扣费;武汉;多扣费;否;已办结;张\nA2;13912341234;2026-11-22 11:00:00;App;网络;信号弱;宜昌;无信号;是;处理中;李\n");
        var suggestion = MappingSuggestion.For(path);
        suggestion.Table.ShouldBe(CanonicalTable.Complaint);
        suggestion.StillNeeded.ShouldBeEmpty();
        suggestion.Unmapped.ShouldBe(["坐席"]);
        suggestion.Json.ShouldBe("""
            {
              "description": "Suggested from the headers of a.csv; to be checked by a person.",
              "table": "complaint",
              "file": { "format": "csv", "encoding": "utf-8", "delimiter": ";" },
              "columns": {
                "complaint_id": "工单编号",
                "subscriber_id": "用户号码",
                "received_at": "受理时间",
                "channel": "受理渠道",
                "category": "投诉大类",
                "cause": "投诉小类",
                "region": "地市",
                "text": "投诉内容",
                "is_escalated": "是否升级",
                "status": "处理状态",
                // not mapped: "坐席", texts, 2 distinct, 0 blank, 张 … 李
              },
            }

            """.ReplaceLineEndings("\n"));
        MappedRows.OfFile(path, MappingFile.Parse(suggestion.Json), out _).Count(r => !r.StartsWith('!')).ShouldBe(2);
    }

    [Fact]
    public void Suggestion_ForEnglishTickets_NamesTheDateFormatAndWhatElseItCouldBe()
    {
        var suggestion = MappingSuggestion.For(_files.Write("a.csv", "Ticket #,Customer Complaint,Date,Time,Received Via,State,Status\n1,slow,04/08/2015,3:53:50 PM,Internet,Georgia,Open\n2,slower,05/09/2015,9:00:01 AM,Call,Ohio,Closed\n"));
        suggestion.Json.ShouldContain("\"received_at\": { \"source\": \"Date\", \"formats\": [\"dd/MM/yyyy\"], \"time\": \"Time\" }, // MM/dd/yyyy reads every cell, too: which is meant?");
        suggestion.Mapped.ShouldBe(["complaint_id", "received_at", "channel", "region", "text", "status"], ignoreOrder: true);
    }

    [Fact]
    public void Suggestion_ForAWideSurvey_UnpivotsItsItems()
    {
        var rows = string.Concat(Enumerable.Range(0, 40).Select(i => $"{(i % 10) + 1},{(i * 3 % 10) + 1},{(i * 7 % 10) + 1}\n"));
        var suggestion = MappingSuggestion.For(_files.Write("a.csv", "Q1,Q2,Q3\n" + rows));
        suggestion.Table.ShouldBe(CanonicalTable.Survey);
        suggestion.StillNeeded.ShouldBe(["response_id", "answered_at"]);
        suggestion.Json.ShouldContain("\"unpivot\": [{ \"columns\": [\"Q1\", \"Q2\", \"Q3\"], \"label\": \"item\", \"value\": \"score\" }],");
        suggestion.Json.ShouldContain("\"scales\": { \"*\": { \"minimum\": 1, \"maximum\": 10 } }");
        suggestion.Json.ShouldContain("// required, and no column seems to hold it: \"response_id\": { \"constant\": … } or { \"source\": … } or { \"rowNumber\": \"prefix-\" }");
    }

    [Fact]
    public void Suggestion_ForSubscribers_ScalesUnitsAndReadsSerialDates()
    {
        var suggestion = MappingSuggestion.For(_files.Write("a.csv", "用户,统计日期,性别,年龄,当月流量（GB）,入网时间,主套餐名称\nu1,2026-10-31,男,30,1.5,40057,A\nu2,2026-10-31,女,31,2.5,41000,B\n"));
        suggestion.Table.ShouldBe(CanonicalTable.Subscriber);
        suggestion.Json.ShouldContain("\"data_mb\": { \"source\": \"当月流量（GB）\", \"scale\": 1024 },");
        suggestion.Json.ShouldContain("\"activated_on\": { \"source\": \"入网时间\", \"formats\": [\"excel\"] },");
    }
}
