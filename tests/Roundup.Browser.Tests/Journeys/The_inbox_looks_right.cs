using Deque.AxeCore.Playwright;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Roundup.Browser.Tests.Harness;
using Roundup.Data;
using Roundup.Formats;
using Roundup.Model.Inbox;
using Roundup.Model.Issues;
using Roundup.Model.Papers;

namespace Roundup.Browser.Tests.Journeys;

/// <summary>The pages of clipper, form and inbox on wide and narrow screens, light and dark: nothing sticks out, nothing is too small to hit.</summary>
public sealed class The_inbox_looks_right(BrowserSite site) : BrowserTest(site)
{
    private const string TooSmall = """
        () => [...document.querySelectorAll('main button, main a[href], main input:not([type=hidden]), main summary')]
          .filter(e => e.checkVisibility() && !e.closest('p:not(.acts), li li, td, q, .outline') && !e.matches('[type=radio]'))
          .map(e => [e.getBoundingClientRect(), e.outerHTML.slice(0, 120)]).filter(([r]) => r.height < 24 || r.width < 24).map(([r, html]) => `${r.width}x${r.height} ${html}`)
        """;

    [Theory]
    [InlineData(1280, ColorScheme.Light)]
    [InlineData(1280, ColorScheme.Dark)]
    [InlineData(390, ColorScheme.Light)]
    [InlineData(390, ColorScheme.Dark)]
    [InlineData(320, ColorScheme.Light)]
    public async Task On_screens_of_every_width(int width, ColorScheme scheme)
    {
        Expect("422");
        await Desk.OpenAsync(Site);
        var item = await FurnishAsync();
        await Page.EmulateMediaAsync(new() { ColorScheme = scheme });
        await Page.SetViewportSizeAsync(width, 800);
        await Desk.SignInAsync(Page);
        foreach (var (name, path) in new[]
        {
            ("inbox", $"/admin/inbox?added={item}#i-{item}"), ("clipper", "/admin/clipper"), ("capture", $"/capture?url=https://arxiv.org/abs/2202.05262&note=Again"),
            ("edit", "/admin/issues/4/edit"), ("add", $"/admin/inbox/{item}/add"), ("note", $"/admin/inbox/{item}/note"), ("away", $"/admin/inbox/{item}/put-away"), ("paste", "/admin/inbox/paste"),
        })
        {
            await Page.GotoAsync(path);
            await ShootAsync($"{name}-{width}-{scheme}".ToLowerInvariant());
            Assert.True(await Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), $"{path} scrolls sideways at {width} px");
            Assert.Empty(await Page.EvaluateAsync<string[]>(TooSmall));
            if (name is not "edit") Assert.Empty((await Page.RunAxe()).Violations.Select(v => $"{path}: {v.Help} {string.Join(' ', v.Nodes.Select(n => n.Html))}"));
        }
    }

    [Fact]
    public async Task A_click_on_the_clipper_here_says_what_to_do_and_its_text_is_within_reach_of_the_keyboard()
    {
        await Desk.OpenAsync(Site);
        await Desk.SignInAsync(Page, "/admin/clipper");

        await Page.Locator("clipper-link a").FocusAsync();
        await Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(Page.Locator("clipper-link .said")).ToContainTextAsync("Drag it to the bookmarks bar");
        await Page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(Page.Locator("#clipper-text")).ToBeFocusedAsync();
    }

    private async Task<int> FurnishAsync()
    {
        await using var scope = Site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RoundupDb>();
        if (await db.Inbox.OrderByDescending(i => i.Id).FirstOrDefaultAsync() is { } there) return there.Id;

        var now = DateTimeOffset.UnixEpoch.AddYears(56);
        var covered = Paper("Locating and Editing Factual Associations in GPT", "2202.05262", now, "Kevin Meng", "David Bau", "Alex Andonian", "Yonatan Belinkov");
        Insist(SafeMarkdown.Render("The most careful **causal tracing** so far, though I doubt that editing a fact means knowing where it is kept.", ProseKind.Editorial, out var words));
        var issue = new Issue(3, now);
        issue.Name("Shelf 3", "Where facts are kept", now);
        issue.Add(covered, now).Opine("", words, now);
        issue.Publish("Ann", now);
        var draft = new Issue(4, now);
        draft.Name("Shelf 4", "The shape of the loss", now);
        var placed = Paper("Averaging Weights Leads to Wider Optima and Better Generalization", "1803.05407", now, "Pavel Izmailov");
        draft.Add(placed, now);
        var untitled = new Paper("2209.04836", now);
        untitled.Identify(new(PaperScheme.Arxiv, "2209.04836"));
        untitled.FillingFailed("arXiv does not answer; it is asked again in ten minutes.");
        var fetching = new Paper("2211.08422", now);
        fetching.Identify(new(PaperScheme.Arxiv, "2211.08422"));
        db.AddRange(issue, draft, new PaperErrand(fetching, ErrandKind.Fill, now.AddYears(99)));
        var old = Item(placed, InboxOrigin.Clipped, now, "Read it beside the one on flat minima.");
        old.Place(now);
        var last = Item(Paper("Loss Landscapes are All You Need: Neural Network Generalization Can Be Explained Without the Implicit Bias of Gradient Descent", "2301.00001", now, "Ping-yeh Chiang", "Renkun Ni", "David Yu Miller", "Arpit Bansal", "Jonas Geiping"), InboxOrigin.Clipped, now.AddHours(5), "Compare with what we said in issue 2.\n\nAsk Ines whether the random search holds at scale.");
        db.AddRange(old, Item(covered, InboxOrigin.Pasted, now.AddHours(1), ""), Item(untitled, InboxOrigin.Suggested, now.AddHours(2), ""), Item(fetching, InboxOrigin.Pasted, now.AddHours(3), ""), last);
        await db.SaveChangesAsync();
        return last.Id;
    }

    private static InboxItem Item(Paper paper, InboxOrigin origin, DateTimeOffset at, string note)
    {
        var item = new InboxItem(paper, origin, "Ann", at);
        Insist(item.Remark(note));
        return item;
    }

    private static Paper Paper(string title, string arxiv, DateTimeOffset now, params string[] authors)
    {
        var paper = new Paper(title, now);
        paper.Identify(new(PaperScheme.Arxiv, arxiv));
        Insist(paper.Describe(Typeset.Line(title), authors, PlainText.Render("We study this."), "", "", now, "arXiv"));
        return paper;
    }

    private static void Insist(Roundup.Model.Refusal? refusal) => Assert.Null(refusal);
}

