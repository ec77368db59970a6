using System.Text.Json;
using Roundup.Model.Papers;
using Roundup.Model.Text;

namespace Roundup.Sources.Pages;

/// <summary>schema.org's articles in JSON-LD (schema.org/ScholarlyArticle, schema.org/BlogPosting), wherever in a script they stand.</summary>
internal static class JsonLd
{
    /// <summary>Most telling first: a page is about its article before it is about the article's pictures.</summary>
    private static readonly (string Type, PaperKind Kind)[] Types =
    [
        ("ScholarlyArticle", PaperKind.Article), ("MedicalScholarlyArticle", PaperKind.Article), ("Thesis", PaperKind.Thesis), ("Report", PaperKind.Report),
        ("Chapter", PaperKind.Chapter), ("Dataset", PaperKind.Dataset), ("BlogPosting", PaperKind.Page), ("NewsArticle", PaperKind.Page),
        ("TechArticle", PaperKind.Page), ("SocialMediaPosting", PaperKind.Page), ("DiscussionForumPosting", PaperKind.Page), ("AnalysisNewsArticle", PaperKind.Page),
        ("Article", PaperKind.Page),
    ];

    public static PageClaims Read(PageOutline page)
    {
        var things = JsonLdThings.Read(page.JsonLd);
        foreach (var (type, kind) in Types)
        {
            var found = things.All.Where(thing => JsonLdThings.IsA(thing, type)).Take(50).ToList();
            var own = found.Count is 1 ? 0 : found.FindIndex(thing => IsOwn(page, things, thing));
            if (own >= 0) return Claims(page, things, found[own], kind);
        }
        return PageClaims.None;
    }

    /// <summary>
    /// Of several articles on a page the one that has the page's address or its title is its own; the others are a list of what else there is,
    /// and a page that is such a list has none.
    /// </summary>
    private static bool IsOwn(PageOutline page, JsonLdThings things, JsonElement thing)
    {
        var isHere = things.Texts(thing, "url", "mainEntityOfPage", "@id").Select(url => PageLinks.Resolve(page, url)).OfType<string>()
            .Any(url => new Uri(url) is var there && there.AbsolutePath.TrimEnd('/') == page.Address.AbsolutePath.TrimEnd('/') && there.Query == page.Address.Query);
        if (isHere) return true;

        var title = Letters.Only(things.Text(thing, "headline", "name"));
        return title is not "" && (Letters.Only(PageText.OfText(page.Title, 2000)).StartsWith(title, StringComparison.Ordinal)
            || page.Headings.Any(heading => Letters.Only(heading) == title) || Letters.Only(page.First("og.title")) == title);
    }

    private static PageClaims Claims(PageOutline page, JsonLdThings things, JsonElement thing, PaperKind kind)
    {
        var isPost = kind is PaperKind.Page;
        var (periodical, publisher) = (Periodical(things, thing), things.Text(thing, "publisher"));
        var description = things.Text(thing, "description");
        return new()
        {
            Title = page.Site.Without(things.Text(thing, "headline", "name", "title"), page.Headings) is var title && page.Site.IsName(title) ? "" : title,
            Authors = PageNames.OfText(things.Names(thing, "author", "creator")),
            Abstract = PageText.Abstract(things.Text(thing, "abstract") is { Length: > 0 } own ? own : isPost || description.Length < 200 ? "" : description),
            Teaser = description,
            Published = PageDate.Finer(PageDate.Read(things.Text(thing, "datePublished")), PageDate.Read(things.Text(thing, "dateCreated"))),
            Updated = PageDate.Read(things.Text(thing, "dateModified")),
            Kind = kind is PaperKind.Article && periodical is not "" ? Highwire.OfJournal(periodical) : kind,
            Venue = isPost ? publisher : periodical,
            Imprint = isPost ? PaperImprint.None : new(
                Up(things, thing, "volumeNumber"), Up(things, thing, "issueNumber"), Pages(things, thing), publisher),
            // A post's sameAs and identifier are its author's pages and its number in a database.
            Ids = isPost ? [] : [.. things.Texts(thing, "identifier", "sameAs", "@id", "doi")],
            Pdfs = [.. things.Texts(thing, "encoding", "associatedMedia").Where(url => url.Contains(".pdf", StringComparison.OrdinalIgnoreCase))],
        };
    }

    /// <summary>The journal above the issue above the article.</summary>
    private static string Periodical(JsonLdThings things, JsonElement thing)
    {
        for (var level = 0; level < 4 && things.Part(thing, "isPartOf") is { } whole; level++)
        {
            if (JsonLdThings.IsA(whole, "Periodical") || JsonLdThings.IsA(whole, "Book") || JsonLdThings.IsA(whole, "Journal")) return things.Text(whole, "name");
            thing = whole;
        }
        return "";
    }

    private static string Up(JsonLdThings things, JsonElement thing, string name)
    {
        for (var level = 0; level < 4; level++)
        {
            if (things.Text(thing, name) is { Length: > 0 } text) return text;
            if (things.Part(thing, "isPartOf") is not { } whole) break;
            thing = whole;
        }
        return "";
    }

    private static string Pages(JsonLdThings things, JsonElement thing)
    {
        var (from, to) = (things.Text(thing, "pageStart"), things.Text(thing, "pageEnd"));
        return from is "" ? things.Text(thing, "pagination").Replace('-', '–') : to is "" || to == from ? from : $"{from}–{to}";
    }
}
