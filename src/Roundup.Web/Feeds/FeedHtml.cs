using System.Globalization;
using System.Net;
using System.Text;
using Roundup.Formats.Feeds;
using Roundup.Model;
using Roundup.Model.Issues;
using Roundup.Model.Papers;
using Roundup.Model.Text;
using Roundup.Web.Reading;
using Roundup.Web.Site;

namespace Roundup.Web.Feeds;

/// <summary>Published words as one piece of HTML for feed readers: no class, no script, whole addresses.</summary>
/// <param name="publication">Whose label stands beside the editor's opinions, and by whose calendar days are counted.</param>
/// <param name="site">Without a slash at the end.</param>
public sealed class FeedHtml(Publication publication, string site)
{
    private const int AuthorsAtMost = 12;

    public string Issue(PublishedIssue issue)
    {
        var (front, page) = (issue.Front, site + issue.Front.Name.Path);
        var html = new StringBuilder(Words(front.Introduction.Html, page));
        string? section = null;
        foreach (var entry in issue.Entries)
        {
            if (entry.Section is { } heading && heading != section) html.Append("<h2>").Append(Text(heading)).Append("</h2>\n");
            section = entry.Section;
            html.Append("<h3 id=\"e-").Append(entry.Id).Append("\">").Append(Link(site + entry.Paper.Path, SafeTitle(entry.Paper))).Append("</h3>\n").Append(Entry(entry));
        }

        html.Append(Words(front.Closing.Html, page));
        if (front.Corrections is not []) html.Append("<h2>Corrections</h2>\n");
        foreach (var correction in front.Corrections) Paragraph(html, $"{Day(publication.DayOf(correction.At))}{(correction.Note is "" ? "." : $": {Text(correction.Note)}")}");
        return html.ToString();
    }

    /// <summary>A paper's place without its title, which the item has.</summary>
    public string Entry(PublishedEntry entry)
    {
        var (paper, page) = (entry.Paper, site + entry.Issue.Path);
        var html = new StringBuilder();
        Paragraph(html, string.Join(" ", new[] { Authors(paper.Authors), Sentence(Text(paper.Published)) }.Where(p => p is not "")));
        Paragraph(html, string.Join(", ", Links(paper)));
        if (!paper.Abstract.IsEmpty) html.Append("<blockquote>").Append(Words(paper.Abstract, page)).Append("</blockquote>\n");
        html.Append(Words(entry.Words.Html, page));
        foreach (var opinion in entry.Opinions.Where(o => !o.Words.Html.IsEmpty))
            html.Append("<p><strong>").Append(Text(opinion.Label(publication.OpinionLabel))).Append("</strong>").Append(Depth(opinion.Depth)).Append("</p>\n").Append(Words(opinion.Words.Html, page));
        if (entry.Links.Count > 0) Paragraph(html, $"Related: {string.Join(", ", entry.Links.Select(l => Link(l.Url, Text(LinkWords.Of(l)))))}");
        if (entry.Thanked.Count > 0) Paragraph(html, $"Suggested by {Text(InWords.List(entry.Thanked))}.");
        return html.ToString();
    }

    public string Words(SafeHtml html, string page) => WholeAddresses.In(html, site, page);

    // As the page says it: how far the paper was read.
    private static string Depth(ReadDepth? depth) => depth is { } read ? $" (paper: {Text(read.Words)})" : "";

    private static string Day(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"<time datetime=\"{day:yyyy-MM-dd}\">{day:d MMMM yyyy}</time>");

    private static string SafeTitle(PaperText paper) => paper.TitleHtml.IsEmpty ? Text(paper.Title) : paper.TitleHtml.ToString();

    private static string Authors(IReadOnlyList<string> names) => names.Count == 0 ? ""
        : Sentence(Text(names.Count <= AuthorsAtMost ? InWords.List(names) : $"{string.Join(", ", names.Take(3))} and {InWords.Number(names.Count - 3)} others"));

    private static IEnumerable<string> Links(PaperText paper)
    {
        if (paper.Link is not "" && paper.Ids.All(id => PaperAddress.Of(id) != paper.Link)) yield return Link(paper.Link, Text(LinkWords.Of(new PaperLink(LinkKind.Related, paper.Link))));
        foreach (var id in paper.Ids)
            if (PaperAddress.Of(id) is { } address) yield return Link(address, Text(LinkWords.Of(id)));
        foreach (var link in paper.Links) yield return Link(link.Url, Text(LinkWords.Of(link)));
    }

    private static void Paragraph(StringBuilder html, string inner)
    {
        if (inner is not "") html.Append("<p>").Append(inner).Append("</p>\n");
    }

    private static string Sentence(string text) => text is "" || text.EndsWith('.') ? text : $"{text}.";

    private static string Link(string address, string inner) => $"<a href=\"{Text(address)}\">{inner}</a>";

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
