using Analytics.Core.CrossTabs;
using Analytics.Study.Rounds;

namespace Analytics.Study.Sections.Causes;

/// <summary>The questions by category and cause.</summary>
internal sealed class CauseQuestions
{
    /// <summary>Category axis.</summary>
    public static readonly CrossTabAxis Category = new("category");

    /// <summary>Cause axis.</summary>
    public static readonly CrossTabAxis Cause = new("cause");

    public CauseQuestions(Questions questions, StudyWindow window)
    {
        Answer Ask(CrossTabAxis? third, string? sum = null) =>
            questions.Ask(window.Ask(FactTable.Complaints, window.Current, third is null ? [Category, Cause] : [Category, Cause, third], sum));
        Current = Ask(null);
        Previous = questions.Ask(window.Ask(FactTable.Complaints, window.Previous, [Category, Cause]));
        Escalated = Ask(new("is_escalated"));
        Handled = Ask(new("handling_hours", new BandSet("handling_hours", [0])), "handling_hours");
        Refunded = Ask(new("refund_paid", new BandSet("refund_paid", [0])), "refund_paid");
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
