using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Analytics.Core;

namespace Analytics.Storage.Privacy;

/// <summary>
/// Replaces subscriber ids by a keyed hash, HMAC-SHA256 cut to 128 bits, so that the warehouse can join a customer's rows without
/// ever holding the number. The same key gives the same pseudonym; without the key nobody can try numbers out.
/// </summary>
public sealed class SubscriberPseudonymizer
{
    /// <summary>Environment variable that holds the key, base64 or hexadecimal, 16 bytes or more.</summary>
    public const string KeyVariable = "ANALYTICS_PSEUDONYM_KEY";

    /// <summary>Marks an id that is a pseudonym already, as quarantined rows hold them.</summary>
    public const string Prefix = "pseudonym:";

    private static readonly System.Buffers.SearchValues<byte> HexDigits = System.Buffers.SearchValues.Create("0123456789abcdef"u8);
    private const int KeyBytes = 32;
    private const int PseudonymBytes = 16;
    private readonly byte[] _key;

    // setting a key up costs more than hashing a number, so hashes that have theirs are used again
    private readonly ConcurrentBag<IncrementalHash> _idle = [];

    /// <summary>A pseudonymiser with a given key.</summary>
    /// <param name="key">16 bytes or more.</param>
    /// <exception cref="ArgumentException">Fewer than 16 bytes.</exception>
    public SubscriberPseudonymizer(byte[] key)
    {
        if (key.Length < 16) throw new ArgumentException("A key has 16 bytes or more.", nameof(key));
        _key = [.. key];
    }

    /// <summary>
    /// The key of <paramref name="environmentKey"/> where it is set, else that of the file, which is made with a random key and
    /// readable by its owner only where it does not exist.
    /// </summary>
    /// <param name="environmentKey">Value of <see cref="KeyVariable"/>; null or blank where not set.</param>
    /// <param name="keyFile">Path of the key file.</param>
    /// <exception cref="AnalyticsException">AN2301: the key is neither base64 nor hexadecimal or too short; AN2302: the file cannot be read or written; AN2303: others may read it.</exception>
    public static SubscriberPseudonymizer Load(string? environmentKey, string keyFile)
    {
        if (!string.IsNullOrWhiteSpace(environmentKey)) return new(Decode(environmentKey.Trim(), $"the environment variable {KeyVariable}"));
        try
        {
            if (!File.Exists(keyFile)) Create(keyFile);
            CheckOwnerOnly(keyFile);
            return new(Decode(File.ReadAllText(keyFile).Trim(), $"the file '{keyFile}'"));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new AnalyticsException(
                "AN2302",
                $"The pseudonym key file '{keyFile}' cannot be read or made: {e.Message}",
                $"Give this account the folder, or set {KeyVariable}.",
                FaultKind.Usage,
                e);
        }
    }

    /// <summary>The pseudonym of an id, 32 lower-case hexadecimal characters. An id that begins with <see cref="Prefix"/> is one already.</summary>
    /// <param name="id">The id as UTF-8, trimmed.</param>
    public string Pseudonym(ReadOnlySpan<byte> id)
    {
        if (IsPseudonym(id)) return Encoding.ASCII.GetString(id[Prefix.Length..]);
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        if (!_idle.TryTake(out var keyed)) keyed = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, _key);
        keyed.AppendData(id);
        keyed.GetHashAndReset(hash);
        _idle.Add(keyed);
        return Convert.ToHexStringLower(hash[..PseudonymBytes]);
    }

    /// <summary>The pseudonym of an id given as text.</summary>
    public string Pseudonym(string id) => Pseudonym(Encoding.UTF8.GetBytes(id));

    private static bool IsPseudonym(ReadOnlySpan<byte> id)
    {
        if (id.Length != Prefix.Length + (2 * PseudonymBytes) || !id.StartsWith("pseudonym:"u8)) return false;
        return !id[Prefix.Length..].ContainsAnyExcept(HexDigits);
    }

    private static byte[] Decode(string text, string place)
    {
        var key = text.Length % 2 == 0 && text.All(char.IsAsciiHexDigit) ? Convert.FromHexString(text)
            : Base64.IsValid(text) ? Convert.FromBase64String(text)
            : [];
        if (key.Length >= 16) return key;
        throw new AnalyticsException(
            "AN2301",
            $"The pseudonym key in {place} is not 16 bytes or more in base64 or hexadecimal.",
            "Make one with: head -c 32 /dev/urandom | base64. Keep the old key where data were imported with it: another key makes other pseudonyms.",
            FaultKind.Usage);
    }

    private static void Create(string keyFile)
    {
        if (Path.GetDirectoryName(Path.GetFullPath(keyFile)) is { } folder) Directory.CreateDirectory(folder);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var stream = new FileStream(keyFile, options);
        stream.Write(Encoding.ASCII.GetBytes(Convert.ToBase64String(RandomNumberGenerator.GetBytes(KeyBytes)) + "\n"));
    }

    private static void CheckOwnerOnly(string keyFile)
    {
        if (OperatingSystem.IsWindows()) return;
        const UnixFileMode others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;
        if ((File.GetUnixFileMode(keyFile) & others) == 0) return;
        throw new AnalyticsException("AN2303", $"Others than its owner may read the pseudonym key file '{keyFile}'.", $"Run: chmod 600 '{keyFile}'", FaultKind.Usage);
    }
}
