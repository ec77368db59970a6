using Roundup.Web.Site;

namespace Roundup.Web.Reading;

/// <summary>What an issue is called wherever it is linked.</summary>
public sealed record IssueName(int Number, string Title, string Theme)
{
    /// <summary>As <see cref="Roundup.Model.Issues.Issue.Heading"/>.</summary>
    public string Heading => Theme is not "" ? Theme : Title is not "" ? Title : $"Issue {Number}";

    public string Slug => Model.Text.Slug.OfIssue(Heading);

    public string Path => Paths.Issue(Number, Slug);
}
