using System.Text;

namespace Analytics.Samples.Operator;

/// <summary>A label in both languages; the Chinese one is what the files hold.</summary>
internal sealed record Word(string Chinese, string English)
{
    /// <summary>The Chinese label as the CSV writes it; no sample label needs quoting.</summary>
    public byte[] Utf8 { get; } = Encoding.UTF8.GetBytes(Chinese);
}
