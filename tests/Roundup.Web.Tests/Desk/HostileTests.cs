using Roundup.Data.People;

namespace Roundup.Web.Tests.Desk;

public sealed class HostileTests(DeskSite site) : IClassFixture<DeskSite>
{
    private const string Hostile = "</textarea></title><script>alert(1)</script><img src=x onerror=alert(1)>\"'><b>";

    [Fact]
    public async Task Text_in_any_field_stays_text()
    {
        var issue = await site.DraftAsync(1, "One", "Two");
        var entry = issue.Entries[0].Id;
        await site.WithDbAsync(db => db.SetUpAsync());
        using var owner = await site.SeatAsync(Role.Owner, Hostile);
        using var words = await owner.SendAsync("/admin/issues/1/edit", "#words", ("Input.Title", Hostile), ("Input.Theme", Hostile), ("Input.Introduction", Hostile), ("Input.Closing", Hostile));
        using var opinion = await owner.SendAsync("/admin/issues/1/edit", $"#f-o-{entry}", ("Input.Words", Hostile));
        using var card = await owner.SendAsync($"/admin/issues/1/entries/{entry}/edit", "#card",
            ("Paper.Title", Hostile), ("Paper.Authors", Hostile), ("Paper.Abstract", Hostile), ("Paper.Venue", Hostile), ("Placed.Section", Hostile), ("Placed.Text", Hostile), ("Placed.Links", $"https://example.org/ {Hostile}"));
        using var settings = await owner.SendAsync("/admin/settings", "main form", ("Input.Title", Hostile), ("Input.Tagline", Hostile), ("Input.OpinionLabel", Hostile[..60]), ("Input.EditedBy", Hostile), ("Input.Licence", Hostile), ("Input.About", Hostile));
        Assert.All([words, opinion, card, settings], reply => Assert.Equal(System.Net.HttpStatusCode.Redirect, reply.StatusCode));

        string[] pages = ["/admin", "/admin/issues", "/admin/issues/1/edit", "/admin/issues/1/preview", "/admin/issues/1/publish", "/admin/issues/1/delete", "/admin/settings", $"/admin/issues/1/entries/{entry}/edit", $"/admin/issues/1/entries/{entry}/opine", $"/admin/issues/1/entries/{entry}/remove"];
        foreach (var path in pages)
        {
            var page = await owner.ReadAsync(path);
            Assert.All(page.Scripts, script => Assert.Equal("/js/desk.js", script.GetAttribute("src")));
            Assert.Empty(page.QuerySelectorAll("img[src=x], [onerror]"));
            Assert.Empty(page.QuerySelectorAll("[style], style"));
        }

        using var removed = await owner.SendAsync("/admin/issues/1/edit", $"#m-{entry} form[action$=remove]");
        Assert.Empty((await Site.ParseAsync(removed)).QuerySelectorAll("[onerror]"));
    }
}
