using Analytics.Core.CrossTabs;

namespace Analytics.Study.Rounds;

/// <summary>Collects every question of a study, so that the source is asked once and reads each window once.</summary>
internal sealed class Questions
{
    private readonly List<Answer> _pending = [];

    /// <summary>Notes a question; its answer is there after <see cref="PutTo"/>.</summary>
    public Answer Ask(CrossTabQuery query)
    {
        var answer = new Answer(query);
        _pending.Add(answer);
        return answer;
    }

    /// <summary>Asks everything noted since the last call, in one call of the source.</summary>
    public void PutTo(ICrossTabSource source)
    {
        if (_pending.Count == 0)
        {
            return;
        }

        var tabs = source.Answer([.. _pending.Select(p => p.Query)]);
        for (var i = 0; i < _pending.Count; i++)
        {
            _pending[i].Receive(tabs[i]);
        }

        _pending.Clear();
    }
}
