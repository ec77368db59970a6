using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Roundup.Browser.Tests.Harness;
using Roundup.Data;

namespace Roundup.Browser.Tests.Journeys;

/// <summary>A draft goes to somebody without an account or script, on a phone; what they note reaches the desk, and the link ends at the published issue.</summary>
public sealed class From_an_outsider_s_phone(BrowserSite site) : BrowserTest(site)
{
    [Fact]
    public async Task A_note_is_left_read_settled_and_the_link_leads_to_the_issue()
    {
        await Desk.OpenAsync(Site);
        await Desk.SignInAsync(Page);
        await Page.GetByLabel(new Regex("^Paste links")).FillAsync("https://arxiv.org/abs/2202.05262\narXiv:2206.14576v2");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Read", Exact = true }).ClickAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "Make a draft" }).First.ClickAsync();
        await Page.GetByRole(AriaRole.Link, new() { Name = "Preview links for others…" }).ClickAsync();
        await Page.GetByLabel("For whom").FillAsync("Ada");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Make a link" }).ClickAsync();
        await Assertions.Expect(Page.GetByRole(AriaRole.Button, new() { Name = "Copy the address for Ada" })).ToBeVisibleAsync();
        var address = await Page.GetByLabel("Address for Ada", new() { Exact = true }).InputValueAsync();

        await using var phone = await Site.NewVisitorAsync(new() { JavaScriptEnabled = false, ViewportSize = new() { Width = 390, Height = 844 } });
        var outside = await phone.NewPageAsync();
        await outside.GotoAsync(address);
        var paper = outside.Locator("article.paper").Nth(1);
        await paper.GetByText("Note something on paper 2").ClickAsync();
        await paper.GetByLabel("Your note").FillAsync("Is this the <b>right</b> version?");
        await Assertions.Expect(paper.GetByLabel("Your name")).ToHaveValueAsync("Ada");
        await paper.GetByRole(AriaRole.Button, new() { Name = "Send to the editors" }).ClickAsync();
        await Assertions.Expect(outside.Locator("article.paper").Nth(1).Locator(".noted")).ToContainTextAsync("Is this the <b>right</b> version?");

        await Page.GetByRole(AriaRole.Link, new() { NameRegex = new Regex("^Back to issue") }).ClickAsync();
        await Page.Locator("#ready").GetByText("1 open note of readers of the draft").WaitForAsync();
        await Page.Locator(".item").Nth(1).Locator("summary").First.ClickAsync();
        await Assertions.Expect(Page.Locator(".item").Nth(1).Locator(".note")).ToHaveTextAsync("Is this the <b>right</b> version?");
        await ShootAsync("beside-the-card");
        await Page.Locator(".item").Nth(1).GetByRole(AriaRole.Button, new() { Name = "Settle the note of Ada" }).ClickAsync();
        await Assertions.Expect(Page.GetByText("Settled by Ann")).ToBeVisibleAsync();

        await PublishAsync();
        await outside.GotoAsync(address);
        Assert.Matches(@"/issues/\d+", new Uri(outside.Url).AbsolutePath);
        await Assertions.Expect(outside.Locator("article.paper")).ToHaveCountAsync(2);
        await Assertions.Expect(outside.Locator(".noted")).ToHaveCountAsync(0);
    }

    private async Task PublishAsync()
    {
        await using var scope = Site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RoundupDb>();
        var issue = await db.Issues.Include(i => i.Entries).OrderBy(i => i.Id).FirstAsync();
        Assert.Null(issue.Name("Shelf 1", "", DateTimeOffset.UnixEpoch));
        Assert.Null(issue.Publish("Ann", DateTimeOffset.UnixEpoch));
        await db.SaveChangesAsync();
    }
}
