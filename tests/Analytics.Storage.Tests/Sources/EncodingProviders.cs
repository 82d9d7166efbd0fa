using System.Text;

namespace Analytics.Storage.Tests.Sources;

/// <summary>Makes GB18030 known to the test that writes in it.</summary>
public static class EncodingProviders
{
    public static void Register() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
}
