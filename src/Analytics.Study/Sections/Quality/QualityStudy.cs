using Analytics.Core.Reports;

namespace Analytics.Study.Sections.Quality;

/// <summary>Gathers what could not be computed and what must tie while the report is made.</summary>
internal sealed class QualityStudy
{
    private readonly List<NotComputed> _missing = [];
    private readonly List<TieCheck> _checks = [];

    /// <summary>Notes something that could not be computed.</summary>
    public void Add(string subject, string reason) => _missing.Add(new NotComputed(subject, reason));

    /// <summary>Notes several.</summary>
    public void Add(IEnumerable<NotComputed> missing) => _missing.AddRange(missing);

    /// <summary>Notes two totals that must be equal.</summary>
    public void Check(string name, double expected, double actual) => _checks.Add(new TieCheck(name, expected, actual));

    /// <summary>What was noted so far.</summary>
    public (IReadOnlyList<NotComputed> Missing, IReadOnlyList<TieCheck> Checks) Noted => ([.. _missing.Distinct()], _checks);

    /// <summary>The data-quality part of the report.</summary>
    public DataQuality Of(StudyFacts facts, int hiddenCells) => new(facts.Imports, facts.Quarantine, facts.Findings, [.. _missing.Distinct()], hiddenCells, _checks);
}
