using Analytics.Core.Reports;

namespace Analytics.Study.Claims;

/// <summary>
/// Template keys of the headline sentences, with the names and units of their arguments. A renderer writes one sentence per key;
/// direction words come from the sign of <c>change</c>, the control-chart clause from <see cref="Headline.Signal"/>. No template may
/// use a causal word: nothing here tests a cause.
/// </summary>
public static class HeadlineKeys
{
    /// <summary>
    /// 万投比 3.42 件/万户，较上周上升 0.31，超出控制限。 Arguments: <c>kpi</c> (label, a <see cref="KpiId"/> name: the rate, or
    /// Complaints where
    /// there is no base), <c>value</c> (number in the KPI's unit), <c>change</c> (signed number, same unit), <c>previous</c> (label, the
    /// compared period), and where known <c>lower</c>, <c>upper</c> (interval of the change, same unit).
    /// </summary>
    public const string RateChange = "rate-change";

    /// <summary>The same without a comparison: <c>kpi</c> (label), <c>value</c> (number in the KPI's unit).</summary>
    public const string RateLevel = "rate-level";

    /// <summary>本周各项指标均在正常波动内，无新增预警。 Argument: <c>count</c> (Count), how many measures had a verdict.</summary>
    public const string AllWithin = "all-within";

    /// <summary>
    /// A KPI other than the rate lies beyond its limits. Arguments: <c>kpi</c> (label), <c>value</c> (in the KPI's unit), <c>limit</c> (the bound
    /// it passed, same unit).
    /// </summary>
    public const string KpiSignal = "kpi-signal";

    /// <summary>
    /// The segment that complains most beyond its share of the base. Arguments: <c>column</c> (label, <c>arpu</c>, <c>region</c>…),
    /// <c>segment</c> (label), <c>ratio</c> (Ratio to everyone else; unit null), <c>lower</c>, <c>upper</c> (its interval, unit null), <c>share</c>
    /// (Share of complaints),
    /// <c>baseShare</c> (Share of subscribers).
    /// </summary>
    public const string SegmentRate = "segment-rate";

    /// <summary>
    /// A cause that is more frequent in one channel, region or segment than independence would have it. Arguments: <c>cause</c> (label),
    /// <c>column</c> (label), <c>segment</c> (label), <c>count</c> (Count), <c>expected</c> (Count, under independence).
    /// </summary>
    public const string CauseAssociation = "cause-association";

    /// <summary>
    /// {原因}占投诉 {p}%，前 {k} 类合计 {c}%（A类）。 Arguments: <c>cause</c> (label), <c>share</c> (Share), <c>items</c> (Count, items
    /// in class A),
    /// <c>cumulative</c> (Share of class A).
    /// </summary>
    public const string TopCauses = "top-causes";

    /// <summary>
    /// The cause that grew most, its interval above zero. Arguments: <c>cause</c> (label), <c>value</c> (Count now), <c>change</c> (Count), <c>lower</c>,
    /// <c>upper</c> (Count, interval of the change), <c>previous</c> (label, the compared period).
    /// </summary>
    public const string GrowingCause = "growing-cause";

    /// <summary>
    /// 到期 {n} 件中 {m} 件 48 小时内首复（{r}%），逾期未复 {o} 件。 Arguments: <c>due</c>, <c>onTime</c>, <c>overdue</c> (Count;
    /// overdue = limit passed
    /// and not answered), <c>share</c> (Share), <c>limit</c> (Hours).
    /// </summary>
    public const string FirstReply = "first-reply";

    /// <summary>
    /// Overall satisfaction. Arguments: <c>item</c> (label), <c>score</c> (Score), <c>n</c> (Count), where there are other items <c>lowestItem</c> (label) and
    /// <c>lowestScore</c> (Score), where known <c>change</c> (Score, signed).
    /// </summary>
    public const string SurveyScore = "survey-score";

    /// <summary>满意度指数 {v}。 The model's index alone: <c>index</c> (Score), where the wave before is known <c>change</c> (Score, signed).</summary>
    public const string SatisfactionIndex = "satisfaction-index";

    /// <summary>Label that stands for all competitors together; renderers have a word for it.</summary>
    public const string AllCompetitors = "all-competitors";

    /// <summary>
    /// 满意度指数 {v}，领先{对手} {d} 分（显著）。 As <see cref="SatisfactionIndex"/> with <c>opponent</c> (label; <see
    /// cref="AllCompetitors"/> for all of them) and
    /// <c>lead</c> (Score, signed); the interval leaves 0 out.
    /// </summary>
    public const string SatisfactionIndexSignificant = "satisfaction-index-significant";

    /// <summary>The same where the interval covers 0.</summary>
    public const string SatisfactionIndexNotSignificant = "satisfaction-index-not-significant";

    /// <summary>
    /// 最应改善：{item}（得分 {s}，每提高 1 分指数约 +{e}）。 Arguments: <c>item</c> (label), <c>score</c> (Score), with a model
    /// <c>effect</c> (Score).
    /// </summary>
    public const string ImproveFirst = "improve-first";

    /// <summary>The model missed the gate, so only scores are reported: <c>findings</c> (Count, blocking tests missed).</summary>
    public const string ModelHeldBack = "model-held-back";
}
