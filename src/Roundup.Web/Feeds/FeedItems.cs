using System.Globalization;
using Roundup.Formats.Feeds;
using Roundup.Model;
using Roundup.Model.Discussion;
using Roundup.Model.Text;
using Roundup.Web.Reading;
using Roundup.Web.Site;

namespace Roundup.Web.Feeds;

/// <summary>From what was published to what feeds say of it.</summary>
/// <param name="site">Without a slash at the end.</param>
public sealed class FeedItems(Publication publication, string site)
{
    private readonly FeedIds _ids = new(publication);
    private readonly FeedHtml _html = new(publication, site);

    public FeedItem Issue(PublishedIssue issue)
    {
        var front = issue.Front;
        return new(_ids.OfIssue(front.Name.Number), $"Issue {front.Name.Number}: {front.Name.Heading}", site + front.Name.Path, front.PublishedAt, front.Updated, _html.Issue(issue))
        {
            Summary = $"{InWords.Count(issue.Entries.Count, "paper", "papers")}: {string.Join("; ", issue.Entries.Take(3).Select(e => e.Paper.Title))}",
            Authors = Editor(front.PublishedBy),
            Categories = [.. issue.Entries.SelectMany(e => e.Topics).Select(t => t.Name).Distinct()],
            Picture = string.Create(CultureInfo.InvariantCulture, $"{site}/issues/{front.Name.Number}/picture.png"),
            Subjects = [.. issue.Entries.Where(e => e.Paper.Address is not null).DistinctBy(e => e.Paper.Address).Select(e => new FeedSubject(e.Paper.Title, e.Paper.Address!))],
            Replies = new(string.Create(CultureInfo.InvariantCulture, $"{site}/issues/{front.Name.Number}/comments.atom"), front.Comments, front.Said),
        };
    }

    public FeedItem Entry(PublishedEntry entry) =>
        new(_ids.OfEntry(entry.Id), entry.Paper.Title, site + entry.Path, entry.PublishedAt, entry.Updated, _html.Entry(entry))
        {
            Summary = $"{entry.Paper.Byline}{(entry.Paper.Byline is "" ? "" : ". ")}In issue {entry.Issue.Number}.",
            Authors = Voices(entry),
            Categories = [.. entry.Topics.Select(t => t.Name)],
            Picture = string.Create(CultureInfo.InvariantCulture, $"{site}/papers/{entry.Paper.Id}/picture.png"),
            About = entry.Paper.Address ?? "",
        };

    public FeedItem Comment(HeardComment said) =>
        new(_ids.OfComment(said.Id), $"{said.By} on {said.On}", $"{site}{said.Issue.Path}#c-{said.Id}", said.ShownAt, said.EditedAt > said.ShownAt ? said.EditedAt.Value : said.ShownAt, _html.Words(said.Html, site + said.Issue.Path))
        {
            Authors = [said.By],
            InReplyTo = said.AnsweredId is { } answered ? new(_ids.OfComment(answered), $"{site}{said.Issue.Path}#c-{answered}")
                : said.EntryId is { } entry ? new(_ids.OfEntry(entry), $"{site}{said.Issue.Path}#e-{entry}")
                : new(_ids.OfIssue(said.Issue.Number), site + said.Issue.Path),
        };

    private string[] Editor(string publishedBy) => publication.EditorOf(publishedBy) is { Length: > 0 } name ? [name] : [];

    // Whose opinions they are; the paper's own authors wrote none of it.
    private string[] Voices(PublishedEntry entry)
    {
        var said = entry.Opinions.Where(o => !o.Words.Html.IsEmpty).Select(o => o.Author).ToList();
        var named = said.Where(author => author is not "");
        return [.. (said.Count > 0 && !said.Contains("") ? named : Editor(entry.PublishedBy).Concat(named)).Distinct()];
    }
}

/// <summary>A comment as anybody may hear of it: no address, nothing that is hidden.</summary>
/// <param name="AnsweredId">What it answers, where that is shown.</param>
/// <param name="Paper">The title of what it is about; empty for the issue.</param>
public sealed record HeardComment(
    int Id, IssueName Issue, int? EntryId, int? AnsweredId, string Paper, string Name, bool FromDesk, Wording Words, DateTimeOffset WrittenAt, DateTimeOffset? EditedAt)
{
    public SafeHtml Html => Words.Html;

    /// <summary>Since when readers see it: what was held and let through later is new to them then, and not when it was written.</summary>
    public DateTimeOffset ShownAt { get; init; }

    /// <summary>As the page says it.</summary>
    public string By => Name is "" ? "A reader" : Name;

    public string On => Paper is "" ? $"issue {Issue.Number}" : $"“{Paper}”";
}

public static class CommentReading
{
    extension(IQueryable<Comment> comments)
    {
        public IQueryable<HeardComment> AsHeard() => comments.Select(c => new HeardComment(
            c.Id, new IssueName(c.Issue.Number, c.Issue.Title, c.Issue.Theme), c.EntryId,
            c.ReplyTo != null && c.ReplyTo.State == CommentState.Public ? c.ReplyToId : c.Thread != null && c.Thread.State == CommentState.Public ? c.ThreadId : null,
            c.Entry != null ? c.Entry.Paper.Title : "", c.Name, c.FromDesk, new Wording(c.Words.Source, c.Words.Html), c.WrittenAt, c.EditedAt)
        {
            ShownAt = c.StateAt,
        });
    }
}
