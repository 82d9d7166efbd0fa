namespace Analytics.Samples.Operator;

/// <summary>The two-level cause tree of a mobile operator's complaints, with channels and remedies.</summary>
internal static class CauseCatalogue
{
    private const int Hall = 1;
    private const int App = 2;
    private const int Sms = 4;
    private const int Agent = 5;

    public static readonly Word[] Channels =
    [
        new("10086热线", "10086 hotline"), new("营业厅", "Service hall"), new("App与网上营业厅", "App and web"), new("微信公众号", "WeChat"), new("短信", "SMS"),
        new("社会渠道", "Agent shop"), new("视频客服", "Video service"), new("12300申诉", "12300 appeal"), new("总经理接待日", "Manager's day"),
    ];

    public static readonly double[] ChannelWeights = [0.47, 0.14, 0.15, 0.11, 0.02, 0.04, 0.03, 0.03, 0.01];

    /// <summary>Channels that are themselves an escalation.</summary>
    public static readonly int[] EscalationChannels = [7, 8];

    public static readonly Word Closed = new("已办结", "Closed");

    public static readonly Word InProgress = new("处理中", "In progress");

    public static readonly Word Waiting = new("待回复", "Waiting");

    private static readonly Word Consult = new("咨询", "Enquiry");
    private static readonly Word Order = new("办理", "Ordering");
    private static readonly Word Use = new("使用", "Use");
    private static readonly Word After = new("售后", "After-sales");
    public static readonly Word Refund = new("退费", "Refund");
    private static readonly Word Explain = new("解释说明", "Explanation");
    private static readonly Word Repair = new("修复", "Repair");
    private static readonly Word Cancel = new("取消业务", "Cancel the service");
    private static readonly Word Apology = new("道歉", "Apology");
    private static readonly Word Compensate = new("补偿", "Compensation");
    private static readonly Word Optimise = new("网络优化", "Network work");
    private static readonly Word Visit = new("上门处理", "Engineer's visit");
    private static readonly Word Block = new("拦截屏蔽", "Blocking");
    private static readonly Word Process = new("协助办理", "Done for the customer");
    private static readonly Word Ask = new("查询原因", "Find the reason");
    private static readonly Word Protect = new("维护权益", "Assert rights");

