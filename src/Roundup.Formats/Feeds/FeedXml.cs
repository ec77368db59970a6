using System.Globalization;
using System.Text;
using System.Xml;

namespace Roundup.Formats.Feeds;

/// <summary>What both feeds made of XML need.</summary>
internal static class FeedXml
{
    public const string Atom = "http://www.w3.org/2005/Atom";
    public const string Thread = "http://purl.org/syndication/thread/1.0";

    public static byte[] Write(Action<XmlWriter> write)
    {
        using var bytes = new MemoryStream();
        // Text goes through Text() below, so the writer's own check would only turn a mistake of ours into a feed that nobody gets.
        using (var xml = XmlWriter.Create(bytes, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true, NewLineChars = "\n", CheckCharacters = false }))
        {
            xml.WriteStartDocument();
            write(xml);
            xml.WriteEndDocument();
        }

        return bytes.ToArray();
    }

    /// <summary>Text without the characters that XML 1.0 can't hold in any way (section 2.2).</summary>
    public static string Text(string text)
    {
        var at = FirstOdd(text, 0);
        if (at < 0) return text;

        var kept = new StringBuilder(text.Length);
        for (var from = 0; ; at = FirstOdd(text, from))
        {
            kept.Append(text, from, (at < 0 ? text.Length : at) - from);
            if (at < 0) return kept.ToString();

            kept.Append('\uFFFD');
            from = at + 1;
        }
    }

    public static void Element(this XmlWriter xml, string name, string text, string? space = null)
    {
        if (text is "") return;

        if (space is null) xml.WriteStartElement(name);
        else xml.WriteStartElement(name, space);
        xml.WriteString(Text(text));
        xml.WriteEndElement();
    }

    public static void Attribute(this XmlWriter xml, string name, string? text)
    {
        if (!string.IsNullOrEmpty(text)) xml.WriteAttributeString(name, Text(text));
    }

    /// <summary>An atom:link; nothing where there is no address.</summary>
    public static void Link(this XmlWriter xml, string rel, string? address, string? type = null, string? title = null)
    {
        if (string.IsNullOrEmpty(address)) return;

        xml.WriteStartElement("link", Atom);
        xml.Attribute("rel", rel);
        xml.Attribute("type", type);
        xml.Attribute("href", address);
        xml.Attribute("title", title);
        xml.WriteEndElement();
    }

    public static void Links(this XmlWriter xml, FeedPages pages, string type)
    {
        xml.Link("self", pages.Self, type);
        xml.Link("first", pages.First, type);
        xml.Link("last", pages.Last, type);
        xml.Link("previous", pages.Previous, type);
        xml.Link("next", pages.Next, type);
    }

    /// <summary>RFC 3339, in UTC.</summary>
    public static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    private static int FirstOdd(string text, int from)
    {
        for (var at = from; at < text.Length; at++)
        {
            if (XmlConvert.IsXmlChar(text[at])) continue;
            if (at + 1 == text.Length || !XmlConvert.IsXmlSurrogatePair(text[at + 1], text[at])) return at;
            at++;
        }

        return -1;
    }
}
