using System.Globalization;
using System.Text.Json.Nodes;
using Roundup.Formats.Writing;
using Roundup.Model;
using Roundup.Model.Papers;
using Roundup.Web.Reading;
using Roundup.Web.Site;

namespace Roundup.Web.Metadata;

/// <summary>What search engines read of a page (JSON-LD in the words of schema.org).</summary>
/// <param name="site">Without a slash at the end.</param>
public sealed class LinkedData(Publication publication, string site)
{
    /// <summary>More than these few names and comments says nothing to a search engine, and the page is for readers.</summary>
    private const int AuthorsAtMost = 6;
    private const int CommentsAtMost = 20;
    private const int CommentText = 200;

    public JsonNode Issue(IssueView view)
    {
        var (text, url) = (view.Text, site + view.Name.Path);
        var issue = Thing(
            "PublicationIssue", ("@id", IdOf(view.Name)), ("url", url), ("issueNumber", view.Name.Number.ToString(CultureInfo.InvariantCulture)), ("name", view.Name.Heading),
            ("datePublished", Instant(text.PublishedAt)), ("dateModified", Instant(text.CorrectedAt)), ("license", Licence.Address(publication.Licence)), ("inLanguage", "en"),
            ("image", site + Pictures.Picture.PathOfIssue(view.Name.Number)));
        issue["isPartOf"] = Periodical();
        if (Person(publication.EditorOf(text.PublishedBy)) is { } editor) issue["editor"] = editor;
        if (text.Entries is not []) issue["hasPart"] = new JsonArray([.. text.Entries.Select(e => Review(e, view.Name, text))]);
        if (view.Discussion is { Count: > 0 } talk)
        {
            issue["commentCount"] = talk.Count;
            issue["comment"] = new JsonArray([.. talk.Groups.SelectMany(g => g.Threads).SelectMany(t => t.Replies.Prepend(t.Head)).Where(c => c.Said.IsShown).Take(CommentsAtMost).Select(c => Comment(c, view.Name))]);
        }

        return Whole(issue);
    }

    /// <param name="coverage">At least one.</param>
    public JsonNode Paper(PaperText paper, IReadOnlyList<Coverage> coverage)
    {
        var article = Article(paper, paper.Authors.Count);
        // What was said of it, where it was said; the work itself is elsewhere.
        var reviews = coverage.Where(c => c.HasWords).Select(c =>
        {
            var review = Thing("Review", ("@id", $"{IdOf(c.Issue)}#e-{c.EntryId}"), ("url", site + c.Path), ("datePublished", Instant(c.PublishedAt)));
            review["author"] = Voices(c.Opinions.Where(o => !o.Html.IsEmpty).Select(o => o.Author), c.PublishedBy);
            review["isPartOf"] = Thing("PublicationIssue", ("@id", IdOf(c.Issue)), ("name", c.Issue.Heading), ("issueNumber", c.Issue.Number.ToString(CultureInfo.InvariantCulture)));
            return (JsonNode)review;
        }).ToArray();
        if (reviews is not []) article["review"] = new JsonArray(reviews);
        return Whole(article);
    }

    private JsonObject Review(EntryText entry, IssueName name, IssueText issue)
    {
        var review = Thing("Review", ("@id", $"{IdOf(name)}#{entry.Anchor}"), ("url", $"{site}{name.Path}#{entry.Anchor}"));
        review["itemReviewed"] = Article(entry.Paper, AuthorsAtMost);
        review["author"] = Voices(entry.Opinions.Where(o => !o.Html.IsEmpty).Select(o => o.Author), issue.PublishedBy);
        return review;
    }

    // Without the words of a title, which may change.
    private string IdOf(IssueName issue) => string.Create(CultureInfo.InvariantCulture, $"{site}/issues/{issue.Number}");

    private JsonObject Article(PaperText paper, int authors)
    {
        var article = Thing(
            paper.Kind is PaperKind.Book ? "Book" : paper.Kind is PaperKind.Dataset ? "Dataset" : "ScholarlyArticle", ("@id", $"{site}/papers/{paper.Id}"), ("name", paper.Title), ("url", site + paper.Path), ("sameAs", paper.Address),
            ("datePublished", paper.PublishedOn?.ToString(paper.PublishedOn is { Month: 1, Day: 1 } ? "yyyy" : "yyyy-MM-dd", CultureInfo.InvariantCulture)));
        if (Identifiers(paper.Ids) is { Count: > 0 } identifiers) article["identifier"] = identifiers;
        if (paper.Authors.Count > 0) article["author"] = new JsonArray([.. paper.Authors.Take(authors).Select(Person)]);
        return article;
    }

    // What the world tells works apart by, under the names that search engines know.
    private static JsonArray Identifiers(IReadOnlyList<PaperId> ids) => new(
    [
        .. ids.Select(id => (Name: id.Scheme switch { PaperScheme.Doi or PaperScheme.BioRxiv or PaperScheme.MedRxiv => "DOI", PaperScheme.Arxiv => "arXiv", _ => "" }, Id: id))
            .Where(named => named.Name is not "").Select(named => (JsonNode)Thing("PropertyValue", ("propertyID", named.Name), ("value", named.Id.Value), ("url", PaperAddress.Of(named.Id with { Version = null })))),
    ]);

    private JsonObject Comment(CommentView view, IssueName issue)
    {
        var said = view.Said;
        var comment = Thing("Comment", ("@id", $"{IdOf(issue)}#{said.Anchor}"), ("url", $"{site}{issue.Path}#{said.Anchor}"), ("dateCreated", Instant(said.WrittenAt)), ("text", PlainWords.Of(said.Html, CommentText)));
        comment["author"] = Person(said.By);
        return comment;
    }

    private JsonArray Voices(IEnumerable<string> authors, string publishedBy) =>
        new([.. authors.DefaultIfEmpty("").Select(a => a is "" ? publication.EditorOf(publishedBy) : a).Distinct().Select(name => (JsonNode?)Person(name) ?? Periodical())]);

    private JsonObject Periodical() => Thing("Periodical", ("@id", $"{site}/#publication"), ("name", publication.Title), ("url", $"{site}/"));

    private static JsonObject? Person(string name) => name is "" ? null : Thing("Person", ("name", name));

    private static JsonObject Thing(string type, params (string Name, string? Value)[] properties)
    {
        var thing = new JsonObject { ["@type"] = type };
        foreach (var (name, value) in properties.Where(p => !string.IsNullOrEmpty(p.Value))) thing[name] = value;
        return thing;
    }

    private static JsonObject Whole(JsonObject thing)
    {
        thing.Insert(0, "@context", "https://schema.org");
        return thing;
    }

    private static string? Instant(DateTimeOffset? at) => at?.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}