    public static readonly CauseCategory[] Categories =
    [
        new(new("资费与账务", "Tariffs and billing"), Use, Ask, [Refund, Explain, Compensate], [Explain, Refund, Compensate], 5, 20, 0.030, 0.62, 0.22,
        [
            new(new("套餐资费争议", "Plan price dispute"), 9.5, -1, "套餐里说好每月#元，账单却多出了#元", "原来的优惠到期没有提醒，直接按标准资费扣了#元"),
            new(new("流量超套收费", "Data overage charge"), 7.0, App, "流量超出后没有提醒，一晚上扣了#元", "明明还有#G流量，为什么按套外收费"),
            new(new("增值业务乱扣费", "Unwanted value-added charges"), 6.5, -1, "没有订购过视频会员，连续#个月被扣费", "手机里多了一个不认识的增值业务，每月#元"),
            new(new("账单明细不清", "Unclear bill"), 2.2, App, "账单里有一项“其他费用”#元，没人说得清", "明细只写代收费#元，查不到是什么"),
            new(new("缴费未到账", "Payment not credited"), 1.5, App, "充值#元到现在没有到账", "银行已经扣款#元，余额没有变"),
            new(new("欠费停机费用争议", "Suspension fee dispute"), 1.2, -1, "停机期间还在收#元月租", "停机#个月仍然产生费用"),
            new(new("积分兑换争议", "Points dispute"), 1.0, App, "积分被清零#分，事先没有通知", "兑换的礼品#天没有收到"),
            new(new("发票问题", "Invoice problem"), 0.9, App, "申请电子发票#天没有开出来", "发票金额少了#元"),
            new(new("国际漫游费用争议", "Roaming charge dispute"), 0.8, -1, "在境外只开了#分钟就扣了几百元", "漫游包开通了还是按标准资费计费#元"),
        ]),
        new(new("网络质量", "Network quality"), Use, Repair, [Repair, Explain, Compensate], [Optimise, Explain, Compensate], 8, 52, 0.022, 0.78, 0.02,
        [
            new(new("4G覆盖弱", "Weak 4G coverage"), 6.0, -1, "小区里信号只有#格，打电话要到阳台", "村里4G时有时无，已经#个星期了"),
            new(new("5G覆盖弱", "Weak 5G coverage"), 5.5, -1, "交了5G套餐的钱，一天里#个小时都是4G", "单位附近没有5G信号，反映过#次"),
            new(new("上网慢", "Slow mobile data"), 5.0, App, "晚上#点以后网页打不开", "测速只有#兆，视频一直缓冲"),
            new(new("室内信号差", "Poor indoor signal"), 3.2, -1, "地下车库#层完全没信号", "电梯和楼道#楼以下接不到电话"),
            new(new("通话掉线", "Dropped calls"), 2.0, -1, "打#分钟电话就断", "一天掉线#次，客户都打不进来"),
            new(new("语音不清晰", "Unclear voice"), 0.8, -1, "通话有杂音，断断续续#天了", "对方听不清，换了#个手机也一样"),
            new(new("基站退服", "Site out of service"), 0.7, -1, "停电后信号断了#个小时", "附近基站坏了#天没人修"),
            new(new("高铁沿线信号差", "Poor signal along the railway"), 0.6, App, "高铁上断网#分钟", "动车隧道里一直没信号，每周跑#趟"),
        ]),
        new(new("家庭宽带", "Home broadband"), Use, Repair, [Repair, Compensate, Cancel], [Visit, Explain, Compensate], 4, 26, 0.026, 0.80, 0.03,
        [
            new(new("宽带故障", "Broadband outage"), 5.0, -1, "宽带断了#天，报修没人来", "光猫红灯亮了#个小时"),
            new(new("宽带网速不达标", "Broadband slower than sold"), 2.4, -1, "办的千兆宽带，实测只有#兆", "晚上看电视卡，测速#兆"),
            new(new("宽带装机慢", "Slow installation"), 1.8, Hall, "预约装机#天没有人联系", "装维师傅改约了#次"),
            new(new("移机拆机难", "Hard to move or remove"), 0.9, Hall, "搬家申请移机#天没有结果", "拆机要跑#趟营业厅"),
            new(new("电视盒子故障", "TV box fault"), 0.8, -1, "电视盒子开机#分钟就死机", "频道少了#个"),
            new(new("上门维修不守时", "Engineer not on time"), 0.7, -1, "约好上午来，等了#个小时", "师傅迟到#小时也不打电话"),
        ]),
        new(new("业务办理", "Orders and changes"), Order, Cancel, [Cancel, Refund, Explain], [Process, Explain, Refund], 6, 24, 0.034, 0.66, 0.10,
        [
            new(new("套餐变更受限", "Plan change refused"), 3.5, Hall, "想改低档套餐，说要再等#个月", "App上看得到的套餐办不了，打了#次电话"),
            new(new("未经同意开通业务", "Service activated without consent"), 3.0, -1, "没有同意就开通了业务，扣了#元", "接了一个推销电话，第二天就多了#元套餐"),
            new(new("合约违约金", "Contract penalty"), 2.6, Hall, "合约还有#个月，要收几百元违约金", "办的时候没说违约金#元"),
            new(new("实名补登记", "Real-name registration"), 1.2, Hall, "实名补登记跑了#趟都没办成", "证件过期被停了#天"),
            new(new("换卡补卡难", "SIM replacement"), 0.6, Hall, "补卡排了#个小时", "外地补卡说要等#天"),
            new(new("新入网开通慢", "Slow activation"), 0.4, Agent, "新卡#天没有开通", "开户资料审核了#天"),
        ]),
        new(new("携转与销户", "Porting and closing"), Order, Protect, [Process, Cancel, Compensate], [Process, Explain, Compensate], 7, 40, 0.060, 0.74, 0.04,
        [
            new(new("携号转网受阻", "Number porting obstructed"), 2.0, -1, "申请携号转网被告知还有#项合约没到期", "查询携转资格#次都说系统忙"),
            new(new("销户难", "Hard to close the account"), 1.4, Hall, "销户要等#个月", "账户余额#元退不出来"),
            new(new("异地销户难", "Closing from another province"), 0.7, App, "异地不能销户，来回车费都要#元", "异地号码停了#个月还在计费"),
        ]),
        new(new("停机与复机", "Suspension and resumption"), Use, Repair, [Repair, Explain, Compensate], [Process, Explain, Compensate], 2, 9, 0.040, 0.70, 0.05,
        [
            new(new("误停机", "Suspended by mistake"), 1.6, -1, "余额还有#元就停机了", "没有欠费被停了#个小时"),
            new(new("反诈误关停", "Cut off by the fraud filter"), 1.3, Hall, "正常打电话被反诈关停，#天没恢复", "一天打了#个电话就被停机"),
            new(new("复机不及时", "Slow resumption"), 1.1, App, "缴费#个小时还没复机", "充了#元仍然打不出去"),
            new(new("停机未提醒", "No warning before suspension"), 0.9, -1, "没有提醒就停机，耽误了#个客户", "先提醒后停机的承诺没有做到，欠#元就停"),
        ]),
        new(new("营业厅服务", "Service halls"), Consult, Apology, [Apology, Process, Explain], [Apology, Process, Explain], 9, 30, 0.018, 0.72, 0.01,
        [
            new(new("营业厅排队", "Queueing"), 1.5, Hall, "排队#个小时，只开了一个窗口", "前面还有#个号，等了一上午"),
            new(new("营业员态度差", "Rude clerk"), 0.9, Hall, "问了#个问题就不耐烦", "营业员一边玩手机一边办业务，等了#分钟"),
            new(new("一次告知不清", "Requirements not told at once"), 0.6, Hall, "每次都缺材料，跑了#趟", "说一次办好，结果来了#次"),
            new(new("厅间口径不一致", "Halls give different answers"), 0.5, Hall, "两个营业厅说法不一样，差了#元", "热线说可以办，营业厅说不行，跑了#趟"),
            new(new("营业时间不符", "Closed in opening hours"), 0.2, Hall, "写着#点关门，去的时候已经锁了", "中午停办#个小时没有公示"),
        ]),
        new(new("热线与电子渠道", "Hotline and digital channels"), Consult, Apology, [Process, Apology, Explain], [Process, Explain, Apology],
            5, 18, 0.016, 0.68, 0.01,
        [
            new(new("人工难接通", "Agent hard to reach"), 1.8, -1, "转人工等了#分钟", "机器人绕了#圈也转不到人工"),
            new(new("App办理失败", "App order failed"), 1.1, App, "App点了#次都提示系统繁忙", "App退订不了，卡在第#步"),
            new(new("答复口径不一致", "Inconsistent answers"), 1.0, -1, "问了#个客服，答复都不一样", "昨天说退#元，今天说不能退"),
            new(new("客服态度差", "Rude agent"), 0.6, -1, "没说完就挂了，打了#次", "客服只会念稿，讲了#分钟没有解决"),
            new(new("短信查询无回复", "No answer by SMS"), 0.2, Sms, "发0000查询#次没有回复", "发退订短信#次没有反应"),
        ]),
        new(new("营销宣传", "Marketing"), Consult, Protect, [Cancel, Compensate, Apology], [Explain, Process, Compensate], 8, 34, 0.045, 0.64, 0.08,
        [
            new(new("外呼骚扰", "Unwanted sales calls"), 2.2, -1, "一天接到#个推销电话", "说了不要再打，这周又打了#次"),
            new(new("宣传与实际不符", "Not as advertised"), 1.9, -1, "宣传免费，实际收了#元", "说是不限量，用到#G就限速"),
            new(new("活动未兑现", "Promotion not honoured"), 1.1, Hall, "送的#元话费一直没到", "办活动的礼品等了#天"),
            new(new("诱导办理", "Misleading sale"), 0.8, Agent, "老人被诱导办了#元的套餐", "说是免费升级，结果签了#个月合约"),
        ]),
        new(new("信息安全", "Nuisance and privacy"), Use, Protect, [Block, Explain, Apology], [Block, Explain, Process], 6, 28, 0.020, 0.82, 0.005,
        [
            new(new("垃圾短信", "Spam messages"), 1.7, Sms, "一天收到#条垃圾短信", "退订后又收到#条广告"),
            new(new("骚扰电话", "Nuisance calls"), 1.2, -1, "半夜接到#个骚扰电话", "响一声的电话一天#个"),
            new(new("号码被冒用", "Number misused"), 0.4, Hall, "名下多了#个不认识的号码", "有人用我的号码注册了#个账号"),
            new(new("信息泄露疑虑", "Suspected leak"), 0.3, -1, "刚办完卡就有#个贷款电话", "对方知道我的套餐是#元"),
        ]),
        new(new("终端与号卡", "Devices and SIM delivery"), After, Repair, [Repair, Refund, Process], [Process, Explain, Refund], 10, 60, 0.024, 0.70, 0.03,
        [
            new(new("终端质量", "Device quality"), 0.5, Agent, "合约机用了#天就黑屏", "屏幕#天就有亮点"),
            new(new("号卡配送超时", "SIM delivered late"), 0.5, App, "订的卡#个小时没送到，说好72小时", "快递单号#天没有更新"),
            new(new("终端售后推诿", "After-sales passed around"), 0.4, Agent, "厂家让找营业厅，营业厅让找厂家，来回#趟", "修了#次还是坏"),
            new(new("上网卡不能用", "Data card does not work"), 0.2, Hall, "上网卡插上#分钟就掉", "新买的上网卡#天连不上"),
        ]),
    ];

    /// <summary>All causes, category by category.</summary>
    public static readonly SampleCause[] Causes = [.. Categories.SelectMany((category, i) => category.Causes.Select(cause => cause with { Category = i }))];

    /// <summary>The cause planted to grow.</summary>
    public static readonly int GrowingCause = Array.FindIndex(Causes, c => c.Name.Chinese == "携号转网受阻");

    /// <summary>The category of the planted incident.</summary>
    public static readonly int IncidentCategory = Array.FindIndex(Categories, c => c.Name.Chinese == "网络质量");
}
