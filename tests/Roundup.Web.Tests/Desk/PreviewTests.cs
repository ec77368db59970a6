using AngleSharp.Html.Dom;
using Roundup.Data.People;
using Roundup.Model.Papers;

namespace Roundup.Web.Tests.Desk;

/// <summary>A draft as readers will have it: on the web, on a phone, as a mail, as plain text.</summary>
public sealed class PreviewTests(DeskSite site) : IClassFixture<DeskSite>
{
    [Fact]
    public async Task The_four_ways_are_links_and_each_is_the_same_issue()
    {
        await site.DraftAsync(1, "A paper with $x_1 = 2$ in it");
        using var contributor = await site.SeatAsync(Role.Contributor);

        var web = await contributor.ReadAsync("/admin/issues/1/preview");
        var ways = web.QuerySelectorAll("nav[aria-label=Preview] a[href*='as=']").Select(a => a.GetAttribute("href")!).ToList();

        Assert.Equal(["/admin/issues/1/preview?as=web", "/admin/issues/1/preview?as=phone", "/admin/issues/1/preview?as=mail", "/admin/issues/1/preview?as=text"], ways);
        Assert.Single(web.QuerySelectorAll(".paper-head math"));
        Assert.Contains("A paper with $x_1 = 2$ in it", (await contributor.ReadAsync(ways[3])).QuerySelector("pre")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("phone", "/admin/issues/2/preview/page", "allow-same-origin")]
    [InlineData("mail", "/admin/issues/2/preview/mail", "allow-popups allow-popups-to-escape-sandbox")]
    public async Task A_frame_is_sandboxed_and_only_its_page_may_hold_it(string way, string address, string sandbox)
    {
        if (await site.WithDbAsync(db => Task.FromResult(!db.Issues.Any(i => i.Number == 2)))) await site.DraftAsync(2, "In a frame");
        using var editor = await site.SeatAsync(Role.Editor);
        using var holding = await editor.Client.GetAsync($"/admin/issues/2/preview?as={way}");
        using var framed = await editor.Client.GetAsync(address);
        using var other = await editor.Client.GetAsync("/admin/issues/2/preview?as=text");

        var frame = (await Site.ParseAsync(holding)).QuerySelector("iframe")!;
        Assert.Equal((address, sandbox), (frame.GetAttribute("src"), frame.GetAttribute("sandbox")));
        Assert.EndsWith("; frame-src 'self'", Policy(holding), StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", Policy(holding), StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'self'", Policy(framed), StringComparison.Ordinal);
        Assert.DoesNotContain("frame-src", Policy(other), StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", Policy(other), StringComparison.Ordinal);
        Assert.Contains("In a frame", (await Site.ParseAsync(framed)).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mail_in_its_frame_runs_and_loads_nothing_and_its_size_is_said()
    {
        await site.DraftAsync(3, "By mail");
        using var editor = await site.SeatAsync(Role.Editor);

        using var mail = await editor.Client.GetAsync("/admin/issues/3/preview/mail");
        var page = await editor.ReadAsync("/admin/issues/3/preview?as=mail");

        Assert.StartsWith("default-src 'none'; style-src 'unsafe-inline';", Policy(mail), StringComparison.Ordinal);
        Assert.Contains("sandbox", Policy(mail), StringComparison.Ordinal);
        Assert.DoesNotContain("script-src", Policy(mail), StringComparison.Ordinal);
        var bytes = (await mail.Content.ReadAsByteArrayAsync()).Length;
        Assert.InRange(bytes, 3_000, 9_000);
        Assert.Matches("Mail [4-9] KB of 100", page.QuerySelector(".say")!.TextContent);
        Assert.All((await Site.ParseAsync(mail)).QuerySelectorAll("a[href^=http]"), a => Assert.Equal("_blank", a.GetAttribute("target")));
    }

    [Fact]
    public async Task An_issue_of_a_bare_link_and_a_bare_abstract_is_previewed_published_and_read()
    {
        await site.WithDbAsync(async db =>
        {
            var link = new Paper("Only a link", Scene.FirstFriday);
            Scene.Insist(link.Describe(new("Only a link", default), [], Model.Text.Prose.Empty, "", "https://example.org/only", Scene.FirstFriday));
            var issue = await db.DraftAsync(4, "");
            issue.Add(link, Scene.FirstFriday);
            issue.Add(Scene.Paper("Only an abstract"), Scene.FirstFriday);
            await db.SaveChangesAsync();
        });
        using var editor = await site.SeatAsync(Role.Editor);
        foreach (var way in (string[])["web", "phone", "mail", "text"]) await editor.ReadAsync($"/admin/issues/4/preview?as={way}");
        var mail = await editor.ReadAsync("/admin/issues/4/preview/mail");

        using var reply = await editor.SendAsync("/admin/issues/4/edit", "form[action='/admin/issues/4/publish']");

        Assert.Equal("/issues/4/shelf-4", reply.Headers.Location?.ToString());
        var page = await site.PageAsync("/issues/4/shelf-4");
        Assert.Equal(2, page.QuerySelectorAll("article.paper").Length);
        Assert.Empty(page.QuerySelectorAll("section.opinion"));
        Assert.Single(page.QuerySelectorAll("article.paper blockquote"));
        Assert.NotNull(page.QuerySelector("article.paper a[href='https://example.org/only']"));
        Assert.Equal(2, mail.QuerySelectorAll("div.p").Length);
    }

    [Fact]
    public async Task What_was_typed_runs_in_no_preview()
    {
        const string evil = "<script>alert(1)</script><img src=x onerror=alert(1)>";
        await site.WithDbAsync(db => db.DraftAsync(15, evil, Scene.Paper($"{evil} in a title")));
        using var editor = await site.SeatAsync(Role.Editor);

        foreach (var path in (string[])["preview", "preview?as=text", "preview/page", "preview/mail", "edit"])
        {
            var page = await editor.ReadAsync($"/admin/issues/15/{path}");
            Assert.Empty(page.QuerySelectorAll("img, script:not([src])"));
            Assert.Contains("<img src=x", page.Body!.TextContent + string.Concat(page.QuerySelectorAll("textarea").Cast<IHtmlTextAreaElement>().Select(t => t.Value)), StringComparison.Ordinal);
        }
    }

    private static string Policy(HttpResponseMessage reply) => Assert.Single(reply.Headers.GetValues("Content-Security-Policy"));
}
