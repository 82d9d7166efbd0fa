using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Analytics.Storage.Warehouse.Ledgers;

/// <summary>What makes a delivery the same delivery: with the same key nothing is sent again.</summary>
/// <param name="Channel"><c>mail</c>, <c>folder</c> or <c>webhook</c>.</param>
/// <param name="Recipient">Address within the channel; never a secret.</param>
/// <param name="Report">What is delivered: <c>satisfaction</c>, <c>failure</c> for the mail that takes its place, or <c>quarantine</c> for a reminder.</param>
/// <param name="Scope">Filters as text; <c>all</c> without any.</param>
/// <param name="Period">Period label, <c>2026-W46</c>; the day of a reminder.</param>
/// <param name="Version">Version of the published report; 0 for mails to operators.</param>
/// <param name="ContentHash">Hash over what is delivered.</param>
public sealed record DeliveryKey(string Channel, string Recipient, string Report, string Scope, string Period, int Version, string ContentHash)
{
    /// <summary>32 hexadecimal digits that stand for all parts.</summary>
    public string Hash => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(
        '\n', Channel, Recipient, Report, Scope, Period, Version.ToString(CultureInfo.InvariantCulture), ContentHash))).AsSpan(0, 16));
}
