using Analytics.Storage.Privacy;

namespace Analytics.Storage.Tests.Privacy;

public sealed class MobileNumberMaskTests
{
    [Theory]
    [InlineData("13812341234", "138****1234")]
    [InlineData("请回电13812341234，谢谢", "请回电138****1234，谢谢")]
    [InlineData("+8613812341234 or 19900001111.", "+86138****1234 or 199****1111.")]
    [InlineData("12812341234", "12812341234")]
    [InlineData("138123412345", "138123412345")]
    [InlineData("order 2026112213812341234", "order 2026112213812341234")]
    [InlineData("1381234123", "1381234123")]
    [InlineData("138-1234-1234 或 199 0000 1111", "138-****-1234 或 199 **** 1111")]
    [InlineData("+86 138.1234.1234", "+86 138.****.1234")]
    [InlineData("138-1234-12345", "138-1234-12345")]
    [InlineData("138-1234 1234", "138-1234 1234")]
    [InlineData("128-1234-1234", "128-1234-1234")]
    [InlineData("", "")]
    public void Hide_MasksMainlandMobileNumbersOnly(string text, string masked) => MobileNumberMask.Hide(text).ShouldBe(masked);
}
