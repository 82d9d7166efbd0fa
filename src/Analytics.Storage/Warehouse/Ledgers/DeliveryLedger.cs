using Analytics.Storage.Warehouse.Engines;

namespace Analytics.Storage.Warehouse.Ledgers;

/// <summary>
/// The ledger of deliveries. A delivery is written down before it is sent and marked when it was, so that it goes out once on however
/// many workers. It takes no write lock and opens a session of its own for every call.
/// </summary>
public sealed class DeliveryLedger
{
    private const int LongestText = 2000;
    private readonly Func<WarehouseSession> _open;

    internal DeliveryLedger(Func<WarehouseSession> open) => _open = open;

    /// <summary>
    /// Takes a delivery in hand before an attempt to send it: a new one, one that failed, the claimant's own, or one whose process has not
    /// moved its claim on in time. One that was sent is given to nobody. Of several claimants one gets it.
    /// </summary>
    /// <param name="key">Which delivery.</param>
    /// <param name="claimant">Id of the claiming run, 32 characters at most.</param>
    /// <param name="now">UTC.</param>
    /// <param name="until">Until when the claim holds, UTC.</param>
    /// <returns>The delivery as it stands; it is the claimant's where <see cref="DeliveryEntry.Claim"/> is his and it is being sent.</returns>
    public DeliveryEntry Claim(DeliveryKey key, string claimant, DateTime now, DateTime until) => Run(session =>
    {
        var moment = new { delivery_key = key.Hash, claim = claimant, claim_until = until.Ticks, now = now.Ticks };
        if (session.Execute("take_delivery", moment) == 0)
        {
            session.TryInsert("insert_delivery", new
            {
                delivery_key = key.Hash,
                channel = key.Channel,
                recipient = WarehouseSession.Cut(key.Recipient, 400),
                report = key.Report,
                scope = WarehouseSession.Cut(key.Scope, 400),
                period = key.Period,
                version_no = key.Version,
                content_hash = key.ContentHash,
                claim = claimant,
                claim_until = until.Ticks,
                now = now.Ticks,
            });
        }

        return session.First<DeliveryRow>("find_delivery", new { delivery_key = key.Hash })!.ToEntry();
    });

    /// <summary>Notes that the receiving side has taken a delivery.</summary>
    public void Sent(DeliveryKey key, DateTime now) => Run(session => session.Execute("finish_delivery", new { delivery_key = key.Hash, sent_at = now.Ticks }));

    /// <summary>Notes that a delivery was refused or given up, where it is in the claimant's hand; one that was sent stays sent.</summary>
    public void Failed(DeliveryKey key, string claimant, string fault)
        => Run(session => session.Execute("fail_delivery", new { delivery_key = key.Hash, claim = claimant, fault = WarehouseSession.Cut(fault, LongestText) }));

    /// <summary>The delivery of a key, or null.</summary>
    public DeliveryEntry? Find(DeliveryKey key) => Run(session => session.First<DeliveryRow>("find_delivery", new { delivery_key = key.Hash })?.ToEntry());

    /// <summary>Deliveries of a period, in the order they were begun.</summary>
    public IReadOnlyList<DeliveryEntry> Of(string period) => Run(session => session.Query<DeliveryRow>("deliveries", new { period }).Select(row => row.ToEntry()).ToList());

    private T Run<T>(Func<WarehouseSession, T> work)
    {
        using var session = _open();
        return work(session);
    }

    private sealed class DeliveryRow
    {
        public string Channel { get; init; } = "";

        public string Recipient { get; init; } = "";

        public string Report { get; init; } = "";

        public string Scope { get; init; } = "";

        public string Period { get; init; } = "";

        public int Version { get; init; }

        public string ContentHash { get; init; } = "";

        public string Status { get; init; } = "";

        public int Attempts { get; init; }

        public string Claim { get; init; } = "";

        public long ClaimTicks { get; init; }

        public long? SentTicks { get; init; }

        public string Fault { get; init; } = "";

        public DeliveryEntry ToEntry() => new(
            new DeliveryKey(Channel, Recipient, Report, Scope, Period, Version, ContentHash),
            Status switch { "sent" => DeliveryState.Sent, "failed" => DeliveryState.Failed, _ => DeliveryState.Sending },
            Attempts,
            Claim,
            new DateTime(ClaimTicks, DateTimeKind.Utc),
            SentTicks is { } ticks ? new DateTime(ticks, DateTimeKind.Utc) : null,
            Fault);
    }
}
