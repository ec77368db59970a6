using System.Globalization;
using System.Xml;

namespace Roundup.Formats.Feeds;

/// <summary>RSS 2.0.11 as its advisory board's best practices read it, with whole texts in content:encoded.</summary>
internal sealed class RssFeed : IFeedFormat
{
    private const string Content = "http://purl.org/rss/1.0/modules/content/";
    private const string DublinCore = "http://purl.org/dc/elements/1.1/";

    public string Name => "RSS";

    public string Extension => "rss";

    public string MediaType => "application/rss+xml";

    public byte[] Write(Feed feed) => FeedXml.Write(xml =>
    {
        xml.WriteStartElement("rss");
        xml.WriteAttributeString("version", "2.0");
        xml.WriteAttributeString("xmlns", "atom", null, FeedXml.Atom);
        xml.WriteAttributeString("xmlns", "content", null, Content);
        xml.WriteAttributeString("xmlns", "dc", null, DublinCore);
        xml.WriteStartElement("channel");
        xml.Element("title", feed.Title is "" ? "Untitled" : feed.Title);
        xml.Element("link", feed.Home);
        xml.Element("description", feed.Subtitle is "" ? feed.Title is "" ? "Untitled" : feed.Title : feed.Subtitle);
        xml.Element("language", feed.Language);
        xml.Element("copyright", feed.Rights);
        xml.Element("lastBuildDate", Day(feed.Updated));
        xml.Element("generator", "Roundup");
        xml.Links(feed.Pages, MediaType);
        foreach (var item in feed.Items) Item(xml, item, feed.Author);
        xml.WriteEndElement();
        xml.WriteEndElement();
    });

    private static void Item(XmlWriter xml, FeedItem item, string author)
    {
        xml.WriteStartElement("item");
        xml.Element("title", item.Title is "" ? "Untitled" : item.Title);
        xml.Element("link", item.Link);
        xml.WriteStartElement("guid");
        xml.WriteAttributeString("isPermaLink", "false");
        xml.WriteString(FeedXml.Text(item.Id));
        xml.WriteEndElement();
        xml.Element("pubDate", Day(item.Published));
        foreach (var name in item.Authors is [] ? [author] : item.Authors) xml.Element("creator", name, DublinCore);
        foreach (var category in item.Categories) xml.Element("category", category);
        xml.Element("description", item.Summary);
        xml.Element("encoded", item.Html, Content);
        xml.WriteEndElement();
    }

    // RFC 822 with a year of four digits.
    private static string Day(DateTimeOffset at) => at.UtcDateTime.ToString("R", CultureInfo.InvariantCulture);
}
