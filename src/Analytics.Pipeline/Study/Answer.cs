using Analytics.Core.CrossTabs;

namespace Analytics.Pipeline.Study;

/// <summary>A question of a study and, once the source was asked, its answer.</summary>
internal sealed class Answer(CrossTabQuery query)
{
    private CrossTab? _tab;

    /// <summary>The question.</summary>
    public CrossTabQuery Query { get; } = query;

    /// <summary>The answer.</summary>
    /// <exception cref="InvalidOperationException">The source was not asked yet.</exception>
    public CrossTab Tab => _tab ?? throw new InvalidOperationException("The question was not put to the source yet.");

    /// <summary>Takes the answer.</summary>
    public void Receive(CrossTab tab) => _tab = tab;
}
