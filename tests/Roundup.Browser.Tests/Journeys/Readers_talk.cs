using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Roundup.Browser.Tests.Accessibility;
using Roundup.Browser.Tests.Harness;

namespace Roundup.Browser.Tests.Journeys;

/// <summary>The same with script, by keys alone and by the names that a screen reader says: nothing of it leaves the page.</summary>
public sealed class Readers_talk(BrowserSite site) : BrowserTest(site)
{
    private ILocator Words => Page.GetByRole(AriaRole.Textbox, new() { Name = "Comment", Exact = true });

    [Fact]
    public async Task By_keyboard_and_names_alone()
    {
        const string Email = "keys@example.org";
        await Scene.SetAsync(Site);
        await Page.GotoAsync("/issues/2");
        await PressAsync(AriaRole.Link, "Write a comment");
        await Assertions.Expect(Words).ToBeFocusedAsync();
        await Page.Keyboard.TypeAsync("By *keys* alone.");
        await TabToAsync(Page.GetByRole(AriaRole.Textbox, new() { Name = "Name", Exact = true }));
        await Page.Keyboard.TypeAsync("Marek Oravec");
        await TabToAsync(Page.GetByRole(AriaRole.Textbox, new() { Name = "E-mail address, never shown" }));
        await Page.Keyboard.TypeAsync("no address");
        Expect("422");
        await Page.EvaluateAsync("document.querySelector('talk-form form').noValidate = true");
        await PressAsync(AriaRole.Button, "Send");
        await Assertions.Expect(Page.GetByRole(AriaRole.Textbox, new() { Name = "E-mail address, never shown" })).ToBeFocusedAsync();
        await Assertions.Expect(Page.Locator("#talk-email-error")).ToContainTextAsync("Give an e-mail address");
        await Page.Keyboard.PressAsync("Control+a");
        await Page.Keyboard.TypeAsync(Email);
        await PressAsync(AriaRole.Button, "Preview");
        await Assertions.Expect(Page.GetByRole(AriaRole.Region, new() { Name = "Your comment, as readers would see it" })).ToBeFocusedAsync();
        await ShootAsync("preview");
        await PressAsync(AriaRole.Button, "Send");
        await Assertions.Expect(Page.Locator(".next")).ToBeFocusedAsync();
        await Assertions.Expect(Page.GetByRole(AriaRole.Status)).ToHaveTextAsync("A mail is on its way");
        Assert.EndsWith("/issues/2/the-shape-of-the-loss", new Uri(Page.Url).AbsolutePath, StringComparison.Ordinal);
        await ShootAsync("next");

        await Page.GotoAsync(await Harness.Talk.LinkAsync(Site, Email));
        await PressAsync(AriaRole.Button, "Confirm");
        await Assertions.Expect(Page.GetByRole(AriaRole.Status)).ToContainTextAsync("Confirmed.");
        await Harness.Talk.ApproveAsync(Site, Email);
        await Page.GotoAsync("/issues/2");
        await PressAsync(AriaRole.Link, "Reply to Marek Oravec");
        await Assertions.Expect(Words).ToBeFocusedAsync();
        await Page.Keyboard.TypeAsync("An answer.");
        await PressAsync(AriaRole.Button, "Send");
        await Assertions.Expect(Page.GetByRole(AriaRole.Status)).ToHaveTextAsync(new Regex("An editor reads it first|Your comment is on the page"));
        await Harness.Talk.ApproveAsync(Site, Email);

        await Page.GotoAsync("/comments/mine");
        await PressAsync(Page.GetByRole(AriaRole.Link, new() { Name = "Change" }).Last);
        await TabToAsync(Words);
        await Page.Keyboard.PressAsync("Control+a");
        await Page.Keyboard.TypeAsync("Changed by keys.");
        await PressAsync(AriaRole.Button, "Save");
        await PressAsync(Page.GetByRole(AriaRole.Link, new() { Name = "Remove…" }).Last);
        await PressAsync(AriaRole.Button, "Remove it");
        await Assertions.Expect(Page.GetByRole(AriaRole.Status)).ToHaveTextAsync("Removed.");
        await Page.GotoAsync("/issues/2");
        await Assertions.Expect(Page.Locator(".comment.gone")).ToHaveTextAsync("Removed by its writer.");
        await Assertions.Expect(Page.Locator(".replies .comment").Filter(new() { HasText = "An answer." })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task What_is_sent_appears_in_its_place_and_what_is_not_is_kept()
    {
        await Scene.SetAsync(Site);
        await Harness.Talk.SayAsync(Site, 2, "Ana Brito", "One caution about reading the edits.", paper: 1);
        await Desk.SignInAsync(Page, "/issues/2");
        await Page.EvaluateAsync("window.stays = true");
        await Page.GetByRole(AriaRole.Link, new() { Name = "Reply to Ana Brito" }).ClickAsync();
        await Words.PressSequentiallyAsync("Not lost, though the page");

        await Page.ReloadAsync();
        await Assertions.Expect(Words).ToHaveCountAsync(0);
        await Page.EvaluateAsync("window.stays = true");
        await Page.GetByRole(AriaRole.Link, new() { Name = "Reply to Ana Brito" }).ClickAsync();
        await Assertions.Expect(Words).ToHaveValueAsync("Not lost, though the page");
        await Words.PressSequentiallyAsync(" was.");
        await ShootAsync("answering");
        await Page.GetByRole(AriaRole.Link, new() { Name = "Cancel" }).ClickAsync();
        await Assertions.Expect(Page.GetByRole(AriaRole.Link, new() { Name = "Reply to Ana Brito" })).ToBeFocusedAsync();
        await Page.GetByRole(AriaRole.Link, new() { Name = "Reply to Ana Brito" }).ClickAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "Send" }).ClickAsync();

        var answer = Page.Locator(".replies .comment").Filter(new() { HasText = "though the page" });
        await Assertions.Expect(answer).ToContainTextAsync("Not lost, though the page was.");
        await Assertions.Expect(answer).ToBeFocusedAsync();
        await Assertions.Expect(answer.Locator(".tag")).ToHaveTextAsync("editor");
        await Assertions.Expect(answer.Locator(".new")).ToHaveCountAsync(0);
        Assert.True(await Page.EvaluateAsync<bool>("window.stays"));
        Assert.Equal(0, await Page.EvaluateAsync<int>("Object.keys(localStorage).filter(k => k.startsWith('roundup-comment')).length"));
        await ShootAsync("answered");
    }

