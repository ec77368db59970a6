using System.Globalization;
using Roundup.Formats.Mail;
using Roundup.Model.Papers;
using Roundup.Web.Drawings;
using Roundup.Web.Reading;

namespace Roundup.Web.Site;

/// <summary>From what a page shows of an issue to what a mail says of it.</summary>
public static class MailView
{
    /// <param name="site">The address of the site, with or without a slash at its end.</param>
    public static IssueMail ToMail(this IssueView view, string site)
    {
        var (text, home) = (view.Text, site.TrimEnd('/'));
        var cover = view.Cover;
        return new(view.Publication.Title, home, home + view.Name.Path, view.Name.Number, view.Name.Heading, [.. view.Papers.Select(Paper)])
        {
            Day = view.PublishedOn?.ToString("dddd, d MMMM yyyy", CultureInfo.InvariantCulture) ?? "",
            Facts = $"{Papers(cover)}. {InWords.Minutes(cover.Words)}.{(cover.EditedBy is "" ? "" : $" Edited by {cover.EditedBy}.")}",
            Beginning = view.Description,
            Introduction = text.Introduction,
            Closing = text.Closing,
        };
    }

    private static string Papers(CoverView cover) =>
        $"{InWords.Count(cover.Contents.Count, "paper", "papers")}{(cover.WithCode == 0 ? "" : $", {InWords.Number(cover.WithCode)} with code")}";

    private static MailPaper Paper(EntryView view)
    {
        var (entry, paper) = (view.Entry, view.Paper);
        return new(view.Number, entry.Anchor, view.Section, paper.Title, Facts(paper))
        {
            Links = [.. Links(paper)],
            Abstract = paper.Abstract,
            Words = entry.Html,
            Opinions = [.. entry.Opinions.Where(o => !o.Html.IsEmpty).Select(o => new MailOpinion(o.Label(view.OwnLabel), o.Html))],
            Related = [.. entry.Links.Select(Link)],
            Thanks = entry.Thanked is { Count: > 0 } names ? $"Suggested by {InWords.List(names)}." : "",
        };
    }

    // Pezeshki, Kaba, Bengio et al. NeurIPS, 2021.
    private static string Facts(PaperText paper) =>
        string.Join(' ', new[] { Reading.Authors.InShort(paper.Authors), paper.Published }.Where(part => part is not "").Select(part => part.EndsWith('.') ? part : $"{part}."));

    private static IEnumerable<MailLink> Links(PaperText paper)
    {
        if (paper.Link is not "" && paper.Ids.All(id => PaperAddress.Of(id) != paper.Link)) yield return Link(new PaperLink(LinkKind.Related, paper.Link));
        foreach (var id in paper.Ids) yield return new(LinkWords.Of(id), PaperAddress.Of(id) ?? "");
        foreach (var link in paper.Links) yield return Link(link);
    }

    private static MailLink Link(PaperLink link) => new(LinkWords.Of(link), link.Url);
}
