using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Roundup.Browser.Tests.Harness;

namespace Roundup.Browser.Tests.Journeys;

/// <summary>A week's work, from links on the clipboard to an issue that readers read with an opinion on each paper.</summary>
public abstract partial class The_whole_job(BrowserSite site) : BrowserTest(site)
{
    protected static IReadOnlyList<string> Ids { get; } = [.. Enumerable.Range(1, 10).Select(i => $"2204.{i:00000}")];

    protected static string Links(int papers) => string.Join('\n', Ids.Take(papers).Select(id => $"https://arxiv.org/abs/{id}"));

    protected static string OpinionOn(int paper) => $"The {paper}th opinion: **careful**, and worth the time.";

    protected async Task StartAsync()
    {
        Site.Network = (address, _) => Task.FromResult(address.Host is "export.arxiv.org" ? Feed(address) : null);
        await Desk.OpenAsync(Site);
        await Desk.SignInAsync(Page);
    }

    protected Task CopyAsync(string text) => Page.EvaluateAsync("text => navigator.clipboard.writeText(text)", text);

    /// <summary>What readers find: every paper with its title, its abstract and the opinion on it.</summary>
    protected async Task ReadersSeeAsync(int papers)
    {
        await Page.WaitForURLAsync(IssueAddress());
        var articles = Page.Locator("article.paper");
        await Assertions.Expect(articles).ToHaveCountAsync(papers);
        for (var paper = 1; paper <= papers; paper++)
        {
            await Assertions.Expect(articles.Nth(paper - 1)).ToContainTextAsync($"On {Ids[paper - 1]}");
            await Assertions.Expect(articles.Nth(paper - 1)).ToContainTextAsync($"We study {Ids[paper - 1]}.");
            await Assertions.Expect(articles.Nth(paper - 1)).ToContainTextAsync($"The {paper}th opinion: careful, and worth the time.");
        }
    }

    protected async Task FitsAsync() => Assert.True(await Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), $"{Page.Url} scrolls sideways");

    private static HttpResponseMessage Feed(Uri address)
    {
        var entries = ArxivIds().Matches(address.Query).Select(id => $"<entry><id>http://arxiv.org/abs/{id.Value}v1</id><title>On {id.Value}</title><summary>We study {id.Value}.</summary><author><name>Ada One</name></author><published>2022-04-01T00:00:00Z</published></entry>");
        return new()
        {
            Content = new StringContent($"<?xml version='1.0' encoding='UTF-8'?><feed xmlns=\"http://www.w3.org/2005/Atom\">{string.Concat(entries)}</feed>", Encoding.UTF8, "application/atom+xml"),
        };
    }

    [GeneratedRegex(@"\d{4}\.\d{5}")]
    private static partial Regex ArxivIds();

    [GeneratedRegex(@"/issues/\d+/")]
    private static partial Regex IssueAddress();
}

/// <summary>Counted in actions: a press of a button, a key that does something, a paste.</summary>
[Collection(Clipboard.Name)]
public sealed class The_whole_job_in_actions(BrowserSite site) : The_whole_job(site)
{
    private const int Papers = 10;
    private int _actions;

    protected override BrowserNewContextOptions Visitor => new() { Permissions = ["clipboard-read", "clipboard-write"] };

    [Fact]
    public async Task Ten_links_become_an_issue_with_ten_opinions_in_26_actions()
    {
        await StartAsync();
        await CopyAsync(Links(Papers));

        await ActAsync(() => Page.GotoAsync("/admin"));
        await Page.Locator("paste-field textarea").First.FocusAsync();
        await ActAsync(() => Page.Keyboard.PressAsync("Control+V"));
        await ActAsync(() => Page.GetByRole(AriaRole.Button, new() { Name = "Make a draft" }).First.ClickAsync());
        await Page.Locator(".outline > .item").Nth(Papers - 1).WaitForAsync();
        await Assertions.Expect(Page.Locator(".outline > .item h3").Nth(Papers - 1)).ToHaveTextAsync($"On {Ids[Papers - 1]}");

        // The cursor stands in the first opinion already, and each saved one hands it to the next.
        for (var paper = 1; paper <= Papers; paper++)
        {
            await Assertions.Expect(Page.Locator(".outline > .item").Nth(paper - 1).Locator("textarea[name='Input.Words']")).ToBeFocusedAsync();
            await CopyAsync(OpinionOn(paper));
            await ActAsync(() => Page.Keyboard.PressAsync("Control+V"));
            await ActAsync(() => Page.Keyboard.PressAsync("Control+Enter"));
        }

        await Assertions.Expect(Page.Locator("saving-form[unsaved]")).ToHaveCountAsync(0);
        await ActAsync(() => Page.Locator("#title").FillAsync("Ten at once"));
        await ActAsync(() => Page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Publish") }).First.ClickAsync());

        await ReadersSeeAsync(Papers);
        await Assertions.Expect(Page.Locator("h1")).ToContainTextAsync("Ten at once");
        TestContext.Current.TestOutputHelper?.WriteLine($"FIGURE: ten links to ten published opinions, actions = {_actions}");
        Assert.True(_actions <= 26, $"{_actions} actions");
    }

    private async Task ActAsync(Func<Task> action)
    {
        _actions++;
        await action();
    }
}

/// <summary>No mouse: signing in, pasting, ordering, writing, saying how far it was read, and publishing.</summary>
[Collection(Clipboard.Name)]
public sealed class The_whole_job_by_keyboard(BrowserSite site) : The_whole_job(site)
{
    private const int Papers = 3;

    protected override BrowserNewContextOptions Visitor => new() { Permissions = ["clipboard-read", "clipboard-write"] };

