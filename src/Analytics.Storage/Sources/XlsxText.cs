using System.Text;
using System.Xml;

namespace Analytics.Storage.Sources;

/// <summary>Text of shared and inline strings: the runs joined, phonetic guides left out.</summary>
internal static class XlsxText
{
    private static readonly XmlReaderSettings Settings = new() { IgnoreComments = true, IgnoreProcessingInstructions = true, DtdProcessing = DtdProcessing.Prohibit };

    public static XmlReader Open(Stream stream) => XmlReader.Create(stream, Settings);

    public static byte[][] ReadShared(Stream stream)
    {
        using var xml = Open(stream);
        var texts = new List<byte[]>();
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "si") texts.Add(Encoding.UTF8.GetBytes(ReadRuns(xml)));
        }

        return [.. texts];
    }

    /// <summary>Reads the element the reader stands on (<c>si</c> or <c>is</c>) to its end.</summary>
    public static string ReadRuns(XmlReader xml)
    {
        if (xml.IsEmptyElement) return "";
        var text = "";
        var depth = xml.Depth;
        var phonetic = false;
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.LocalName == "rPh" && xml.NodeType is XmlNodeType.Element or XmlNodeType.EndElement)
            {
                phonetic = xml is { LocalName: "rPh", NodeType: XmlNodeType.Element, IsEmptyElement: false };
            }
            else if (xml.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace or XmlNodeType.CDATA && !phonetic)
            {
                text += xml.Value;
            }
        }

        return Unescape(text);
    }

    // Excel writes characters XML cannot hold as _xHHHH_.
    private static string Unescape(string text)
    {
        if (!text.Contains("_x", StringComparison.Ordinal)) return text;
        var result = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (i + 6 < text.Length && text[i] == '_' && text[i + 1] == 'x' && text[i + 6] == '_'
                && ushort.TryParse(text.AsSpan(i + 2, 4), System.Globalization.NumberStyles.AllowHexSpecifier, System.Globalization.CultureInfo.InvariantCulture, out var code))
            {
                result.Append((char)code);
                i += 6;
            }
            else
            {
                result.Append(text[i]);
            }
        }

        return result.ToString();
    }
}
