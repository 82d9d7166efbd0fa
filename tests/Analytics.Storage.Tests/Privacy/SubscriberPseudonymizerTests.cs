using Analytics.Core;
using Analytics.Storage.Privacy;
using Analytics.Storage.Tests.Sources;

namespace Analytics.Storage.Tests.Privacy;

public sealed class SubscriberPseudonymizerTests : IDisposable
{
    private readonly TestFile _files = new();

    public void Dispose() => _files.Dispose();

    // printf 13812341234 | openssl dgst -sha256 -mac HMAC -macopt hexkey:000102…1e1f  →  199f24b1d78d0a562988c71c202b660d97dd66c9…
    [Fact]
    public void Pseudonym_IsTheFirst128BitsOfHmacSha256()
        => new SubscriberPseudonymizer([.. Enumerable.Range(0, 32).Select(i => (byte)i)]).Pseudonym("13812341234").ShouldBe("199f24b1d78d0a562988c71c202b660d");

    [Fact]
    public void Pseudonym_OfAPseudonym_IsItself()
        => new SubscriberPseudonymizer(new byte[16]).Pseudonym("pseudonym:199f24b1d78d0a562988c71c202b660d").ShouldBe("199f24b1d78d0a562988c71c202b660d");

    [Fact]
    public void Pseudonym_OfATextThatOnlyLooksLikeOne_IsHashed()
        => new SubscriberPseudonymizer(new byte[16]).Pseudonym("pseudonym:19").ShouldNotBe("19");

    [Theory]
    [InlineData("000102030405060708090a0b0c0d0e0f")]
    [InlineData("AAECAwQFBgcICQoLDA0ODw==")]
    public void Key_FromTheEnvironment_IsHexadecimalOrBase64(string key)
        => SubscriberPseudonymizer.Load(key, _files.PathOf("unused.key")).Pseudonym("1").ShouldBe(new SubscriberPseudonymizer([.. Enumerable.Range(0, 16).Select(i => (byte)i)]).Pseudonym("1"));

    [Fact]
    public void Key_InNoFile_IsMadeForItsOwnerAloneAndKept()
    {
        var path = _files.PathOf("new/pseudonym.key");
        var first = SubscriberPseudonymizer.Load(null, path).Pseudonym("1");
        SubscriberPseudonymizer.Load("", path).Pseudonym("1").ShouldBe(first);
        if (!OperatingSystem.IsWindows()) File.GetUnixFileMode(path).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [Fact]
    public void Key_InAFileOthersMayRead_IsRefused()
    {
        if (OperatingSystem.IsWindows()) Assert.Skip("Windows has no such file modes.");
        var path = _files.Write("open.key", "AAECAwQFBgcICQoLDA0ODw==");
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead);
        Should.Throw<AnalyticsException>(() => SubscriberPseudonymizer.Load(null, path)).Code.ShouldBe("AN2303");
    }

    [Theory]
    [InlineData("short")]
    [InlineData("00ff")]
    public void Key_TooShort_IsRefused(string key)
        => Should.Throw<AnalyticsException>(() => SubscriberPseudonymizer.Load(key, _files.PathOf("unused.key"))).Code.ShouldBe("AN2301");
}
