using Analytics.Core.Reports;
using Analytics.Study.Rounds;

namespace Analytics.Study.Sections;

/// <summary>
/// One section of the report, from its questions to its claims: asks in round one, reads the answers under the masks and may ask more in round
/// two, then turns all answers into one immutable result. A section keeps no state: what one step knows is handed to the next by what it returns,
/// so no step can be taken before its turn.
/// </summary>
internal interface ISection
{
    /// <summary>Round one: notes the section's questions and what of them it means to show.</summary>
    /// <returns>Reads the answers.</returns>
    ReadAnswers Ask(FirstRound round);
}

/// <summary>Round two: reads the answers of round one and notes the questions that depend on them.</summary>
/// <returns>Computes the result, once these are answered as well.</returns>
internal delegate ComputeSection ReadAnswers(SecondRound round);

/// <summary>Computes the section's result.</summary>
/// <param name="before">The report as the sections before this one leave it; a section may read what they publish and nothing else of them.</param>
internal delegate SectionResult ComputeSection(Report before);
