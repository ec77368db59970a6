using Deque.AxeCore.Playwright;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Roundup.Browser.Tests.Harness;
using Roundup.Data;
using Roundup.Formats;
using Roundup.Model.Issues;
using Roundup.Model.Papers;

namespace Roundup.Browser.Tests.Journeys;

/// <summary>An owner invites; somebody joins on a phone and writes; the owner takes it out and finds all of it in the log.</summary>
public sealed class Somebody_joins(BrowserSite site) : BrowserTest(site)
{
    [Fact]
    public async Task By_a_link_and_writes_what_nobody_else_rewrites()
    {
        await Desk.OpenAsync(Site);
        var entry = await DraftAsync();
        await Desk.SignInAsync(Page);
        await Page.GotoAsync("/admin/people/invite");
        await Page.GetByLabel("For whom").FillAsync("Bo, who runs the code");
        await LookAsync(Page, "invite");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Make the link" }).ClickAsync();
        var link = (await Page.Locator("#link").InputValueAsync()).Trim();
        await LookAsync(Page, "link");

        await using var phone = await Site.NewVisitorAsync(new() { ViewportSize = new() { Width = 390, Height = 800 } });
        var theirs = await phone.NewPageAsync();
        await JoinAsync(theirs, link);
        await theirs.GotoAsync($"/admin/issues/1/edit?open={entry}#e-{entry}");
        await theirs.Locator($"#o-{entry}").FillAsync("I ran it. It *holds*.");
        await theirs.Locator($"#f-o-{entry}").GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await Assertions.Expect(theirs.Locator($"#f-o-{entry} .said")).ToContainTextAsync("Saved", new() { Timeout = 60_000 });
        await theirs.GotoAsync("/admin/issues/1/publish");
        await Assertions.Expect(theirs.GetByRole(AriaRole.Heading, new() { Name = "That is not yours to do" })).ToBeVisibleAsync();

        await Page.GotoAsync($"/admin/issues/1/edit?open={entry}#e-{entry}");
        var opinion = Page.GetByRole(AriaRole.Region, new() { Name = "Opinion of Bo Two" });
        await Assertions.Expect(opinion).ToContainTextAsync("I ran it. It holds.");
        await Assertions.Expect(opinion.GetByRole(AriaRole.Textbox)).ToHaveCountAsync(0);
        await LookAsync(Page, "theirs");
        await opinion.GetByRole(AriaRole.Link, new() { Name = "Take it out" }).ClickAsync();
        await LookAsync(Page, "withdraw");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Take it out" }).ClickAsync();
        await Assertions.Expect(Page.GetByLabel("What it said")).ToHaveValueAsync("I ran it. It *holds*.");

        await Page.GotoAsync("/admin/people");
        await Assertions.Expect(Page.Locator("main")).ToContainTextAsync("accepted by Bo Two");
        await LookAsync(Page, "people");
        await Page.GetByRole(AriaRole.Link, new() { Name = "Who did what" }).ClickAsync();
        foreach (var deed in new[] { "Ann invited Bo, who runs the code as a contributor", "Bo Two joined as a contributor, invited by Ann", "Ann took the opinion of Bo Two on “One paper” out of issue 1" })
            await Assertions.Expect(Page.Locator("main li").Filter(new() { HasText = deed })).ToHaveCountAsync(1);
        await LookAsync(Page, "audit");
    }

    private async Task JoinAsync(IPage page, string link)
    {
        await page.GotoAsync(link);
        await LookAsync(page, "join");
        await page.GetByLabel("Your name, as printed").FillAsync("Bo Two");
        await page.GetByLabel("E-mail address").FillAsync("bo@example.org");
        await page.GetByLabel("Password").FillAsync("a sentence that is long enough");
        await page.GetByRole(AriaRole.Button, new() { Name = "Join" }).ClickAsync();
        await page.WaitForURLAsync("**/admin", new() { Timeout = 60_000 });
    }

    private static async Task LookAsync(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("ROUNDUP_SHOTS") is { Length: > 0 } folder) await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"Somebody_joins-{name}.png"), FullPage = true });
        Assert.Empty((await page.RunAxe()).Violations.Select(v => $"{name}: {v.Help} {string.Join(' ', v.Nodes.Select(n => n.Html))}"));
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), $"{name} scrolls sideways.");
    }

    private async Task<int> DraftAsync()
    {
        await using var scope = Site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RoundupDb>();
        var now = DateTimeOffset.UnixEpoch.AddYears(56);
        var issue = new Issue(1, now);
        Assert.Null(issue.Name("Shelf 1", "What holds", now));
        var paper = new Paper("One paper", now);
        Assert.Null(paper.Describe(Typeset.Line("One paper"), ["Ada One"], PlainText.Render("We study this."), "", "https://example.org/one", now));
        var entry = issue.Add(paper, now);
        db.Add(issue);
        await db.SaveChangesAsync();
        return entry.Id;
    }
}
