using Roundup.Model.Issues;
using Roundup.Model.Search;
using Roundup.Model.Text;
using Roundup.Web.Site;

namespace Roundup.Web.Reading;

/// <summary>A result as the page shows it: what was found, with the words that were looked for.</summary>
/// <param name="Said">What the editors say of it, where that was found: theirs is another voice.</param>
/// <param name="Quoted">A piece of the abstract.</param>
public sealed record SearchHit(SearchDocument Document, Snippet Title, Snippet Authors, IReadOnlyList<SearchHit.Saying> Said, Snippet? Quoted)
{
    private const int MostSayings = 2;

    /// <summary>The title as it is set, marked too; empty where it is plain text.</summary>
    public SafeHtml SetTitle { get; init; }

    /// <param name="Author">Whose words they are; empty for the editor's own.</param>
    public sealed record Saying(Snippet Words, string Author, SearchTextKind Kind, SearchPlace? Place)
    {
        /// <summary>What stands before them: the publication's label, whose they are, or which part of an issue.</summary>
        public string Label(string ownLabel) => Kind switch
        {
            SearchTextKind.Introduction => "Introduction",
            SearchTextKind.Closing => "Closing words",
            SearchTextKind.Opinion => Opinion.LabelOf(Author, ownLabel),
            _ => ownLabel,
        };
    }

    public bool IsIssue => Document.Key.Kind is SearchKind.Issue;

    public string Path => IsIssue
        ? new IssueName(Document.Places[0].Issue, Document.Places[0].Heading, "").Path
        : Paths.Paper(Document.Key.Id, Slug.Of(Document.Title));

    public string Where => string.Join(", ", new[] { Document.Venue, $"{Document.Year}" }.Where(p => p is not ""));

    public static SearchHit Of(SearchDocument document, SnippetMaker snippets)
    {
        // Authors are many at times; a name that was looked for is shown wherever it stands in the list.
        var authors = snippets.Names(Reading.Authors.InShort(document.Authors));
        if (!authors.HasHits && snippets.Names(string.Join(", ", document.Authors)) is { HasHits: true } all) authors = Short(all, document, snippets);
        var own = document.Texts.Where(t => t.Kind is not SearchTextKind.Abstract)
            .Select(t => new Saying(snippets.Best(t.Text), t.By, t.Kind, document.Places.FirstOrDefault(p => p.Issue == t.Issue && p.Entry == t.Entry)))
            .Where(s => s.Words.HasHits).OrderByDescending(s => s.Words.Weight).Take(MostSayings).ToList();
        var quoted = document.Texts.FirstOrDefault(t => t.Kind is SearchTextKind.Abstract) is { } text ? snippets.Best(TexSigns.Set(text.Text)) : null;
        return new(document, snippets.Whole(document.Title), authors, own, quoted is { HasHits: false } && own.Count > 0 ? null : quoted)
        {
            SetTitle = snippets.Marked(document.ShownTitle),
        };
    }

    private static Snippet Short(Snippet all, SearchDocument document, SnippetMaker snippets)
    {
        if (document.Authors.Count <= 6) return all;
        return snippets.Names($"{string.Join(", ", document.Authors.Where(a => snippets.Names(a).HasHits).Take(3))} and others");
    }
}
