using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using Analytics.Core.Canonical;
using Analytics.Storage.Warehouse.Importing;

namespace Analytics.Pipeline.Import;

/// <summary>
/// Hands batches from the reading thread to a writing one and takes them back for reuse: three at most exist, so a fast reader waits
/// for a slow disk. A fault of the writer comes out at the reader's next call.
/// </summary>
internal sealed class BatchQueue : IDisposable
{
    private const int Batches = 3;
    private readonly BlockingCollection<RowBatch> _empty = new(Batches);
    private readonly BlockingCollection<RowBatch> _full = new(Batches);
    private readonly CancellationTokenSource _stopped;
    private readonly Action<RowBatch> _prepare;
    private readonly Thread _writer;
    private ExceptionDispatchInfo? _fault;

    public BatchQueue(CanonicalTable table, int capacity, ImportSession session, CancellationToken cancellation)
    {
        _prepare = session.Prepare;
        for (var i = 0; i < Batches; i++)
        {
            _empty.Add(new RowBatch(table, capacity), CancellationToken.None);
        }

        _stopped = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        _writer = new Thread(() => Write(session.Write)) { IsBackground = true, Name = "import writer" };
        _writer.Start();
    }

    /// <summary>An empty batch to fill.</summary>
    public RowBatch Take()
    {
        try
        {
            return _empty.Take(_stopped.Token);
        }
        catch (OperationCanceledException)
        {
            _fault?.Throw();
            throw;
        }
    }

    /// <summary>Hands a filled batch over; what can be done without the database is done by the caller's thread.</summary>
    public void Put(RowBatch batch)
    {
        if (_fault is not null)
        {
            return;
        }

        _prepare(batch);
        _full.Add(batch, CancellationToken.None);
    }

    /// <summary>Waits until every batch handed over is written.</summary>
    public void Finish()
    {
        _full.CompleteAdding();
        _writer.Join();
        _fault?.Throw();
    }

    public void Dispose()
    {
        _full.CompleteAdding();
        _writer.Join();
        _empty.Dispose();
        _full.Dispose();
        _stopped.Dispose();
    }

    private void Write(Action<RowBatch> write)
    {
        try
        {
            foreach (var batch in _full.GetConsumingEnumerable(CancellationToken.None))
            {
                write(batch);
                batch.Clear();
                _empty.Add(batch, CancellationToken.None);
            }
        }
        catch (Exception e)
        {
            _fault = ExceptionDispatchInfo.Capture(e);
            _stopped.Cancel();
        }
    }
}
