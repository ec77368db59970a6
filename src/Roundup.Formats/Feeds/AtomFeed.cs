using System.Globalization;
using System.Xml;

namespace Roundup.Formats.Feeds;

/// <summary>RFC 4287, with pages (RFC 5005) and threads (RFC 4685).</summary>
internal sealed class AtomFeed : IFeedFormat
{
    public string Name => "Atom";

    public string Extension => "atom";

    public string MediaType => "application/atom+xml";

    public byte[] Write(Feed feed) => FeedXml.Write(xml =>
    {
        xml.WriteStartElement("feed", FeedXml.Atom);
        xml.WriteAttributeString("xmlns", "thr", null, FeedXml.Thread);
        xml.WriteAttributeString("xml", "lang", null, feed.Language);
        xml.Element("id", feed.Id);
        xml.Element("title", feed.Title is "" ? "Untitled" : feed.Title);
        xml.Element("subtitle", feed.Subtitle);
        xml.Element("updated", FeedXml.Instant(feed.Updated));
        // An entry without an author is only allowed below a feed that has one.
        Person(xml, feed.Author is "" ? feed.Title : feed.Author);
        xml.Link("alternate", feed.Home, "text/html");
        xml.Links(feed.Pages, MediaType);
        xml.Element("rights", feed.Rights);
        xml.Element("generator", "Roundup");
        foreach (var item in feed.Items) Entry(xml, item);
        xml.WriteEndElement();
    });

    private void Entry(XmlWriter xml, FeedItem item)
    {
        xml.WriteStartElement("entry");
        xml.Element("id", item.Id);
        xml.Element("title", item.Title is "" ? "Untitled" : item.Title);
        xml.Element("published", FeedXml.Instant(item.Published));
        xml.Element("updated", FeedXml.Instant(item.Updated));
        foreach (var author in item.Authors) Person(xml, author);
        xml.Link("alternate", item.Link, "text/html");
        xml.Link("related", item.About);
        foreach (var subject in item.Subjects) xml.Link("related", subject.Address, title: subject.Title);
        foreach (var category in item.Categories.Where(c => c is not ""))
        {
            xml.WriteStartElement("category");
            xml.Attribute("term", category);
            xml.WriteEndElement();
        }

        Threads(xml, item);
        xml.Element("summary", item.Summary);
        xml.WriteStartElement("content");
        xml.WriteAttributeString("type", "html");
        xml.WriteString(FeedXml.Text(item.Html));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private void Threads(XmlWriter xml, FeedItem item)
    {
        if (item.InReplyTo is { } parent)
        {
            xml.WriteStartElement("in-reply-to", FeedXml.Thread);
            xml.Attribute("ref", parent.Id);
            xml.Attribute("href", parent.Link);
            xml.Attribute("type", "text/html");
            xml.WriteEndElement();
        }

        if (item.Replies is not { } replies) return;

        xml.WriteStartElement("link");
        xml.Attribute("rel", "replies");
        xml.Attribute("type", MediaType);
        xml.Attribute("href", replies.Feed);
        xml.WriteAttributeString("thr", "count", FeedXml.Thread, replies.Count.ToString(CultureInfo.InvariantCulture));
        if (replies.Updated is { } at) xml.WriteAttributeString("thr", "updated", FeedXml.Thread, FeedXml.Instant(at));
        xml.WriteEndElement();
    }

    private static void Person(XmlWriter xml, string name)
    {
        if (name is "") return;

        xml.WriteStartElement("author");
        xml.Element("name", name);
        xml.WriteEndElement();
    }
}
