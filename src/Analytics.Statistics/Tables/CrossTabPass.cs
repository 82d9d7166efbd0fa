using System.Runtime.ExceptionServices;
using Analytics.Core.CrossTabs;

namespace Analytics.Statistics.Tables;

/// <summary>One pass over a stream of blocks that answers many questions.</summary>
internal sealed class CrossTabPass
{
    // Below this many rows × columns a step is quicker than handing it to other threads.
    private const long WorthSharing = 1 << 15;

    private readonly List<FilteredBlock> _filtered = [];
    private readonly CrossTabTally[] _tallies;
    private readonly ParallelOptions _parallel;

    public CrossTabPass(IReadOnlyList<(IReadOnlyList<Filter> Where, IReadOnlyList<CrossTabAxis> By, string? Sum)> questions, int? threads)
    {
        _parallel = new ParallelOptions { MaxDegreeOfParallelism = threads ?? -1 };
        _tallies = new CrossTabTally[questions.Count];
        for (var q = 0; q < _tallies.Length; q++)
        {
            var (where, by, sum) = questions[q];
            if (by.Count > 4)
            {
                throw new ArgumentException($"A cross-tab has at most four axes, not {by.Count}.", nameof(questions));
            }

            var rows = _filtered.Find(known => known.Filters.SequenceEqual(where));
            if (rows is null)
            {
                rows = new FilteredBlock(where);
                _filtered.Add(rows);
            }

            _tallies[q] = new CrossTabTally(rows, by.Select(rows.Axis).ToArray(), sum is null ? null : rows.Measure(sum));
        }
    }

    public void Add(DataWindow block)
    {
        BlockCheck.Require(block);
        Share(_filtered.Count, block.Rows, i => _filtered[i].Select(block));
        var loads = _filtered.SelectMany(rows => rows.Loads(block)).ToArray();
        Share(loads.Length, block.Rows, i => loads[i]());
        var parts = _tallies.SelectMany(tally => tally.Parts()).ToArray();
        Share(parts.Length, block.Rows, i => parts[i]());
    }

    public IReadOnlyList<CrossTab> Results() => Array.ConvertAll(_tallies, tally => tally.Result());

    private void Share(int pieces, long rows, Action<int> work)
    {
        if (pieces > 1 && pieces * rows >= WorthSharing && _parallel.MaxDegreeOfParallelism != 1)
        {
            try
            {
                Parallel.For(0, pieces, _parallel, work);
            }
            catch (AggregateException faults)
            {
                // A fault reads the same whether one thread met it or many.
                ExceptionDispatchInfo.Throw(faults.InnerExceptions[0]);
            }

            return;
        }

        for (var i = 0; i < pieces; i++)
        {
            work(i);
        }
    }
}
