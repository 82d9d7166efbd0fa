using Analytics.Storage.Warehouse.Ledgers;
using Polly;
using Polly.Retry;

namespace Analytics.Pipeline.Deliver;

/// <summary>
/// Sends one delivery, once. It is written down before each attempt and marked when it was taken. Where a process dies between the two,
/// nobody can know whether it arrived, and the next run sends it again under the same id: a report twice is better than none, and servers
/// and readers recognise the repeat by its Message-ID. The claim outlives an attempt, so that two workers never send at the same time.
/// </summary>
internal sealed class DeliverySender
{
    /// <summary>What a claim outlives an attempt by: time to write down what came of it.</summary>
    private static readonly TimeSpan ClaimMargin = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan ClaimPause = TimeSpan.FromMilliseconds(200);
    private readonly string _claimant = Guid.NewGuid().ToString("N");
    private readonly DeliverySettings _settings;
    private readonly DeliveryLedger _ledger;
    private readonly TimeProvider _time;
    private readonly CancellationToken _cancellation;
    private readonly ResiliencePipeline _retries;

    public DeliverySender(DeliverySettings settings, DeliveryLedger ledger, TimeProvider time, CancellationToken cancellation)
    {
        (_settings, _ledger, _time, _cancellation) = (settings, ledger, time, cancellation);
        var builder = new ResiliencePipelineBuilder { TimeProvider = time };
        _retries = settings.Attempts < 2 ? ResiliencePipeline.Empty : builder.AddRetry(new RetryStrategyOptions
        {
            ShouldHandle = new PredicateBuilder().Handle<DeliveryException>(fault => fault.IsTransient),
            MaxRetryAttempts = settings.Attempts - 1,
            BackoffType = DelayBackoffType.Exponential,
            Delay = settings.FirstPause,
        }).Build();
    }

    /// <summary>Sends, and says what came of it.</summary>
    /// <param name="key">The delivery.</param>
    /// <param name="send">One attempt; the token ends it.</param>
    /// <param name="outcome">The outcome, but for what this finds out.</param>
    /// <exception cref="OperationCanceledException">The run was cancelled; the delivery is given up for the next.</exception>
    public DeliveryOutcome Deliver(DeliveryKey key, Action<CancellationToken> send, DeliveryOutcome outcome)
    {
        var attempts = 0;
        try
        {
            var isTaken = _retries.Execute(
                cancellation =>
                {
                    if (!Claim(key, cancellation))
                    {
                        return false;
                    }

                    attempts++;
                    Attempt(send, outcome.Address, cancellation);
                    return true;
                },
                _cancellation);
            if (!isTaken)
            {
                return outcome with { Status = DeliveryStatus.SentBefore };
            }
        }
        catch (DeliveryException fault)
        {
            _ledger.Failed(key, _claimant, $"{fault.Code}: {fault.Problem}");
            return outcome with { Status = DeliveryStatus.Failed, Attempts = attempts, Fault = fault };
        }
        catch (OperationCanceledException)
        {
            _ledger.Failed(key, _claimant, "cancelled");
            throw;
        }

        _ledger.Sent(key, Now);
        return outcome with { Status = DeliveryStatus.Sent, Attempts = attempts };
    }

    private DateTime Now => _time.GetUtcNow().UtcDateTime;

    /// <summary>Takes the delivery in hand, waiting for another process that is sending it; false where it was sent.</summary>
    private bool Claim(DeliveryKey key, CancellationToken cancellation)
    {
        while (true)
        {
            var entry = _ledger.Claim(key, _claimant, Now, Now + _settings.AttemptLimit + ClaimMargin);
            if (entry.State == DeliveryState.Sent)
            {
                return false;
            }

            if (entry.Claim == _claimant)
            {
                return true;
            }

            cancellation.WaitHandle.WaitOne(ClaimPause);
            cancellation.ThrowIfCancellationRequested();
        }
    }

    private void Attempt(Action<CancellationToken> send, string whom, CancellationToken cancellation)
    {
        using var limit = new CancellationTokenSource(_settings.AttemptLimit, _time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
        try
        {
            send(both.Token);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            throw DeliveryFaults.TooSlow(whom, _settings.AttemptLimit);
        }
    }
}
