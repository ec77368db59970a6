using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Roundup.Browser.Tests.Harness;
using Roundup.Data.Discussion;
using Roundup.Model.Discussion;

namespace Roundup.Browser.Tests.Moderating;

/// <summary>An editor works through what is held without a mouse and without leaving the page.</summary>
public sealed class The_queue_by_keyboard(BrowserSite site) : BrowserTest(site)
{
    private ILocator Said => Page.Locator("#said");

    [Fact]
    public async Task Each_key_does_its_deed_and_the_next_comment_has_the_focus()
    {
        await StartAsync();
        await Expect(Heading("Five comments are held"));
        await ShootAsync("before");

        await PressAsync("j");
        await FocusedAsync("Lena Fischer");
        await PressAsync("j");
        await FocusedAsync("Marek Oravec");
        await PressAsync("k");
        await FocusedAsync("Lena Fischer");

        await PressAsync("a");
        await Assertions.Expect(Said).ToContainTextAsync("Approved: Lena Fischer.");
        await Expect(Heading("Four comments are held"));
        await Assertions.Expect(Page.Locator("#talk-waits .n")).ToContainTextAsync("5");
        await FocusedAsync("Marek Oravec");
        await PressAsync("t");
        await Assertions.Expect(Said).ToContainTextAsync("Approved and trusted: Marek Oravec.");
        await FocusedAsync("best-essays-4u");
        await PressAsync("s");
        await Assertions.Expect(Said).ToContainTextAsync("Marked as spam: best-essays-4u.");
        await FocusedAsync("Ann");
        await PressAsync("d");
        await Assertions.Expect(Said).ToContainTextAsync("Deleted: Ann.");
        await Expect(Heading("One comment is held"));
        await FocusedAsync("Jonas Weber");
        await ShootAsync("worked");

        await PressAsync("z");
        await Assertions.Expect(Said).ToContainTextAsync("Undone. It was: Deleted: Ann.");
        await Expect(Heading("Two comments are held"));
        await PressAsync("x");
        await Assertions.Expect(Page.Locator(".held.now [type=checkbox]")).ToBeCheckedAsync();
        Assert.True(await Page.EvaluateAsync<bool>("window.isSamePage === true"), "The page was loaded again.");
        var states = await Discussed.AskAsync(Site, db => db.Comments.ToDictionaryAsync(c => c.Name, c => c.State));
        Assert.Equal((CommentState.Public, CommentState.Public, CommentState.Spam, CommentState.Held, CommentState.Held), (states["Lena Fischer"], states["Marek Oravec"], states["best-essays-4u"], states["Ann"], states["Jonas Weber"]));
    }

    [Fact]
    public async Task Many_are_selected_and_done_at_once_and_come_back_at_once()
    {
        await StartAsync();
        await Page.GetByLabel("Select all").CheckAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "Mark as spam" }).ClickAsync();
        await Assertions.Expect(Said).ToContainTextAsync("Marked as spam: 5 comments.");
        await Expect(Heading("No comment is held"));
        await Assertions.Expect(Page.Locator("#around")).ToContainTextAsync("Nothing waits for you here.");

        await Page.Locator(".undo button").First.ClickAsync();
        await Expect(Heading("Five comments are held"));
        await Assertions.Expect(Page.Locator("#queue > .held")).ToHaveCountAsync(5);
        Assert.True(await Page.EvaluateAsync<bool>("window.isSamePage === true"));
    }

    [Fact]
    public async Task What_another_editor_decided_meanwhile_is_said_and_shown()
    {
        await StartAsync();
        Expect("422");
        await Discussed.AskAsync(Site, async db =>
        {
            var lena = await db.Comments.Whole.SingleAsync(c => c.Name == "Lena Fischer");
            lena.Hide("Bo", Site.Clock.GetUtcNow());
            return await db.SaveChangesAsync();
        });

        await PressAsync("j");
        await PressAsync("a");

        await Assertions.Expect(Said).ToContainTextAsync("another editor was quicker");
        await Expect(Heading("Four comments are held"));
        Assert.Equal(CommentState.Hidden, await Discussed.AskAsync(Site, db => db.Comments.Where(c => c.Name == "Lena Fischer").Select(c => c.State).SingleAsync()));
    }

    [Fact]
    public async Task Letters_that_are_switched_off_do_nothing()
    {
        await StartAsync();
        await Page.GotoAsync("/admin/reminders");
        await Page.GetByLabel("Single letters act at the desk").UncheckAsync();
        await FollowAsync(Page.GetByRole(AriaRole.Button, new() { Name = "Save" }));
        await Page.GotoAsync("/admin/comments");
        await Assertions.Expect(Page.Locator(".by-keys")).ToBeHiddenAsync();

        await Page.Locator("#queue > .held").First.FocusAsync();
        foreach (var key in "atsdzjx?") await PressAsync($"{key}");
        await Page.Locator("#queue > .held").Nth(1).GetByRole(AriaRole.Button, new() { Name = "Spam" }).ClickAsync();

        await Assertions.Expect(Said).ToContainTextAsync("Marked as spam: Marek Oravec.");
        await Expect(Heading("Four comments are held"));
        Assert.Equal(1, await Discussed.AskAsync(Site, db => db.ModerationDeeds.CountAsync()));
    }

    [Theory]
    [InlineData("/admin/comments")]
    [InlineData("/admin/comments?list=reported")]
    [InlineData("/admin/comments?list=published")]
    [InlineData("/admin/comments?list=spam")]
    [InlineData("/admin/comments?list=gone")]
    [InlineData("/admin/comments/writers")]
    [InlineData("/admin/comments/rules")]
    [InlineData("/admin/reminders")]
    public async Task Each_page_of_it_is_for_everybody(string path)
    {
        await StartAsync();
        await Page.GotoAsync(path);
        var name = path.Split('/')[^1].Replace("?list=", "-", StringComparison.Ordinal);
        foreach (var (width, scheme) in new[] { (1280, ColorScheme.Light), (1280, ColorScheme.Dark), (390, ColorScheme.Dark), (320, ColorScheme.Light) })
        {
            await Page.SetViewportSizeAsync(width, 900);
            await Page.EmulateMediaAsync(new() { ColorScheme = scheme });
            await ShootAsync($"{name}-{width}-{scheme}".ToLowerInvariant());
            Assert.True(await Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), $"{width} px scrolls sideways.");
            Assert.Empty((await Axe.LookAsync(Page)).Select(f => $"{width} px, {scheme}: {f}"));
        }
    }

    private async Task StartAsync()
    {
        await Discussed.SetAsync(Site);
        await Desk.SignInAsync(Page, "/admin/comments");
        await Page.EvaluateAsync("window.isSamePage = true");
    }

    private ILocator Heading(string words) => Page.GetByRole(AriaRole.Heading, new() { Name = words, Level = 1 });

    private static Task Expect(ILocator there) => Assertions.Expect(there).ToBeVisibleAsync();

    private Task PressAsync(string key) => Page.Keyboard.PressAsync(key);

    private Task FocusedAsync(string name) => Assertions.Expect(Page.Locator(".held.now", new() { HasText = name })).ToBeFocusedAsync();
}
