using Analytics.Study.Masking;

namespace Analytics.Study.Rounds;

/// <summary>What a section is given once round one is answered: the masks, and where to put questions that depend on the answers.</summary>
/// <param name="Questions">Takes the questions of this round.</param>
/// <param name="Masks">The masks of the report.</param>
internal sealed record SecondRound(Questions Questions, ReportMasks Masks);
