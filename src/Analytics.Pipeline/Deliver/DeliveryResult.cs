namespace Analytics.Pipeline.Deliver;

/// <summary>What came of a delivery run, one outcome a recipient and one an operator who was told of something.</summary>
/// <param name="Outcomes">In the order of the recipients.</param>
public sealed record DeliveryResult(IReadOnlyList<DeliveryOutcome> Outcomes)
{
    /// <summary>Outcomes of that status.</summary>
    public int Count(DeliveryStatus status) => Outcomes.Count(o => o.Status == status);

    /// <summary>Whether everybody who shall have a report has it.</summary>
    public bool IsComplete => Outcomes.All(o => o.Status is not (DeliveryStatus.Failed or DeliveryStatus.NotPublished));
}
