using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using AngleSharp.Html.Parser;

namespace Roundup.Web.Tests.Reading;

/// <summary>
/// What the standards ask of a feed, rule by rule: RFC 4287 (Atom; its RELAX NG grammar and the prose of sections 3 and 4), RFC 4685 (threads), RFC 5005 (pages), RSS 2.0.11
/// with the profile of its advisory board, JSON Feed 1.1. No validator of feeds comes from the registries that builds reach.
/// </summary>
internal static partial class FeedRules
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly XNamespace Thread = "http://purl.org/syndication/thread/1.0";
    private static readonly XNamespace Content = "http://purl.org/rss/1.0/modules/content/";
    private static readonly XNamespace DublinCore = "http://purl.org/dc/elements/1.1/";

    public static void Hold(string mediaType, byte[] feed)
    {
        string[] faults = mediaType switch
        {
            "application/atom+xml" => [.. AtomFaults(Xml(feed))],
            "application/rss+xml" => [.. RssFaults(Xml(feed))],
            "application/feed+json" => [.. JsonFaults(feed)],
            _ => [$"{mediaType} is no feed."],
        };
        Assert.Empty(faults);
    }

    public static XElement Xml(byte[] feed)
    {
        using var stream = new MemoryStream(feed);
        return XDocument.Load(stream).Root!;
    }

    private static IEnumerable<string> AtomFaults(XElement feed)
    {
        if (feed.Name != Atom + "feed") yield return "The root is no atom:feed.";
        foreach (var fault in Children(feed, ["id", "title", "updated"], ["subtitle", "rights", "generator", "icon", "logo"], ["author", "contributor", "category", "link", "entry"])) yield return fault;
        if (!feed.Elements(Atom + "author").Any() && feed.Elements(Atom + "entry").Any(e => !e.Elements(Atom + "author").Any())) yield return "Nobody is the author.";
        if (!feed.Elements(Atom + "link").Any(l => l.Attribute("rel")?.Value == "self")) yield return "It doesn't say where it is.";
        foreach (var rel in new[] { "first", "last", "next", "previous", "self" })
            if (feed.Elements(Atom + "link").Count(l => l.Attribute("rel")?.Value == rel) > 1) yield return $"Two links are {rel}.";
        var ids = feed.Descendants(Atom + "id").Select(i => i.Value).ToList();
        if (ids.Distinct().Count() != ids.Count) yield return "Two things have one id.";
        foreach (var entry in feed.Elements(Atom + "entry"))
            foreach (var fault in Children(entry, ["id", "title", "updated"], ["content", "published", "rights", "source", "summary"], ["author", "contributor", "category", "link"]).Concat(Body(entry))) yield return fault;
        foreach (var fault in AtomParts(feed)) yield return fault;
    }

    private static IEnumerable<string> AtomParts(XElement feed)
    {
        foreach (var id in feed.Descendants(Atom + "id").Where(i => !Uri.TryCreate(i.Value, UriKind.Absolute, out _))) yield return $"{id.Value} is no IRI.";
        foreach (var date in feed.Descendants().Where(e => e.Name == Atom + "updated" || e.Name == Atom + "published").Where(d => !Instant().IsMatch(d.Value))) yield return $"{date.Value} is no date.";
        foreach (var person in feed.Descendants(Atom + "author").Where(a => a.Elements(Atom + "name").Count() != 1 || a.Value.Trim() is "")) yield return $"{person} has no name.";
        foreach (var category in feed.Descendants(Atom + "category").Where(c => c.Attribute("term") is not { Value.Length: > 0 })) yield return $"{category} has no term.";
        foreach (var link in feed.Descendants(Atom + "link").Where(l => !IsWhole(l.Attribute("href")?.Value))) yield return $"{link} leads nowhere.";
        foreach (var answer in feed.Descendants(Thread + "in-reply-to").Where(a => a.Attribute("ref") is null || !IsWhole(a.Attribute("href")?.Value))) yield return $"{answer} answers nothing.";
        foreach (var attribute in feed.Descendants().Attributes().Where(a => a.Name.Namespace == Thread))
        {
            if (attribute.Parent!.Attribute("rel")?.Value != "replies") yield return $"{attribute} stands at the wrong link.";
            if (attribute.Name.LocalName is "count" && !int.TryParse(attribute.Value, out _)) yield return $"{attribute} is no number.";
            if (attribute.Name.LocalName is "updated" && !Instant().IsMatch(attribute.Value)) yield return $"{attribute} is no date.";
        }
    }

    private static IEnumerable<string> Children(XElement parent, string[] one, string[] atMostOne, string[] any)
    {
        foreach (var name in one)
            if (parent.Elements(Atom + name).Count() != 1) yield return $"{parent.Name.LocalName} has {parent.Elements(Atom + name).Count()} {name}.";
        foreach (var name in atMostOne)
            if (parent.Elements(Atom + name).Count() > 1) yield return $"{parent.Name.LocalName} has two {name}.";
        foreach (var odd in parent.Elements().Where(e => e.Name.Namespace == Atom && !one.Concat(atMostOne).Concat(any).Contains(e.Name.LocalName))) yield return $"{odd.Name} does not belong in {parent.Name.LocalName}.";
        foreach (var alternates in parent.Elements(Atom + "link").Where(l => l.Attribute("rel")?.Value is null or "alternate").GroupBy(l => l.Attribute("type")?.Value))
            if (alternates.Count() > 1) yield return "Two links are alternates of one type.";
    }

    private static IEnumerable<string> Body(XElement entry)
    {
        if (entry.Element(Atom + "content") is not { } content)
        {
            if (!entry.Elements(Atom + "link").Any(l => l.Attribute("rel")?.Value == "alternate")) yield return "An entry has neither content nor a page.";
            yield break;
        }

        if (content.Attribute("type")?.Value != "html" || content.HasElements) yield return "Content is not text of HTML.";
        foreach (var fault in Html(content.Value)) yield return fault;
    }

    private static IEnumerable<string> RssFaults(XElement rss)
    {
        if (rss.Name != "rss" || rss.Attribute("version")?.Value != "2.0") yield return "It is no RSS 2.0.";
        if (rss.Elements().Count() != 1 || rss.Element("channel") is not { } channel) { yield return "It has not one channel."; yield break; }

        foreach (var name in new[] { "title", "link", "description" })
            if (channel.Elements(name).Count() != 1 || channel.Element(name)!.Value is "") yield return $"The channel has no {name}.";
        string[] known = ["title", "link", "description", "language", "copyright", "lastBuildDate", "pubDate", "category", "generator", "ttl", "image", "item"];
        foreach (var odd in channel.Elements().Where(e => e.Name.NamespaceName is "" && !known.Contains(e.Name.LocalName))) yield return $"{odd.Name} does not belong in a channel.";
        if (!channel.Elements(Atom + "link").Any(l => l.Attribute("rel")?.Value == "self" && l.Attribute("type")?.Value == "application/rss+xml")) yield return "It doesn't say where it is.";
        var guids = channel.Descendants("guid").Select(g => g.Value).ToList();
        if (guids.Distinct().Count() != guids.Count) yield return "Two items have one guid.";
        foreach (var date in channel.Descendants().Where(e => e.Name.LocalName is "pubDate" or "lastBuildDate").Where(d => !DateTimeOffset.TryParseExact(d.Value, "R", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)))
            yield return $"{date.Value} is no date.";
        foreach (var item in channel.Elements("item"))
            foreach (var fault in Item(item)) yield return fault;
    }

    private static IEnumerable<string> Item(XElement item)
    {
        string[] known = ["title", "link", "description", "author", "category", "comments", "enclosure", "guid", "pubDate", "source"];
        foreach (var odd in item.Elements().Where(e => e.Name.NamespaceName is "" && !known.Contains(e.Name.LocalName))) yield return $"{odd.Name} does not belong in an item.";
        foreach (var twice in item.Elements().Where(e => e.Name != "category" && e.Name != DublinCore + "creator").GroupBy(e => e.Name).Where(g => g.Count() > 1)) yield return $"An item has two {twice.Key}.";
        if (item.Element("title") is null && item.Element("description") is null) yield return "An item has neither title nor description.";
        if (!IsWhole(item.Element("link")?.Value)) yield return "An item leads nowhere.";
        if (item.Element("guid") is not { Value.Length: > 0 } guid || guid.Attribute("isPermaLink")?.Value != "false") yield return "An item has no guid, or one that claims to be an address.";
        if (item.Element(Content + "encoded") is { } html)
            foreach (var fault in Html(html.Value)) yield return fault;
    }

    private static List<string> JsonFaults(byte[] feed)
    {
        var faults = new List<string>();
        using var json = JsonDocument.Parse(feed);
        var root = json.RootElement;
        string[] known = ["version", "title", "home_page_url", "feed_url", "description", "user_comment", "next_url", "icon", "favicon", "authors", "language", "expired", "hubs", "items"];
        string[] ofItems = ["id", "url", "external_url", "title", "content_html", "content_text", "summary", "image", "banner_image", "date_published", "date_modified", "authors", "tags", "language", "attachments"];
        if (root.GetProperty("version").GetString() != "https://jsonfeed.org/version/1.1") faults.Add("It is no JSON Feed 1.1.");
        if (root.GetProperty("title").GetString() is null or "") faults.Add("It has no title.");
        faults.AddRange(root.EnumerateObject().Where(p => !known.Contains(p.Name)).Select(p => $"{p.Name} does not belong in a feed."));
        var items = root.GetProperty("items").EnumerateArray().ToList();
        if (items.Select(i => i.GetProperty("id").GetString()).Distinct().Count() != items.Count) faults.Add("Two items have one id.");
        foreach (var item in items)
        {
            faults.AddRange(item.EnumerateObject().Where(p => !ofItems.Contains(p.Name)).Select(p => $"{p.Name} does not belong in an item."));
            faults.AddRange(item.EnumerateObject().Where(p => p.Name.StartsWith("date_", StringComparison.Ordinal) && !Instant().IsMatch(p.Value.GetString()!)).Select(p => $"{p.Value} is no date."));
            faults.AddRange(item.EnumerateObject().Where(p => p.Name is "url" or "external_url" or "image" && !IsWhole(p.Value.GetString())).Select(p => $"{p.Value} leads nowhere."));
            if (item.TryGetProperty("authors", out var authors)) faults.AddRange(authors.EnumerateArray().Where(a => a.GetProperty("name").GetString() is null or "").Select(_ => "An author has no name."));
            if (!item.TryGetProperty("content_html", out var html)) faults.Add("An item has no content.");
            else faults.AddRange(Html(html.GetString()!));
        }

        return faults;
    }

    private static IEnumerable<string> Html(string html)
    {
        var page = new HtmlParser().ParseDocument($"<!doctype html><body>{html}");
        foreach (var link in page.QuerySelectorAll("[href], [src]").Select(e => e.GetAttribute("href") ?? e.GetAttribute("src")).Where(a => !IsWhole(a))) yield return $"{link} is no whole address.";
        foreach (var odd in page.QuerySelectorAll("script, style, iframe, [style], [onclick], [onerror]")) yield return $"{odd.LocalName} has no place in a feed.";
    }

    private static bool IsWhole(string? address) => Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Scheme is "http" or "https" or "mailto");

    [GeneratedRegex(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$")]
    private static partial Regex Instant();
}
