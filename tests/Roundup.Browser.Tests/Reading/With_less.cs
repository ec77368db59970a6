using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Roundup.Browser.Tests.Accessibility;
using Roundup.Browser.Tests.Harness;

namespace Roundup.Browser.Tests.Reading;

/// <summary>The archive is read, searched and answered with scripts, style sheets or pictures switched off.</summary>
public sealed class With_less(BrowserSite site) : BrowserTest(site)
{
    private static readonly string[] Pages =
        ["/", "/issues", "/issues/1", "/issues/2", "/papers", "/papers/1", "/topics", "/topics/model-editing", "/authors/kevin-meng", "/search?q=factual", "/about", "/suggest", "/api", "/comments/rules", "/account/sign-in"];

    private const string Undrawn = """
        () => [...document.querySelectorAll('main svg')].filter(s => s.checkVisibility()).flatMap(s => [...(s.getBoundingClientRect().width > 640 ? [s] : []), ...s.querySelectorAll('path, circle, text')].filter(e => e === s
            || (e.tagName === 'text' ? getComputedStyle(e).fill === 'none' || getComputedStyle(e).stroke !== 'none' : getComputedStyle(e).fill === 'none' && getComputedStyle(e).stroke === 'none'))).map(e => e.outerHTML.slice(0, 120))
        """;

    [Theory, InlineData("scripts"), InlineData("style sheets"), InlineData("pictures"), InlineData("all of them")]
    public async Task Every_page_works(string off)
    {
        await Scene.SetAsync(Site);
        await SwitchOffAsync(off);
        foreach (var path in Pages)
        {
            await Page.GotoAsync(path);
            await Assertions.Expect(Page.Locator("h1")).ToBeVisibleAsync();
            await Assertions.Expect(Page.Locator("main")).ToHaveTextAsync(new Regex(@"(\w+\W+){8}"));
            // What can be pressed says what it does, and nothing is left of what only a script would do.
            Assert.Empty(await Page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('main button, main a[href], main summary')].filter(e => e.checkVisibility() && !(e.textContent.trim() || e.getAttribute('aria-label'))).map(e => e.outerHTML)"));
            if (off is "scripts" or "all of them") Assert.Empty(await Page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('main button')].filter(e => e.type === 'button' && e.checkVisibility() && !e.hasAttribute('popovertarget')).map(e => e.outerHTML)"));
            // A drawing says by itself how large it is and how it is drawn.
            Assert.Empty(await Page.EvaluateAsync<string[]>(Undrawn));
            Assert.Empty(await Page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('img:not([alt]), svg[role=img]:not([aria-label], [aria-labelledby], :has(title))')].map(e => e.outerHTML)"));
        }
    }

    [Theory, InlineData("scripts"), InlineData("style sheets"), InlineData("all of them")]
    public async Task A_reader_comes_from_the_home_page_to_a_found_paper_and_comments(string off)
    {
        await Scene.SetAsync(Site);
        await SwitchOffAsync(off);
        await Page.GotoAsync("/");
        await FollowAsync(Page.GetByRole(AriaRole.Navigation).GetByRole(AriaRole.Link, new() { Name = "Archive" }).First);
        await FollowAsync(Page.GetByRole(AriaRole.Link, new() { Name = "Where facts are kept" }).First);
        await Assertions.Expect(Page.Locator("article.paper section.opinion strong").First).ToHaveTextAsync("causal tracing");
        await FollowAsync(Page.Locator("article.paper").GetByRole(AriaRole.Link, new() { Name = Scene.KnownTitle }).First);
        await FollowAsync(Page.Locator("main").GetByRole(AriaRole.Link, new() { Name = "Model editing" }).First);
        await Page.GotoAsync("/search");
        await Page.GetByRole(AriaRole.Searchbox).FillAsync("factual -nonsense author:meng");
        await FollowAsync(Page.GetByRole(AriaRole.Button, new() { Name = "Search" }));
        await Assertions.Expect(Page.Locator("mark").First).ToHaveTextAsync("Factual");
        await FollowAsync(Page.Locator(".found").GetByRole(AriaRole.Link, new() { Name = Scene.KnownTitle }).First);

        await Page.GotoAsync("/issues/2/comment");
        await Page.GetByRole(AriaRole.Textbox, new() { Name = "Comment", Exact = true }).FillAsync($"I read it with {off} switched off.");
        await Page.GetByRole(AriaRole.Textbox, new() { Name = "Name" }).FillAsync("Someone with less");
        await Page.GetByRole(AriaRole.Textbox, new() { Name = "E-mail address, never shown" }).FillAsync("less@example.org");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Send" }).ClickAsync();

        await Assertions.Expect(Page.GetByText("A mail is on its way").First).ToBeVisibleAsync();
    }

    [Theory, InlineData("/issues/1"), InlineData("/issues/2")]
    public async Task An_issue_page_takes_one_sheet_and_three_files_of_two_fonts_and_says_the_same_without_script(string path)
    {
        await Scene.SetAsync(Site);
        var asked = new List<(string Kind, string Url)>();
        Page.Request += (_, request) => asked.Add((request.ResourceType, request.Url));
        await Page.GotoAsync(path);
        await Page.WaitForLoadStateAsync(LoadState.NetworkIdle);

        var count = asked.CountBy(a => a.Kind).ToDictionary(c => c.Key, c => c.Value);
        var families = await Page.EvaluateAsync<string[]>("() => [...new Set([...document.fonts].filter(f => f.status === 'loaded').map(f => f.family))]");
        TestContext.Current.TestOutputHelper?.WriteLine($"FIGURE: {path} takes {families.Length} fonts ({string.Join(", ", families)}), {count.GetValueOrDefault("font")} files of them, and {count["stylesheet"]} style sheet");
        Assert.Equal(1, count["stylesheet"]);
        Assert.InRange(families.Length, 1, 2);
        Assert.InRange(count.GetValueOrDefault("font"), 1, 3);

        // What only a script can do, a script adds, and each of it is a button.
        const string Words = "() => { const main = document.querySelector('main').cloneNode(true); for (const b of main.querySelectorAll('button[type=button]')) b.remove(); return main.textContent.replace(/\\s+/g, ' ') }";
        var text = await Page.EvaluateAsync<string>(Words);
        await VisitAsync(new() { JavaScriptEnabled = false });
        await Page.GotoAsync(path);
        Assert.Equal(text, await Page.EvaluateAsync<string>(Words));
    }

    private async Task SwitchOffAsync(string off)
    {
        var everything = off is "all of them";
        if (everything || off is "scripts") await VisitAsync(new() { JavaScriptEnabled = false });
        Expect("ERR_FAILED");
        await Page.RouteAsync("**/*", route => (everything || off is "style sheets") && route.Request.ResourceType is "stylesheet" || (everything || off is "pictures") && route.Request.ResourceType is "image"
            ? route.AbortAsync() : route.ContinueAsync());
    }
}
