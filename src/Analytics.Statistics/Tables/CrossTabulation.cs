using Analytics.Core;
using Analytics.Core.CrossTabs;

namespace Analytics.Statistics.Tables;

/// <summary>
/// Counts (and sums) the rows of data windows by up to four axes. The result follows the conventions of <see cref="CrossTab"/>; a label
/// is there when its count under the question's filters is above 0.
/// </summary>
/// <remarks>
/// A filtered question is answered on the rows that pass, gathered once for all questions with the same filters, so every kernel runs
/// over plain columns. A filter on a column the blocks lack leaves no row, the value "" asks for missing, and a number is matched by
/// its value. Work is split by the number of rows alone, never by the number of processors: the same blocks give the same sums to the
/// last bit on any machine.
/// </remarks>
public static class CrossTabulation
{
    /// <summary>Answers one question over a window or a stream of blocks.</summary>
    /// <param name="blocks">Blocks of one stream, read once; a later block may know more labels.</param>
    /// <param name="where">Filters, all of which must hold.</param>
    /// <param name="by">Axes, at most four; none gives the grand total.</param>
    /// <param name="sum">Measure to be summed, weighted by the row's count, over rows where it is known; or null.</param>
    /// <exception cref="AnalyticsException">
    /// AN4002: an axis or the measure names a column a block does not have, or bands cut a column of labels. AN4006: the table would have
    /// too many cells.
    /// </exception>
    /// <exception cref="ArgumentException">More than four axes, or a block whose arrays or keys do not fit its rows and labels.</exception>
    public static CrossTab Count(IEnumerable<DataWindow> blocks, IReadOnlyList<Filter> where, IReadOnlyList<CrossTabAxis> by, string? sum = null) =>
        CountAll(blocks, [(where, by, sum)])[0];

    /// <summary>Answers all questions in one pass over the blocks.</summary>
    /// <param name="blocks">Blocks of one stream; each is done with before the next is asked for.</param>
    /// <param name="questions">Filters, axes and measure of each question, as in <see cref="Count"/>.</param>
    /// <param name="threads">Threads to use at most; null for as many as the machine has. It changes no result.</param>
    /// <returns>One table per question, in order.</returns>
    /// <exception cref="AnalyticsException">As <see cref="Count"/>.</exception>
    /// <exception cref="ArgumentException">As <see cref="Count"/>.</exception>
    public static IReadOnlyList<CrossTab> CountAll(
        IEnumerable<DataWindow> blocks,
        IReadOnlyList<(IReadOnlyList<Filter> Where, IReadOnlyList<CrossTabAxis> By, string? Sum)> questions,
        int? threads = null)
    {
        var pass = new CrossTabPass(questions, threads);
        foreach (var block in blocks)
        {
            pass.Add(block);
        }

        return pass.Results();
    }
}
