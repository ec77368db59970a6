using Roundup.Model.Text;

namespace Roundup.Sources.Pages;

/// <summary>What stands on the page for its readers: title, heading, byline, date. The last to be asked.</summary>
internal static class PageItself
{
    /// <summary>A heading of fewer letters is a site's name as often as a title.</summary>
    private const int ShortestHeading = 6;

    public static PageClaims Read(PageOutline page) => new()
    {
        Title = Title(page),
        // A second byline is another article's, or a commenter's.
        Authors = PageNames.OfByline(page.Signatures) is { Count: > 0 } signed ? signed
            : page.Bylines.Select(line => PageNames.OfByline([line])).FirstOrDefault(names => names is not []) ?? [],
        Published = page.Times.Select(PageDate.Read).FirstOrDefault(date => date is not null),
    };

    /// <summary>The abstract in the body, which is the paper's own, comes before what Dublin Core makes of it.</summary>
    public static PageClaims ReadAbstract(PageOutline page) => new()
    {
        Abstract = page.Abstracts.Select(text => PageText.Abstract(PageText.OfText(text))).FirstOrDefault(text => text.Length >= 80) ?? "",
    };

    private static string Title(PageOutline page)
    {
        var title = PageText.OfText(page.Title, 2000);
        var letters = Letters.Only(title);
        // The heading with which the title begins is the title without what the site hung behind it.
        var heading = page.Headings.Select(text => PageText.OfText(text, 2000)).FirstOrDefault(text =>
            Letters.Only(text) is { Length: >= ShortestHeading } own && letters.StartsWith(own, StringComparison.Ordinal) && !page.Site.IsName(text));
        if (heading is not null) return heading;

        var cut = page.Site.Without(title, []);
        return cut is "" || page.Site.IsName(cut) ? page.Headings.Select(text => PageText.OfText(text, 2000)).FirstOrDefault(text => text is not "") ?? cut : cut;
    }
}
