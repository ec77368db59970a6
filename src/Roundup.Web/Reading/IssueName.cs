using Roundup.Model.Issues;
using Roundup.Web.Site;

namespace Roundup.Web.Reading;

/// <summary>What an issue is called wherever it is linked.</summary>
public sealed record IssueName(int Number, string Title, string Theme)
{
    public string Heading => Issue.HeadingOf(Number, Title, Theme);

    public string Slug => Model.Text.Slug.OfIssue(Heading);

    public string Path => Paths.Issue(Number, Slug);
}
