using Analytics.Samples.Chance;
using Analytics.Samples.Operator;

namespace Analytics.Samples.Files;

/// <summary>What happened to a complaint after it was received, as far as the cut-off has seen it.</summary>
internal readonly struct ComplaintCourse
{
    private const double PromisedReplyHours = 48;
    private readonly long _firstReply;
    private readonly long _closed;
    private readonly bool _escalated;
    private readonly bool? _reasonable;
    private readonly Word? _resolution;
    private readonly bool? _accepted;
    private readonly int _satisfaction;
    private readonly long _refundDue;
    private readonly long _refundPaid;

    public ComplaintCourse(long received, int channel, CauseCategory category, long cutOff, ref SampleRandom random)
    {
        var replyHours = random.LogNormal(category.ReplyHours * (channel == 0 ? 0.6 : 1.3), 0.95);
        var closeHours = replyHours + random.LogNormal(category.HandlingHours, 0.9);
        var appealed = Array.IndexOf(CauseCatalogue.EscalationChannels, channel) >= 0;
        _escalated = random.Chance(category.Escalated * (replyHours > PromisedReplyHours ? 4 : 1)) || appealed;
        _firstReply = Seen(received, replyHours, cutOff);
        _closed = Seen(received, closeHours, cutOff);
        // All is drawn before the cut-off is looked at: a later cut-off shows more of the same course and changes none of it.
        var reasonable = random.Chance(category.Reasonable);
        var error = random.Chance(category.ConfirmedError) ? (long)(random.LogNormal(18, 0.8) * 10) * 10 : 0;
        var paid = random.Uniform() switch { < 0.94 => 2 * error, < 0.98 => error, _ => 0 };
        var resolution = category.Resolutions[random.Uniform() switch { < 0.62 => 0, < 0.88 => 1, _ => 2 }];
        var accepted = random.Chance((reasonable ? 0.86 : 0.62) - (closeHours > 168 ? 0.15 : 0));
        var score = 2.4 + (accepted ? 1.5 : 0) - (0.35 * Math.Log2(1 + (closeHours / 48))) + (0.9 * random.Normal());
        var rated = random.Chance(0.45);
        _satisfaction = -1;
        _refundDue = -1;
        _refundPaid = -1;
        if (_closed >= 0)
        {
            _reasonable = reasonable;
            _resolution = error > 0 ? CauseCatalogue.Refund : resolution;
            _accepted = accepted;
            _satisfaction = rated ? (int)Math.Clamp(Math.Round(score), 1, 5) : -1;
            _refundDue = error > 0 ? 2 * error : -1;
            _refundPaid = error > 0 ? paid : -1;
        }
    }

    public void Write(CsvBuffer csv)
    {
        csv.Flag(_reasonable);
        csv.Flag(_escalated);
        csv.Moment(_firstReply);
        csv.Moment(_closed);
        if (_resolution is { } resolution)
        {
            csv.Label(resolution);
        }
        else
        {
            csv.Empty();
        }

        csv.Flag(_accepted);
        Known(csv, _satisfaction, 1);
        Known(csv, _refundDue, 100);
        Known(csv, _refundPaid, 100);
        csv.Label(_closed >= 0 ? CauseCatalogue.Closed : _firstReply >= 0 ? CauseCatalogue.InProgress : CauseCatalogue.Waiting);
    }

    private static long Seen(long received, double hours, long cutOff)
    {
        var moment = received + 60 + (long)(hours * 3600);
        return moment < cutOff ? moment : -1;
    }

    private static void Known(CsvBuffer csv, long value, int scale)
    {
        if (value < 0)
        {
            csv.Empty();
        }
        else if (scale == 1)
        {
            csv.Integer(value);
        }
        else
        {
            csv.Fixed(value, scale);
        }
    }
}
