namespace Analytics.Pipeline.Deliver;

/// <summary>A way a published report reaches somebody: mail, folder or webhook.</summary>
public interface IDeliveryChannel
{
    /// <summary><c>mail</c>, <c>folder</c> or <c>webhook</c>.</summary>
    string Kind { get; }

    /// <summary>Whom or what it reaches, for the ledger and for people; holds no secret.</summary>
    string Address { get; }

    /// <summary>Sends, and returns when the receiving side has taken it.</summary>
    /// <param name="content">What to send.</param>
    /// <param name="cancellation">Ends the attempt.</param>
    /// <exception cref="DeliveryException">AN61xx: not taken; <see cref="DeliveryException.IsTransient"/> says whether trying again may help.</exception>
    /// <exception cref="OperationCanceledException">The attempt was ended.</exception>
    void Send(DeliveryContent content, CancellationToken cancellation);

    /// <summary>Writes what would be sent into a folder, to look at.</summary>
    /// <returns>The files.</returns>
    IReadOnlyList<string> Preview(DeliveryContent content, string folder);
}
