using System.Text.Json;

namespace Roundup.Sources.Pages;

/// <summary>
/// The JSON in Distill's <c>d-front-matter</c> (github.com/distillpub/template), which distill.pub, transformer-circuits.pub and many personal
/// pages share.
/// </summary>
internal static class FrontMatter
{
    public static PageClaims Read(PageOutline page)
    {
        if (page.FrontMatter is not [var script, ..] || JsonLdThings.Parsed(script) is not { ValueKind: JsonValueKind.Object } root) return PageClaims.None;

        var things = JsonLdThings.Read([]);
        return new()
        {
            Title = things.Text(root, "title"),
            Authors = PageNames.OfText([.. Authors(root)]),
            Teaser = things.Text(root, "description"),
            Published = PageDate.Read(things.Text(root, "publishedDate", "published", "date")),
            Updated = PageDate.Read(things.Text(root, "updatedDate", "lastUpdated")),
            Ids = [.. things.Texts(root, "doi")],
            Kind = Model.Papers.PaperKind.Page,
        };

        // [{"author": "Jane Doe", "authorURL": …}], in its first edition [{"Jane Doe": "https://…"}].
        IEnumerable<string> Authors(JsonElement front) =>
            !front.TryGetProperty("authors", out var authors) || authors.ValueKind is not JsonValueKind.Array ? []
            : authors.EnumerateArray().Take(PageNames.MostAuthors).Select(author =>
                author.ValueKind is not JsonValueKind.Object ? author.ValueKind is JsonValueKind.String ? author.GetString()! : ""
                : things.Text(author, "author", "name") is { Length: > 0 } name ? name
                : author.EnumerateObject().FirstOrDefault().Name ?? "").Where(name => name is not "");
    }
}