    [Fact]
    public async Task A_sentence_of_the_page_is_quoted()
    {
        await Scene.SetAsync(Site);
        await Page.GotoAsync("/issues/1");
        await Page.EvaluateAsync("""
            () => {
              const words = document.querySelector('.opinion .prose p').firstChild
              getSelection().setBaseAndExtent(words, 0, words, 16)
            }
            """);
        var quote = Page.GetByRole(AriaRole.Button, new() { Name = "Quote in a comment" });
        await Assertions.Expect(quote).ToBeVisibleAsync();
        await ShootAsync("selected");
        await TabToAsync(quote);
        await Page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(Words).ToHaveValueAsync("> The most careful\n\n");
        await Assertions.Expect(Words).ToBeFocusedAsync();
        await Assertions.Expect(Page.Locator("#about-form")).ToContainTextAsync("About paper 1");
        await Assertions.Expect(quote).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task What_is_new_since_the_last_visit_says_so()
    {
        await Scene.SetAsync(Site);
        await Harness.Talk.SayAsync(Site, 2, "Old Reader", "Seen before.");
        await Page.GotoAsync("/issues/2");
        await Assertions.Expect(Page.Locator("#discussion .new")).ToHaveCountAsync(0);
        var id = await Harness.Talk.SayAsync(Site, 2, "New Reader", "Not seen yet.", paper: 2);

        await OpenTabAsync();
        await Page.GotoAsync("/issues/2");

        await Assertions.Expect(Page.Locator(".since")).ToHaveTextAsync("1 new since your last visit.");
        await Assertions.Expect(Page.Locator($"#c-{id} .new")).ToHaveTextAsync("new");
        await ShootAsync("new");
        await OpenTabAsync();
        await Page.GotoAsync("/issues/2");
        await Assertions.Expect(Page.Locator($"#c-{id}")).ToBeVisibleAsync();
        await Assertions.Expect(Page.Locator("talk-page [role=status]")).ToBeAttachedAsync();
        await Assertions.Expect(Page.Locator(".new, .since")).ToHaveCountAsync(0);
    }

    private Task PressAsync(AriaRole role, string name) => PressAsync(Page.GetByRole(role, new() { Name = name, Exact = true }).First);

    private async Task PressAsync(ILocator target)
    {
        await TabToAsync(target);
        await Page.Keyboard.PressAsync("Enter");
    }

    /// <summary>As somebody without a mouse gets there.</summary>
    private async Task TabToAsync(ILocator target)
    {
        await Assertions.Expect(target).ToBeVisibleAsync();
        for (var press = 0; press < 300; press++)
        {
            if (await target.EvaluateAsync<bool>("e => e === document.activeElement")) return;
            await Page.Keyboard.PressAsync("Tab");
        }

        Assert.Fail($"The keyboard does not reach {target}.");
    }
}
