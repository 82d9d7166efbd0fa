namespace Analytics.Core.Reports;

/// <summary>Basics of one survey item.</summary>
/// <param name="Item">Item name.</param>
/// <param name="Group">Operator or brand the row is for; null for all.</param>
/// <param name="ScaleMinimum">Lowest score of the scale.</param>
/// <param name="ScaleMaximum">Highest score of the scale.</param>
/// <param name="Score">(mean − min)/(max − min) × 100, with t interval; N is the number of answers.</param>
/// <param name="TopTwoBox">Share of the two best answers, Wilson interval.</param>
/// <param name="Previous">Score of the period before.</param>
public sealed record SurveyItem(string Item, string? Group, double ScaleMinimum, double ScaleMaximum, Figure Score, Figure TopTwoBox, Figure Previous);
