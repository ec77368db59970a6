using Roundup.Model.Papers;

namespace Roundup.Sources.Pages;

/// <summary>What pages tell social networks and news readers: Open Graph (ogp.me), Twitter's cards, and the older <c>author</c> and <c>date</c>.</summary>
internal static class SocialTags
{
    public static PageClaims Read(PageOutline page) => new()
    {
        Title = page.Site.TitleOf(page, "og.title", "twitter.title", "parsely-title", "sailthru.title"),
        Authors = Authors(page),
        Teaser = Longest(page.First("og.description"), page.First("twitter.description"), page.First("description")),
        Published = page.Date("article.published_time", "og.article.published_time", "parsely-pub-date", "sailthru.date", "pubdate", "publish_date", "publication_date", "date"),
        Updated = page.Date("article.modified_time", "og.updated_time", "last-modified"),
        Kind = IsPost(page) ? PaperKind.Page : PaperKind.Unknown,
    };

    private static IReadOnlyList<string> Authors(PageOutline page)
    {
        foreach (var name in (ReadOnlySpan<string>)["author", "article.author", "parsely-author", "sailthru.author", "og.article.author", "byl", "twitter.data1"])
        {
            // Twitter's free label: "Written by".
            if (name is "twitter.data1" && !page.First("twitter.label1").Contains("by", StringComparison.OrdinalIgnoreCase)) continue;
            if (PageNames.OfText(page.All(name)) is { Count: > 0 } authors) return authors;
        }
        return [];
    }

    private static bool IsPost(PageOutline page) =>
        page.First("og.type") is "article" or "blog" or "article:blog" || page.Has("article.published_time", "article.author", "parsely-pub-date");

    private static string Longest(params ReadOnlySpan<string> texts)
    {
        var longest = "";
        foreach (var text in texts)
            if (text.Length > longest.Length) longest = text;
        return longest;
    }
}