    [Fact]
    public async Task An_issue_is_made_without_a_mouse()
    {
        await StartAsync();
        await CopyAsync(string.Join('\n', Links(Papers).Split('\n').Reverse()));
        await Page.Keyboard.PressAsync("v");
        await Page.Keyboard.PressAsync("Control+V");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Make a draft" }).First.WaitForAsync();
        await TabToAsync("main button[type=submit]", "Make a draft");
        await Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(Page.Locator(".outline > .item h3").First).ToHaveTextAsync($"On {Ids[Papers - 1]}");

        // The order was the wrong way round: the last goes up by two, the middle one stands right then.
        await TabToAsync($".item:nth-of-type({Papers}) summary, .item:nth-child({Papers}) summary");
        await MoveUpAsync(Ids[0], 2);
        await MoveUpAsync(Ids[0], 1);
        await TabToAsync(".item:nth-child(3) summary");
        await MoveUpAsync(Ids[1], 2);
        await Assertions.Expect(Page.Locator(".outline > .item h3")).ToHaveTextAsync([.. Ids.Take(Papers).Select(id => $"On {id}")]);

        for (var paper = 1; paper <= Papers; paper++)
        {
            var field = Page.Locator(".outline > .item").Nth(paper - 1).Locator("textarea[name='Input.Words']");
            if (paper == 1)
            {
                await Page.Keyboard.PressAsync("k");
                await Page.Keyboard.PressAsync("k");
                await OpenAsync();
                await TabToAsync(".item:nth-child(1) textarea[name='Input.Words']");
            }

            await Assertions.Expect(field).ToBeFocusedAsync();
            await Page.Keyboard.InsertTextAsync(OpinionOn(paper));
            await Page.Keyboard.PressAsync("Alt+R");
            await Page.Keyboard.PressAsync("Control+Enter");
        }

        await Assertions.Expect(Page.Locator("saving-form[unsaved]")).ToHaveCountAsync(0);
        await TabToAsync("#title");
        await Page.Keyboard.InsertTextAsync("Without a mouse");
        await Page.Keyboard.PressAsync("Control+S");
        await Assertions.Expect(Page.Locator("saving-form:has(#title) .said").First).ToContainTextAsync("Saved");
        await TabToAsync("button[type=submit]", "Publish");
        await Page.Keyboard.PressAsync("Enter");

        await ReadersSeeAsync(Papers);
        await Assertions.Expect(Page.Locator("a[href='#read-depth']").First).ToHaveTextAsync("Paper: abstract only");
        await Assertions.Expect(Page.Locator("#read-depth")).ToHaveCountAsync(1);
    }

    private async Task MoveUpAsync(string id, int place)
    {
        var said = Page.Locator("entry-list > [role=status]");
        await Page.Keyboard.PressAsync("Alt+ArrowUp");
        await Assertions.Expect(said).ToContainTextAsync($"On {id} is now paper {place} of {Papers}.");
    }

    // A card opens by its summary; an open one stays.
    private async Task OpenAsync()
    {
        if (!await Page.EvaluateAsync<bool>("document.activeElement.closest('details')?.open ?? false")) await Page.Keyboard.PressAsync("Enter");
    }

    /// <summary>Tabs on until the element has the focus; fails where it can't be reached.</summary>
    private async Task TabToAsync(string selector, string words = "")
    {
        for (var press = 0; press < 200; press++)
        {
            await Page.Keyboard.PressAsync("Tab");
            var found = await Page.EvaluateAsync<bool>(
                "([selector, words]) => document.activeElement.matches(selector) && document.activeElement.textContent.trim().startsWith(words)", new[] { selector, words });
            if (found) return;
        }

        Assert.Fail($"The keyboard does not reach {selector} {words}.");
    }
}

/// <summary>The narrowest screen that WCAG asks for: nothing scrolls sideways, nothing is out of reach.</summary>
[Collection(Clipboard.Name)]
public sealed class The_whole_job_at_320_pixels(BrowserSite site) : The_whole_job(site)
{
    private const int Papers = 3;

    protected override BrowserNewContextOptions Visitor => new()
    {
        Permissions = ["clipboard-read", "clipboard-write"],
        ViewportSize = new() { Width = 320, Height = 640 },
        HasTouch = true,
        IsMobile = true,
    };

    [Fact]
    public async Task An_issue_is_made_on_a_small_phone()
    {
        await StartAsync();
        await FitsAsync();
        await CopyAsync(Links(Papers));
        await Page.Locator("paste-field textarea").First.TapAsync();
        await Page.Keyboard.PressAsync("Control+V");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Make a draft" }).First.WaitForAsync();
        await FitsAsync();
        await ShootAsync("outline");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Make a draft" }).First.TapAsync();
        await Assertions.Expect(Page.Locator(".outline > .item h3").Nth(Papers - 1)).ToHaveTextAsync($"On {Ids[Papers - 1]}");
        await FitsAsync();
        await ShootAsync("draft");

        for (var paper = 1; paper <= Papers; paper++)
        {
            var item = Page.Locator(".outline > .item").Nth(paper - 1);
            if (!await item.Locator("details").First.EvaluateAsync<bool>("card => card.open")) await item.Locator("summary").First.TapAsync();
            await item.Locator("textarea[name='Input.Words']").FillAsync(OpinionOn(paper));
            await item.Locator("[data-depth]").SelectOptionAsync("Skimmed");
            await FitsAsync();
            await item.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).TapAsync();
            await Assertions.Expect(item.Locator(".said")).ToContainTextAsync("Saved");
        }

        await ShootAsync("written");
        await Page.Locator("#title").FillAsync("On a small phone");
        await Page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Publish") }).First.TapAsync();

        await ReadersSeeAsync(Papers);
        await FitsAsync();
        await ShootAsync("published");
    }
}
