using System.Text;
using Analytics.Storage.Warehouse.Importing;

namespace Analytics.Storage.Tests.Warehouse;

public class MurmurHash3Tests
{
    // Values of the reference implementation (SMHasher, MurmurHash3_x64_128, seed 0; its verification code is 0x6384BA69).
    [Theory]
    [InlineData("", 0x0000000000000000UL, 0x0000000000000000UL)]
    [InlineData("hello", 0xCBD8A7B341BD9B02UL, 0x5B1E906A48AE1D19UL)]
    [InlineData("The quick brown fox jumps over the lazy dog", 0xE34BBC7BBC071B6CUL, 0x7A433CA9C49A9347UL)]
    [InlineData("The quick brown fox jumps over the lazy cog", 0x658CA970FF85269AUL, 0x43FEE3EAA68E5C3EUL)]
    public void MurmurHash3_PublishedText_GivesThePublishedHash(string text, ulong high, ulong low) =>
        MurmurHash3.Of(Encoding.ASCII.GetBytes(text)).ShouldBe(new Hash128((long)high, (long)low));
}
