using Microsoft.EntityFrameworkCore;
using Roundup.Data;
using Roundup.Formats.Reading;
using Roundup.Model;
using Roundup.Model.Discussion;
using Roundup.Model.Papers;
using Roundup.Sources;
using Roundup.Web.Capturing;
using Roundup.Web.Seen;

namespace Roundup.Web.Talk;

/// <summary>Which papers a reader's words name, and what is known of them. Asks the database, and nobody outside.</summary>
public sealed class NamedPapers(RoundupDb db, PaperFinder finder, RoundupReader reader, SeenBefore seen)
{
    /// <summary>How many papers of one comment are taken up: a reference list is no wish.</summary>
    public const int InCommentAtMost = 50;

    /// <summary>How many papers one form takes.</summary>
    public const int InFormAtMost = 10;

    /// <summary>In letters: less is a word and no title.</summary>
    private const int ShortestTitle = 6;

    /// <summary>In characters: more is a text and no title.</summary>
    private const int LongestTitle = 300;

    /// <summary>The papers that a comment names, without those of its own issue: these are what it talks about.</summary>
    public async Task<IReadOnlyList<NamedPaper>> InAsync(Comment comment, CancellationToken cancel = default)
    {
        var named = Found(comment.Words.Source).Take(InCommentAtMost).ToList();
        if (named is []) return named;

        var own = await OwnAsync(comment.IssueId, cancel);
        var known = await KnownAsync(named, cancel);
        return [.. known.Where(n => !own.Names.Contains(n.Id.Key) && !(n.Known is { } paper && own.Papers.Contains(paper)))];
    }

    /// <summary>The papers that the form names: by ids, addresses and titles, one a line, or as BibTeX or RIS.</summary>
    public async Task<(Refusal? Refusal, IReadOnlyList<NamedPaper> Papers)> TypedAsync(string text, CancellationToken cancel = default)
    {
        var lines = Clipping.Visible(text).Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (lines is []) return (new("Say which paper: a link, an id or its title.", "Paper"), []);

        var papers = (References(text, lines[0]) is { Count: > 0 } references ? references : OfLines(lines)).DistinctBy(n => n.Id.Key).ToList();
        if (papers.Find(n => n.Id.Scheme is Suggestion.ByTitle && (n.Id.Value.Length < ShortestTitle || n.Title.Length > LongestTitle)) is { } odd)
            return (new($"“{Cut(odd.Title)}” names no paper. Give a link, an id or the whole title, one a line.", "Paper"), []);
        if (papers.Count > InFormAtMost) return (new($"At most {InFormAtMost} papers at once; these are {papers.Count}.", "Paper"), []);

        return (null, await KnownAsync(papers, cancel));
    }

    /// <summary>Where the papers of some suggestions stand already, in their order; null for nowhere.</summary>
    /// <param name="suggestions">With their papers.</param>
    public Task<IReadOnlyList<Sighting?>> BeforeAsync(IReadOnlyList<Suggestion> suggestions, CancellationToken cancel = default) =>
        seen.FindAsync([.. suggestions.Select(s => s.Paper is { } paper ? Mention.Of(paper) : MentionOf(new NamedPaper(s.Named, s.Title)))], cancel);

    private IEnumerable<NamedPaper> Found(string text) =>
        finder.Find(text).Where(f => f.Id.Value.Length <= PaperId.MaxLength).Select(f => new NamedPaper(f.Id with { Version = null }, "")).DistinctBy(n => n.Id.Key);

    private List<NamedPaper> References(string text, string first)
    {
        var isList = first.StartsWith('@') || first.StartsWith("TY  -", StringComparison.Ordinal);
        if (!isList || reader.Read(text, out var reading) is not null) return [];

        return [.. reading.Issue.Entries
            .Select(e => (Ids: Mention.Of(finder, e).Ids, Title: OneLine(e.Title)))
            .Where(e => e.Ids is not [] || e.Title is not "")
            .Select(e => e.Ids is [var id, ..] && id.Value.Length <= PaperId.MaxLength ? new NamedPaper(id with { Version = null }, e.Title) : NamedPaper.Titled(e.Title))];
    }

    private List<NamedPaper> OfLines(string[] lines)
    {
        var (papers, title) = (new List<NamedPaper>(), "");
        foreach (var line in lines.Select(OneLine))
        {
            var found = OfLine(line);
            // A title right above an address that stands alone is that paper's.
            if (title is not "" && found is [var only] && finder.Recognise(line, anyPage: true) is not null) found = [only with { Title = title }];
            else if (title is not "") papers.Add(NamedPaper.Titled(title));

            title = found is [] ? line : "";
            papers.AddRange(found);
        }

        if (title is not "") papers.Add(NamedPaper.Titled(title));
        return papers;
    }

    // Whoever fills in the form says that a page is a paper's, whoever keeps it.
    private List<NamedPaper> OfLine(string line)
    {
        var found = Found(line).ToList();
        if (found is not []) return found;

        return [.. line.Split(' ').Where(w => w.Contains("://", StringComparison.Ordinal)).Select(w => finder.Recognise(w, anyPage: true)).OfType<PaperId>()
            .Where(i => i.Value.Length <= PaperId.MaxLength).Select(i => new NamedPaper(i with { Version = null }, ""))];
    }

    private async Task<IReadOnlyList<NamedPaper>> KnownAsync(IReadOnlyList<NamedPaper> papers, CancellationToken cancel)
    {
        var found = await seen.FindAsync([.. papers.Select(MentionOf)], cancel);
        return [.. papers.Zip(found, (paper, sighting) => paper with { Before = sighting })];
    }

    private Mention MentionOf(NamedPaper paper) => paper.Id.Scheme switch
    {
        Suggestion.ByTitle => new([], paper.Title),
        PaperScheme.Url => Mention.Of(finder, paper.Id.Value),
        _ => new([paper.Id]),
    };

    // By paper and by name: a paper's PDF at its author's, of which no authority knows, is a link of its card.
    private async Task<(HashSet<int> Papers, HashSet<string> Names)> OwnAsync(int issue, CancellationToken cancel)
    {
        var entries = await db.Entries.Where(e => e.IssueId == issue).Select(e => new { e.PaperId, e.Paper.Link, Links = EF.Property<List<PaperLink>>(e.Paper, "_links") }).ToListAsync(cancel);
        var links = entries.SelectMany(e => e.Links.Where(l => l.Kind is LinkKind.Pdf).Select(l => l.Url).Append(e.Link)).Where(l => l is not "");
        return ([.. entries.Select(e => e.PaperId)], [.. links.Select(l => finder.Recognise(l, anyPage: true)?.Key).OfType<string>()]);
    }

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Cut(string text) => Model.Text.Letters.Cut(text, 80) is var cut && cut.Length < text.Length ? $"{cut}…" : text;
}
