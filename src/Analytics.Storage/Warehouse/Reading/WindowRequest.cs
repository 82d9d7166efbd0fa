using Analytics.Core.CrossTabs;

namespace Analytics.Storage.Warehouse.Reading;

/// <summary>Asks for columns of a fact over a window of local days.</summary>
/// <param name="Table">Fact.</param>
/// <param name="From">First day.</param>
/// <param name="To">The day after the last. Subscribers are those of the latest snapshot before it, else of the earliest.</param>
/// <param name="Columns">Canonical and derived columns, see <see cref="WarehouseColumns"/>.</param>
/// <param name="TimeZone">IANA zone the days are cut in.</param>
/// <param name="RepeatWindow">A case repeats an earlier one of the same subscriber and cause received at most this long before.</param>
/// <param name="CutOffUtc">Where the clocks of open cases stop; needed by <c>open_hours</c> only.</param>
public sealed record WindowRequest(FactTable Table, DateOnly From, DateOnly To, IReadOnlyCollection<string> Columns, string TimeZone, TimeSpan RepeatWindow, DateTime CutOffUtc);
