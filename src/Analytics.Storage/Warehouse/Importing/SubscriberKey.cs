using System.Globalization;
using Analytics.Core;

namespace Analytics.Storage.Warehouse.Importing;

/// <summary>A subscriber's pseudonym, 128 bits, kept in two halves so that indexes compare integers.</summary>
internal static class SubscriberKey
{
    /// <summary>Reads 32 hexadecimal characters.</summary>
    /// <exception cref="AnalyticsException">AN3008: not a pseudonym.</exception>
    public static Hash128 Parse(string pseudonym) =>
        pseudonym.Length == 32
        && ulong.TryParse(pseudonym.AsSpan(0, 16), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var high)
        && ulong.TryParse(pseudonym.AsSpan(16), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var low)
            ? new Hash128(unchecked((long)high), unchecked((long)low))
            : throw new AnalyticsException("AN3008", "A subscriber id reached the warehouse that is not a pseudonym of 32 hexadecimal characters; nothing of its batch was stored.", "This is a fault of the program: report it.");

    /// <summary>The 32 hexadecimal characters.</summary>
    public static string Format(long high, long low) => string.Create(CultureInfo.InvariantCulture, $"{unchecked((ulong)high):x16}{unchecked((ulong)low):x16}");
}
