using Roundup.Model.Issues;
using Roundup.Web.Site;

namespace Roundup.Web.Areas.Admin;

/// <summary>An issue in a list of the desk.</summary>
public sealed record IssueRow(int Number, string Title, string Theme, DateTimeOffset ChangedAt, DateTimeOffset? PublishedAt, DateTimeOffset? CorrectedAt, int Papers, int Unopined,
    DateTimeOffset? ScheduledAt, string ScheduledZone)
{
    public string Heading => Issue.HeadingOf(Number, Title, Theme);

    public string PublicPath => Paths.Issue(Number, Model.Text.Slug.Of(Heading));

    public Slot.Progress Progress => new(Papers, Unopined);

    public static IQueryable<IssueRow> From(IQueryable<Issue> issues) => issues.Select(i => new IssueRow(
        i.Number, i.Title, i.Theme, i.ChangedAt, i.PublishedAt, i.CorrectedAt,
        i.Entries.Count, i.Entries.Count(e => !e.Opinions.Any(o => o.Words.Words > 0)),
        i.ScheduledAt, i.ScheduledZone));
}
