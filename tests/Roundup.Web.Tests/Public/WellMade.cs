using AngleSharp.Html.Dom;

namespace Roundup.Web.Tests.Public;

/// <summary>What is true of every page that a reader can get, whatever its status.</summary>
internal static class WellMade
{
    public static void Check(IHtmlDocument page)
    {
        Assert.Single(page.QuerySelectorAll("h1"));
        Assert.Equal("en", page.DocumentElement.GetAttribute("lang"));
        Assert.NotEmpty(page.Title!);
        Assert.Single(page.QuerySelectorAll("main#main"));
        Assert.Single(page.Head!.QuerySelectorAll("link[rel=stylesheet]"));
        var ids = page.All.Select(e => e.Id).Where(id => !string.IsNullOrEmpty(id)).ToList();
        Assert.Equal(ids.Distinct(), ids);
        Assert.All(page.QuerySelectorAll("[aria-labelledby], [popovertarget]"), e => Assert.Contains(e.GetAttribute("aria-labelledby") ?? e.GetAttribute("popovertarget"), ids));
        Assert.All(page.QuerySelectorAll("a"), link => Assert.False(string.IsNullOrWhiteSpace(link.GetAttribute("aria-label") ?? link.TextContent)));
        Assert.True(page.QuerySelectorAll("nav [aria-current=page]").Length <= 1);
        var ranks = page.QuerySelectorAll("h1, h2, h3, h4, h5, h6").Select(h => h.LocalName[1] - '0').ToList();
        Assert.All(ranks.Zip(ranks.Skip(1)), pair => Assert.True(pair.Second <= pair.First + 1, $"h{pair.First} is followed by h{pair.Second}"));
    }
}
