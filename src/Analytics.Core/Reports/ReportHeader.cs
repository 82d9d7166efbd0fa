using Analytics.Core.CrossTabs;

namespace Analytics.Core.Reports;

/// <summary>What the report is about and what it rests on.</summary>
/// <param name="Period">Period label, <c>2026-W46</c>.</param>
/// <param name="Start">First day.</param>
/// <param name="End">Last day, inclusive.</param>
/// <param name="Previous">Label of the period before.</param>
/// <param name="YearBefore">Label of the same period a year before.</param>
/// <param name="TrailingPeriods">Length of the trailing window.</param>
/// <param name="Scope">Filters; empty for the whole base.</param>
/// <param name="TimeZone">IANA zone the days are cut in.</param>
/// <param name="Currency">ISO 4217 code of money.</param>
/// <param name="CutOff">Newest moment the warehouse knows, UTC: clocks of open cases stop here.</param>
/// <param name="DataVersion">Hash over everything stored that the report could read.</param>
/// <param name="PopulationAsOf">Snapshot day(s) the denominators come from; empty where there is no base.</param>
/// <param name="MinimumCell">Counts of 1…k−1 are hidden.</param>
/// <param name="ConfidenceLevel">Level of every interval, 0–1.</param>
public sealed record ReportHeader(
    string Period,
    DateOnly Start,
    DateOnly End,
    string Previous,
    string YearBefore,
    int TrailingPeriods,
    IReadOnlyList<Filter> Scope,
    string TimeZone,
    string Currency,
    DateTime CutOff,
    string DataVersion,
    IReadOnlyList<DateOnly> PopulationAsOf,
    int MinimumCell,
    double ConfidenceLevel);
