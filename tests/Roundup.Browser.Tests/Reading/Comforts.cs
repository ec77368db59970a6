using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Roundup.Browser.Tests.Accessibility;
using Roundup.Browser.Tests.Harness;

namespace Roundup.Browser.Tests.Reading;

/// <summary>What makes reading pleasant, without an account and in the browser alone.</summary>
public sealed class Comforts(BrowserSite site) : BrowserTest(site)
{
    [Fact]
    public async Task Alt_and_an_arrow_go_from_paper_to_paper()
    {
        await Scene.SetAsync(Site);
        await Page.GotoAsync("/issues/2");
        var papers = Page.Locator("article.paper .paper-no");
        await Assertions.Expect(papers).ToHaveCountAsync(3);

        for (var paper = 0; paper < 3; paper++)
        {
            await Page.Keyboard.PressAsync("Alt+ArrowDown");
            await Assertions.Expect(papers.Nth(paper)).ToBeFocusedAsync();
            await Page.WaitForFunctionAsync("() => { const at = document.activeElement.getBoundingClientRect(); return at.top >= 0 && at.bottom <= innerHeight }");
        }

        // Whoever is in a hurry does not wait until the page has come to rest.
        await Page.EvaluateAsync("scrollTo({ top: 0, behavior: 'instant' })");
        await Page.Keyboard.PressAsync("Escape");
        await Page.EvaluateAsync("document.activeElement.blur()");
        for (var paper = 0; paper < 3; paper++) await Page.Keyboard.PressAsync("Alt+ArrowDown");
        await Assertions.Expect(papers.Nth(2)).ToBeFocusedAsync();

        await Page.EvaluateAsync("document.querySelectorAll('article.paper')[2].scrollIntoView({ behavior: 'instant' })");
        await Page.Keyboard.PressAsync("Alt+ArrowUp");
        await Assertions.Expect(papers.Nth(1)).ToBeFocusedAsync();
    }

