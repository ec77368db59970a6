using Roundup.Model;
using Roundup.Model.Issues;
using Roundup.Model.Papers;
using Roundup.Model.Text;

namespace Roundup.Formats.Writing;

/// <summary>
/// An issue as Markdown (CommonMark; media type RFC 7763) that a person likes to read and <see cref="Reading.RoundupReader"/> reads back: what an editor wrote stands
/// as written, what was quoted is quoted.
/// </summary>
internal sealed class IssueMarkdown : IIssueFormat
{
    public string Name => "Markdown";

    public string Extension => "md";

    public string MediaType => "text/markdown";

    public string Write(Issue issue, Publication publication, IssueDetails? details = null)
    {
        List<string> parts = [$"# {MarkdownText.Line(Title(issue))}", .. details is null ? [] : DetailLines.Of(details), issue.Introduction.Source];
        var section = "";
        foreach (var entry in issue.Entries)
        {
            // Without headings of its own an issue has one over its papers, so that the introduction ends somewhere.
            var heading = entry.Section ?? (issue.Entries.All(e => e.Section is null) ? "Papers" : "");
            if (heading != section && heading is not "") parts.Add($"## {MarkdownText.Line(heading)}");
            section = heading;
            parts.AddRange(Entry(entry, publication.OpinionLabel, details is not null));
        }

        if (!issue.Closing.IsEmpty) parts.AddRange(["## Closing words", issue.Closing.Source]);
        return $"{string.Join("\n\n", parts.Select(p => p.ReplaceLineEndings("\n").Trim('\n')).Where(p => !string.IsNullOrWhiteSpace(p)))}\n";
    }

    private static string Title(Issue issue) => issue switch
    {
        { Title: "" } => issue.Theme is "" ? issue.Heading : $"Issue {issue.Number}: {issue.Theme}",
        { Theme: "" } => issue.Title,
        _ => $"{issue.Title}: {issue.Theme}",
    };

    private static IEnumerable<string> Entry(Entry entry, string ownLabel, bool hasDetails)
    {
        var paper = entry.Paper;
        yield return $"### {(WebAddress.IsOne(paper.Address) ? MarkdownText.Link(paper.Title, paper.Address) : MarkdownText.Line(paper.Title))}";
        if (paper.Authors.Count > 0) yield return $"**Authors:** {Authors(paper.Authors)}";
        foreach (var detail in hasDetails ? DetailLines.Of(paper.Venue, paper.PublishedOn?.Year, [.. paper.Topics.Select(t => t.Name).Order(StringComparer.Ordinal)]) : []) yield return detail;
        if (!paper.Abstract.IsEmpty) yield return MarkdownText.Quote(paper.Abstract.Source);
        if (Links(paper) is { Length: > 0 } links) yield return $"**Links:** {links}";
        if (entry.Thanked.Count > 0) yield return $"**Suggested by:** {string.Join(", ", entry.Thanked.Select(MarkdownText.Line))}";
        if (!entry.Text.IsEmpty) yield return $"**Summary:**\n\n{entry.Text.Source}";
        foreach (var opinion in entry.Opinions.Where(o => !o.Words.IsEmpty))
            yield return $"**{MarkdownText.Line(Label(opinion, ownLabel))}:**\n\n{opinion.Words.Source}";
        if (entry.Links.Count > 0) yield return $"**Related:** {string.Join(", ", entry.Links.Select(Link))}";
    }

    // "My opinion (skimmed)": the reader of pasted roundups takes words in brackets after such a label for whose it is, or for nothing.
    private static string Label(Opinion opinion, string ownLabel)
    {
        var label = Opinion.LabelOf(opinion.Author, ownLabel);
        return opinion.Depth is { } depth ? $"{label} ({depth.Words})" : label;
    }

    // Names that hold commas are parted by semicolons.
    private static string Authors(IReadOnlyList<string> authors)
    {
        var shown = authors.Take(Reference.AuthorsAtMost).Select(MarkdownText.Line).ToList();
        var names = string.Join(shown.Any(n => n.Contains(',')) ? "; " : ", ", shown);
        return authors.Count <= shown.Count ? names : FormattableString.Invariant($"{names} and {authors.Count - shown.Count:N0} more");
    }

    private static string Links(Paper paper) => string.Join(
        ", ",
        paper.Identifiers.Select(i => i.ToPaperId())
            .Where(id => PaperAddress.Of(id) is { } address && address != paper.Address)
            .Select(id => MarkdownText.Link(id.Scheme is PaperScheme.Url ? "Paper" : $"{id.Scheme}:{id.Value}", PaperAddress.Of(id)!))
            .Concat(paper.Links.Select(Link)));

    private static string Link(PaperLink link) => MarkdownText.Link(!string.IsNullOrWhiteSpace(link.Label) ? link.Label : link.Kind switch
    {
        LinkKind.Code => "Code",
        LinkKind.Data => "Data",
        LinkKind.Project => "Project page",
        LinkKind.Pdf => "PDF",
        LinkKind.Video => "Video",
        LinkKind.Discussion => "Discussion",
        _ => Uri.TryCreate(link.Url, UriKind.Absolute, out var address) ? address.Host : link.Url,
    }, link.Url);
}
