using System.Text.Json;
using Roundup.Model.Papers;

namespace Roundup.Sources.Pages;

/// <summary>schema.org's articles in JSON-LD (schema.org/ScholarlyArticle, schema.org/BlogPosting), wherever in a script they stand.</summary>
internal static class JsonLd
{
    /// <summary>Most telling first. Of several things on a page the first of the most telling kind is what the page is about.</summary>
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
            if (things.All.FirstOrDefault(thing => JsonLdThings.IsA(thing, type)) is { ValueKind: JsonValueKind.Object } found) return Claims(page, things, found, kind);
        return PageClaims.None;
    }

    private static PageClaims Claims(PageOutline page, JsonLdThings things, JsonElement thing, PaperKind kind)
    {
        var isPost = kind is PaperKind.Page;
        var (periodical, publisher) = (Periodical(things, thing), things.Text(thing, "publisher"));
        var description = things.Text(thing, "description");
        return new()
        {
            Title = page.Site.Without(things.Text(thing, "headline", "name", "title"), page.Headings),
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
