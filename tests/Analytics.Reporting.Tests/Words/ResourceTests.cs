using System.Reflection;
using Analytics.Core.Canonical;
using Analytics.Core.Reports;
using Analytics.Core.Reports.Satisfaction;
using Analytics.Reporting.Words;

namespace Analytics.Reporting.Tests.Words;

public class ResourceTests
{
    private static readonly string[] Tests =
    [
        "Loading", "Reliability", "Alpha", "Redundancy", "VarianceExtracted", "FornellLarcker", "HeterotraitMonotrait", "CrossLoading", "Collinearity",
        "ItemTotal", "Kmo", "Bartlett", "Srmr",
    ];

    private static readonly string[] Notes =
    [
        "FewRespondents", "SingleItem", "WeightNotPositive", "MissingAnswers", "ReliabilityAboveOne", "RSquaredAboveOne", "NoFSquare", "NoSrmr",
        "NoPrediction", "NoInvariance", "FailedResamples", "UnevenWeights",
    ];

    private static Dictionary<string, string> Words(string language)
    {
        var store = WordStore.Required(language);
        return store.Keys.ToDictionary(key => key, key => store.Find(key)!);
    }

    [Fact]
    public void BothLanguages_HaveTheSameKeys()
        => Words("zh-CN").Keys.Order(StringComparer.Ordinal).ShouldBe(Words("en").Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void NoWord_IsEmpty() => Words("zh-CN").Concat(Words("en")).Where(w => string.IsNullOrWhiteSpace(w.Value)).ShouldBeEmpty();

    [Fact]
    public void Placeholders_AreTheSameInBothLanguages()
    {
        static string Placeholders(string word)
            => string.Join(
                ' ',
                System.Text.RegularExpressions.Regex.Matches(word, @"\{(\w+)").Select(m => m.Groups[1].Value).Distinct().Order(StringComparer.Ordinal));
        var chinese = Words("zh-CN");

        Words("en").Where(w => Placeholders(w.Value) != Placeholders(chinese[w.Key])).Select(w => w.Key).ShouldBeEmpty();
    }

    [Fact]
    public void EveryMeasureReasonUnitSignalAndColumn_HasAWord()
    {
        var needed = Enum.GetNames<KpiId>().Select(n => "kpi." + n)
            .Concat(Enum.GetNames<MeasureUnit>().Select(n => "unit." + n))
            .Concat(Enum.GetNames<Signal>().Select(n => "signal." + n))
            .Concat(Enum.GetNames<ParetoMeasure>().Select(n => "measure." + n))
            .Concat(typeof(AbsenceReasons).GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => "reason." + f.GetRawConstantValue()))
            .Concat(CanonicalTable.All.SelectMany(t => t.Fields).Select(f => "column." + f.Name))
            .Concat(CanonicalTable.All.Select(t => "table." + t.Name))
            .Concat("tenure_years is_repeat has_subscriber first_reply_hours handling_hours open_hours day".Split(' ').Select(c => "column." + c));

        needed.Except(Words("en").Keys).ShouldBeEmpty();
    }

    [Fact]
    public void EveryKindOfTheSatisfactionSection_HasAWord()
    {
        var needed = Enum.GetNames<ImprovementQuadrant>().Select(n => "quadrant." + n)
            .Concat(Enum.GetNames<LeadVerdict>().Select(n => "lead." + n))
            .Concat(Enum.GetNames<BrandRowKind>().Select(n => "brands.kind." + n))
            .Concat(Enum.GetNames<WeightingMethod>().Select(n => "weighting." + n))
            .Concat(Enum.GetNames<ImportanceBasis>().SelectMany(n => new[] { "improvement.basis." + n, "improvement.importance." + n }))
            .Concat("means medians targets".Split(' ').Select(n => "improvement.cut." + n))
            .Concat("path factorial centroid".Split(' ').Select(n => "model.scheme." + n))
            .Concat("mean pairwise listwise".Split(' ').Select(n => "model.missing." + n))
            .Concat(Tests.Select(n => "gate." + n))
            .Concat(Notes.Select(n => "model.note." + n));

        needed.Except(Words("zh-CN").Keys).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("required not-a-number not-a-whole-number not-a-date no-such-local-time not-a-boolean out-of-range not-allowed value-not-mapped "
        + "not-in-encoding")]
    [InlineData("git-conflict-marker wrong-field-count unterminated-quote repeated-header repeated-rows repeated-ids swapped-day-month copied-column "
        + "constant-column mixed-types")]
    [InlineData("closed-before-received replied-before-received activated-after-snapshot age-out-of-range score-off-scale")]
    public void EveryRuleOfImport_HasAWord(string rules)
        => rules.Split(' ').Select(r => "rule." + r).Except(Words("zh-CN").Keys).ShouldBeEmpty();
}
