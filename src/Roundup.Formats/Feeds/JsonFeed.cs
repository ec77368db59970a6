using System.Text.Encodings.Web;
using System.Text.Json;
using Roundup.Model.Text;

namespace Roundup.Formats.Feeds;

/// <summary>JSON Feed 1.1.</summary>
internal sealed class JsonFeed : IFeedFormat
{
    // It stands in a file of its own, never in a page: letters of every script are written as they are.
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = true };

    public string Name => "JSON Feed";

    public string Extension => "json";

    public string MediaType => "application/feed+json";

    public byte[] Write(Feed feed)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Plain))
        {
            json.WriteStartObject();
            json.WriteString("version", "https://jsonfeed.org/version/1.1");
            Text(json, "title", Letters.Keepable(feed.Title) is { Length: > 0 } title ? title : "Untitled");
            Text(json, "home_page_url", feed.Home);
            Text(json, "feed_url", feed.Pages.Self);
            Text(json, "description", feed.Subtitle);
            Text(json, "next_url", feed.Pages.Next ?? "");
            Text(json, "language", feed.Language);
            Authors(json, [feed.Author]);
            json.WriteStartArray("items");
            foreach (var item in feed.Items) Item(json, item);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return bytes.ToArray();
    }

    private static void Item(Utf8JsonWriter json, FeedItem item)
    {
        json.WriteStartObject();
        Text(json, "id", item.Id);
        Text(json, "url", item.Link);
        Text(json, "external_url", item.About);
        Text(json, "title", item.Title);
        Text(json, "summary", item.Summary);
        // An item has to have content, be it empty.
        json.WriteString("content_html", Letters.Keepable(item.Html));
        Text(json, "image", item.Picture);
        json.WriteString("date_published", FeedXml.Instant(item.Published));
        json.WriteString("date_modified", FeedXml.Instant(item.Updated));
        Authors(json, item.Authors);
        if (item.Categories is not [])
        {
            json.WriteStartArray("tags");
            foreach (var category in item.Categories) json.WriteStringValue(Letters.Keepable(category));
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void Authors(Utf8JsonWriter json, IReadOnlyList<string> people)
    {
        var names = people.Select(Letters.Keepable).Where(n => n is not "").ToList();
        if (names is []) return;

        json.WriteStartArray("authors");
        foreach (var name in names)
        {
            json.WriteStartObject();
            Text(json, "name", name);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Text(Utf8JsonWriter json, string name, string text)
    {
        if (text is not "") json.WriteString(name, Letters.Keepable(text));
    }
}