/// <summary>Capturing with JavaScript off: the address fills the form in, and the form does the rest.</summary>
public sealed class Capturing_without_script(BrowserSite site) : BrowserTest(site)
{
    protected override BrowserNewContextOptions Visitor => new() { JavaScriptEnabled = false, ViewportSize = new() { Width = 320, Height = 640 } };

    [Fact]
    public async Task A_shared_link_ends_in_the_inbox_and_comes_back_out()
    {
        await Desk.OpenAsync(Site);
        await Page.GotoAsync("/capture?title=A+shared+page&text=Look+https://example.org/shared");
        await Page.GetByLabel("E-mail address").FillAsync("ann@example.org");
        await Page.GetByLabel("Password").FillAsync("a sentence that is long enough");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await Page.WaitForURLAsync("**/capture?**");

        await Assertions.Expect(Page.GetByLabel("Link", new() { Exact = true })).ToHaveValueAsync("https://example.org/shared");
        await Page.GetByLabel("Note", new() { Exact = true }).FillAsync("By thumb.");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Capture" }).ClickAsync();
        await Page.WaitForURLAsync("**/admin/inbox?added=*");
        await Assertions.Expect(Page.Locator(".card").First).ToContainTextAsync("By thumb.");
        await ShootAsync("inbox");

        await Page.Locator("#said").GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Assertions.Expect(Page.GetByText("Nothing waits")).ToBeVisibleAsync();
        await Page.Locator("#said").GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Page.Locator(".card").GetByRole(AriaRole.Button, new() { Name = "Add to issue 1" }).ClickAsync();
        await Assertions.Expect(Page.Locator("#said")).ToContainTextAsync("issue 1");
    }
}
