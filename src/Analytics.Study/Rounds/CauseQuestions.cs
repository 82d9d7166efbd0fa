using Analytics.Core.CrossTabs;

namespace Analytics.Study.Rounds;

/// <summary>The questions by category and cause. Asked in every report: the masks of both columns are decided together, before anything is shown.</summary>
internal sealed class CauseQuestions
{
    /// <summary>Category axis.</summary>
    public static readonly CrossTabAxis Category = new("category");

    /// <summary>Cause axis.</summary>
    public static readonly CrossTabAxis Cause = new("cause");

    /// <summary>No refund, and some.</summary>
    public static readonly BandSet Refunds = new("refund_paid", [0]);

    public CauseQuestions(Questions questions, StudyWindow window)
    {
        Answer Ask(CrossTabAxis? third, string? sum = null) =>
            questions.Ask(window.Ask(FactTable.Complaints, window.Current, third is null ? [Category, Cause] : [Category, Cause, third], sum));
        Current = Ask(null);
        Previous = questions.Ask(window.Ask(FactTable.Complaints, window.Previous, [Category, Cause]));
        Escalated = Ask(new("is_escalated"));
        Handled = Ask(new("handling_hours", new BandSet("handling_hours", [0])), "handling_hours");
        Refunded = Ask(new(Refunds.Column, Refunds), Refunds.Column);
    }

    /// <summary>This period.</summary>
    public Answer Current { get; }

    /// <summary>The period before.</summary>
    public Answer Previous { get; }

    /// <summary>This period by escalation.</summary>
    public Answer Escalated { get; }

    /// <summary>This period by whether handling hours are known, with their sum.</summary>
    public Answer Handled { get; }

    /// <summary>This period by refund none/some, with its sum.</summary>
    public Answer Refunded { get; }
}