    [Fact]
    public async Task A_citation_is_copied()
    {
        await Scene.SetAsync(Site);
        await Page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"], new() { Origin = Site.Address });
        await Page.GotoAsync("/issues/1");
        await Page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Cite") }).First.ClickAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "Copy the citation" }).First.ClickAsync();

        await Assertions.Expect(Page.GetByRole(AriaRole.Status).Filter(new() { HasText = "Copied." })).ToBeVisibleAsync();
        Assert.Contains(Scene.KnownTitle, await Page.EvaluateAsync<string>("navigator.clipboard.readText()"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_came_out_since_the_last_visit_says_so_until_the_tab_is_closed()
    {
        await Scene.SetAsync(Site);
        await Page.GotoAsync("/issues");
        await Assertions.Expect(Page.Locator("[data-issue]")).ToHaveCountAsync(2);
        await Assertions.Expect(Page.Locator(".new")).ToHaveCountAsync(0);

        // As if the second had not been out at that visit.
        await Page.EvaluateAsync("localStorage.setItem('roundup-latest', 1)");
        await OpenTabAsync();
        foreach (var path in new[] { "/issues", "/issues" })
        {
            await Page.GotoAsync(path);
            await Assertions.Expect(Page.Locator("[data-issue='2'] .new")).ToHaveTextAsync("new since your last visit");
            await Assertions.Expect(Page.Locator("[data-issue='1'] .new")).ToHaveCountAsync(0);
        }

        // An older issue read afterwards takes nothing back.
        await Page.GotoAsync("/issues/1");
        await Assertions.Expect(Page.Locator("article.paper")).ToHaveCountAsync(1);
        await OpenTabAsync();
        await Page.GotoAsync("/issues");
        await Assertions.Expect(Page.Locator("[data-issue]")).ToHaveCountAsync(2);
        await Assertions.Expect(Page.Locator(".new")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Results_come_while_one_types_and_the_address_keeps_the_question()
    {
        await Scene.SetAsync(Site);
        await Page.GotoAsync("/search");
        await Page.EvaluateAsync("document.documentElement.dataset.same = ''");
        var box = Page.GetByRole(AriaRole.Searchbox);
        await box.PressSequentiallyAsync("assoc", new() { Delay = 40 });

        await Assertions.Expect(Page.Locator(".found mark").First).ToHaveTextAsync(new Regex("^[Aa]ssociations$"));
        await Assertions.Expect(Page).ToHaveURLAsync(new Regex(@"/search\?q=assoc$"));
        await Assertions.Expect(box).ToBeFocusedAsync();
        await box.FillAsync("assoc nothingofthatkind");
        await Assertions.Expect(Page.Locator("#count")).ToHaveTextAsync("Nothing was found for this.");
        await Assertions.Expect(Page.Locator("html[data-same]")).ToBeAttachedAsync();
        await box.PressAsync("Enter");
        await Assertions.Expect(Page.Locator("html:not([data-same])")).ToBeAttachedAsync();
        await Assertions.Expect(Page.GetByRole(AriaRole.Searchbox)).ToHaveValueAsync("assoc nothingofthatkind");
    }

    [Fact]
    public async Task Nothing_glides_for_whoever_wants_no_motion()
    {
        await Scene.SetAsync(Site);
        await Page.GotoAsync("/issues/1");
        foreach (var (wanted, behaviour) in new[] { (ReducedMotion.NoPreference, "smooth"), (ReducedMotion.Reduce, "auto") })
        {
            await Page.EmulateMediaAsync(new() { ReducedMotion = wanted });
            Assert.Equal(behaviour, await Page.EvaluateAsync<string>("getComputedStyle(document.documentElement).scrollBehavior"));
            Assert.Empty(await Page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('*')].filter(e => parseFloat(getComputedStyle(e).transitionDuration) > 0 || getComputedStyle(e).animationName !== 'none').map(e => e.tagName)"));
        }
    }

    [Theory, InlineData("/issues/1"), InlineData("/issues"), InlineData("/papers/1"), InlineData("/search?q=factual")]
    public async Task Where_the_keyboard_stands_has_a_ring(string path)
    {
        await Scene.SetAsync(Site);
        await Page.GotoAsync(path);
        var places = new HashSet<string>();
        for (var press = 0; press < 25; press++)
        {
            await Page.Keyboard.PressAsync("Tab");
            places.Add(await Page.EvaluateAsync<string>("document.activeElement.outerHTML"));
            Assert.Equal("", await Page.EvaluateAsync<string>("() => { const e = document.activeElement, s = getComputedStyle(e); return e === document.body || s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2 ? '' : e.outerHTML }"));
        }

        Assert.True(places.Count > 10, "The keyboard went nowhere.");
    }

    [Fact]
    public async Task Where_the_system_chooses_the_colours_the_page_that_one_is_on_is_still_marked()
    {
        await Scene.SetAsync(Site);
        await Page.EmulateMediaAsync(new() { ForcedColors = ForcedColors.Active });
        await Page.GotoAsync("/issues");

        var borders = await Page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('.nav a')].sort((a, b) => b.hasAttribute('aria-current') - a.hasAttribute('aria-current')).map(a => getComputedStyle(a).borderBottomColor)");
        Assert.DoesNotContain(borders[0], borders.Skip(1));
        await Page.GotoAsync("/issues/2");
        await Page.Locator("article.paper .paper-no").First.ClickAsync();
        Assert.Equal("solid", await Page.EvaluateAsync<string>("getComputedStyle(document.querySelector(':target .paper-no')).outlineStyle"));
        Assert.Equal("none", await Page.EvaluateAsync<string>("getComputedStyle(document.querySelector('.abstract > summary'), '::before').display"));
    }

    [Theory, InlineData(ColorScheme.Dark), InlineData(ColorScheme.Light)]
    public async Task Where_the_system_chooses_the_colours_found_words_are_seen(ColorScheme scheme)
    {
        await Scene.SetAsync(Site);
        await Page.EmulateMediaAsync(new() { ForcedColors = ForcedColors.Active, ColorScheme = scheme });
        await Page.GotoAsync("/search?q=factual");

        // As a browser names them for words and for links.
        var allowed = await Page.EvaluateAsync<string[]>("() => [getComputedStyle(document.querySelector('h1')).color, getComputedStyle(document.querySelector('.found a')).color]");
        Assert.All(await Page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('mark')].map(m => getComputedStyle(m).color)"), color => Assert.Contains(color, allowed));
    }

    [Fact]
    public async Task Text_follows_the_size_that_the_browser_is_set_to()
    {
        await Scene.SetAsync(Site);
        await Page.GotoAsync("/issues/1");
        async Task<double[]> SizesAsync() => await Page.EvaluateAsync<double[]>("() => ['h1', '.opinion p', '.abstract blockquote', '.facts'].map(s => parseFloat(getComputedStyle(document.querySelector(s)).fontSize))");
        var usual = await SizesAsync();
        // What a reader chooses in the browser is what the root has, for nothing of ours says otherwise.
        Assert.Equal(16, await Page.EvaluateAsync<double>("parseFloat(getComputedStyle(document.documentElement).fontSize)"));
        await Page.EvaluateAsync("document.documentElement.style.fontSize = '24px'");

        Assert.All(usual.Zip(await SizesAsync()), pair => Assert.InRange(pair.Second / pair.First, 1.2, 1.6));
    }
}
