using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Roundup.Browser.Tests.Harness;
using Roundup.Data;
using Roundup.Data.Inbox;

namespace Roundup.Browser.Tests.Accessibility;

/// <summary>
/// Each kind of page, light and wide, dark and narrow: it keeps WCAG 2.2 AA as far as axe can tell, nothing reaches beyond the screen at 320 px, and what can be hit is 24 px tall.
/// </summary>
public sealed partial class Every_page(BrowserSite site) : BrowserTest(site)
{
    // A clipped overflow is no scroll bar, yet words are lost: what reaches beyond the screen must lie in something that scrolls by itself.
    private const string StickingOut = """
        () => [...document.body.querySelectorAll('*')].filter(e => {
          const r = e.getBoundingClientRect()
          if (!r.width || r.right <= innerWidth + 1 || !e.checkVisibility() || e.closest('.vh, .skip, [popover]:not(:popover-open), dt')) return false
          for (let up = e.parentElement; up; up = up.parentElement) if (/auto|scroll/.test(getComputedStyle(up).overflowX) && up.getBoundingClientRect().right <= innerWidth + 1) return false
          return true
        }).slice(0, 3).map(e => `${Math.round(e.getBoundingClientRect().right)} px: ${e.outerHTML.slice(0, 160)}`)
        """;

    private const string TooSmall = """
        () => [...document.querySelectorAll('button, a[href], input:not([type=hidden]), select, summary')]
          .filter(e => e.checkVisibility() && !e.closest('p:not(.acts), li li, td, q, dd, .vh, .skip, .prose, .live, blockquote, label'))
          .map(e => [e.getBoundingClientRect(), e.outerHTML.slice(0, 120)]).filter(([r]) => r.height < 23.5 || r.width < 23.5).map(([r, html]) => `${r.width}x${r.height} ${html}`)
        """;

    private const string AtItsEnd = "document.activeElement.scrollLeft > 0 && document.activeElement.scrollLeft + document.activeElement.clientWidth >= document.activeElement.scrollWidth - 1";

    /// <summary>The pages by name; words in braces stand for a paper's or an entry's number.</summary>
    private static readonly Dictionary<string, string> Pages = new()
    {
        ["home"] = "/",
        ["archive"] = "/issues",
        ["issue"] = "/issues/2",
        ["issue-talk"] = "/issues/1",
        ["comment-new"] = "/issues/2/comment",
        ["comment-answer"] = "/issues/1/comment?reply={said}&quote=",
        ["comment-sent"] = "/comments/sent?next=mail&issue=1",
        ["comment-report"] = "/comments/{said}/report",
        ["comment-rules"] = "/comments/rules",
        ["comment-mine"] = "/comments/mine",
        ["comment-private"] = $"/comments/{Scene.Reader}",
        ["comment-edit"] = $"/comments/{Scene.Reader}/{{own}}/edit",
        ["comment-remove"] = $"/comments/{Scene.Reader}/{{own}}/remove",
        ["comment-disown"] = $"/comments/{Scene.Reader}/disown",
        ["comment-mute"] = $"/comments/{Scene.Reader}/mute",
        ["papers"] = "/papers",
        ["paper"] = "/papers/{known}",
        ["paper-wide"] = "/papers/{wide}",
        ["topics"] = "/topics",
        ["topic"] = "/topics/model-editing",
        ["author"] = "/authors/kevin-meng",
        ["search"] = "/search?q=factual",
        ["search-none"] = "/search?q=%22nobody+wrote+this%22+year%3A2022",
        ["search-empty"] = "/search",
        ["reading-interface"] = "/api",
        ["about"] = "/about",
        ["error"] = "/nothing-here",
        ["error-400"] = "/error?status=400",
        ["error-410"] = "/error?status=410",
        ["error-429"] = "/error?status=429",
        ["error-500"] = "/error?status=500",
        ["issue-opinions"] = "/issues/2?show=opinions",
        ["issue-abstracts"] = "/issues/2?show=abstracts",
        ["search-too-long"] = $"/search?q={new string('x', 301)}",
        ["suggest"] = "/suggest",
        ["suggestion"] = $"/suggestions/{Suggested.Token}",
        ["suggestion-back"] = $"/suggestions/{Suggested.Token}/withdraw",
        ["desk"] = "/admin",
        ["desk-issue"] = "/admin/issues/3/edit",
        ["desk-issue-changed"] = "/admin/issues/3/edit?open={wide-entry}#e-{wide-entry}",
        ["desk-issue-seen"] = "/admin/issues/3/edit?open={known-entry}#e-{known-entry}",
        ["desk-issues"] = "/admin/issues",
        ["desk-card"] = "/admin/issues/3/entries/{known-entry}/edit",
        ["desk-new-card"] = "/admin/issues/3/entries/new",
        ["desk-preview"] = "/admin/issues/3/preview",
        ["desk-preview-phone"] = "/admin/issues/3/preview?as=phone",
        ["desk-preview-frame"] = "/admin/issues/3/preview/page",
        ["desk-preview-mail"] = "/admin/issues/3/preview?as=mail",
        ["desk-preview-text"] = "/admin/issues/3/preview?as=text",
        ["desk-links"] = "/admin/issues/3/links",
        ["desk-notes"] = "/admin/issues/3/notes",
        ["preview"] = $"/preview/{Scene.Token}",
        ["preview-over"] = "/preview/nobody-made-this",
        ["desk-papers"] = "/admin/papers",
        ["desk-papers-none"] = "/admin/papers?q=nothing-is-called-so",
        ["desk-paper"] = "/admin/papers/{kept}",
        ["desk-paper-wide"] = "/admin/papers/{wide}",
        ["desk-paper-twin"] = "/admin/papers/{twin}",
        ["desk-merge"] = "/admin/papers/{twin}/merge?with={other-twin}",
        ["desk-merge-ask"] = "/admin/papers/{twin}/merge",
        ["desk-split"] = "/admin/papers/{known}/split",
        ["desk-undo"] = "/admin/papers/{kept}/undo?merge=1",
        ["desk-twins"] = "/admin/papers/twins",
        ["desk-changes"] = "/admin/changes",
        ["desk-take"] = "/admin/changes/2/take",
        ["desk-inbox"] = "/admin/inbox",
        ["desk-inbox-kept"] = "/admin/inbox?added={item}#i-{item}",
        ["desk-inbox-add"] = "/admin/inbox/{item}/add",
        ["desk-inbox-note"] = "/admin/inbox/{item}/note",
        ["desk-inbox-away"] = "/admin/inbox/{item}/put-away",
        ["desk-inbox-paste"] = "/admin/inbox/paste",
        ["desk-decline"] = "/admin/suggestions/1/decline",
        ["desk-thanks"] = "/admin/issues/3/entries/{known-entry}/thanks",
        ["desk-capture"] = "/capture?url=https://arxiv.org/abs/2202.05262&note=Again",
        ["desk-clipper"] = "/admin/clipper",
        ["desk-snippets"] = "/admin/snippets",
        ["desk-new-snippet"] = "/admin/snippets/new",
        ["desk-snippet"] = "/admin/snippets/1/edit",
        ["desk-snippet-delete"] = "/admin/snippets/1/delete",
        ["desk-topics"] = "/admin/topics",
        ["desk-new-topic"] = "/admin/topics/new",
        ["desk-topic"] = "/admin/topics/1/edit",
        ["desk-topic-merge"] = "/admin/topics/1/merge",
        ["desk-topic-delete"] = "/admin/topics/2/delete",
        ["desk-settings"] = "/admin/settings",
        ["desk-people"] = "/admin/people",
        ["desk-readers"] = "/admin/people/readers",
        ["desk-audit"] = "/admin/audit",
        ["desk-read"] = "/admin/read",
        ["sign-in"] = "/account/sign-in",
    };

    /// <summary>Without their queries, and with a number for each word in braces.</summary>
    public static IEnumerable<string> Paths => Pages.Values.Select(path => Numbered().Replace(path.Split('?', '#')[0], "1"));

    public static TheoryData<string> Names => [.. Pages.Keys, "desk-outline"];

    [Theory, MemberData(nameof(Names))]
    public async Task Is_for_everybody(string name)
    {
        await OpenAsync(name);
        var complaints = new List<string>();
        // For whoever looks at pictures, each width in both schemes; nothing that is looked for here depends on both.
        (int, ColorScheme)[] more = IsShooting ? [(1280, ColorScheme.Dark), (390, ColorScheme.Light)] : [];
        foreach (var (width, scheme) in more.Prepend((1280, ColorScheme.Light)).Append((390, ColorScheme.Dark)).Append((320, ColorScheme.Light)))
        {
            await Page.SetViewportSizeAsync(width, 800);
            await Page.EmulateMediaAsync(new() { ColorScheme = scheme });
            await ShootAsync($"{name}-{width}-{scheme}".ToLowerInvariant());
            complaints.AddRange((await LookAsync((width, scheme) is (1280, ColorScheme.Light) or (390, ColorScheme.Dark))).Select(c => $"{width} px, {scheme}: {c}"));
        }

        Assert.True(complaints is [], string.Join(Environment.NewLine, complaints));
    }

    private async Task<IEnumerable<string>> LookAsync(bool wholly)
    {
        var found = (await Page.EvaluateAsync<string[]>(StickingOut)).Concat(await Page.EvaluateAsync<string[]>(TooSmall));
        if (!await Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth")) found = found.Append("It scrolls sideways.");
        if (!wholly) return found;

        // Axe waits for ever for a frame in which no script may run; what stands in it is looked at as a page of its own.
        var frames = await Page.EvaluateAsync<int>("() => { const all = [...document.querySelectorAll('iframe')]; for (const f of all) f.remove(); return all.length }");
        var violations = (await Axe.LookAsync(Page)).Where(f => !IsReachedAnyway(f.Rule, f.Html)).Select(f => $"{f}").ToList();
        if (frames > 0) await Page.ReloadAsync();
        return found.Concat(violations);
    }

    // Axe asks for a tabindex, which stored MathML can't carry; browsers take what scrolls into the tab order by themselves, as the test below has it.
    private static bool IsReachedAnyway(string rule, string html) => rule is "scrollable-region-focusable" && html.StartsWith("<math", StringComparison.Ordinal);

    [Fact]
    public async Task Is_valid_HTML_as_it_is_sent()
    {
        await SetSceneAsync();
        var folder = Directory.CreateTempSubdirectory("markup-");
        // Readers' pages first, as somebody who is not signed in gets them.
        foreach (var (name, path) in Pages.OrderBy(p => p.Key.StartsWith("desk", StringComparison.Ordinal)))
        {
            if (name is "desk") await Desk.SignInAsync(Page);
            var reply = await Page.APIRequest.GetAsync($"{Site.Address}{(await FillInAsync(path)).Split('#')[0]}", new() { Headers = [new("Accept", "text/html")] });
            Assert.StartsWith("text/html", reply.Headers["content-type"], StringComparison.Ordinal);
            await File.WriteAllBytesAsync(Path.Combine(folder.FullName, $"{name}.html"), await reply.BodyAsync());
        }

        var complaints = await NuChecker.LookAsync(folder.FullName);
        folder.Delete(recursive: true);

        TestContext.Current.TestOutputHelper?.WriteLine($"FIGURE: errors of the Nu HTML checker on {Pages.Count} page types = {complaints.Count}");
        Assert.True(complaints is [], string.Join(Environment.NewLine, complaints));
    }

    [Fact]
    public async Task A_wide_formula_is_read_to_its_end_by_keyboard()
    {
        await OpenAsync("paper-wide");
        await Page.SetViewportSizeAsync(320, 640);
        var formulas = await Page.Locator("main math").CountAsync();
        Assert.True(formulas >= 4);

        for (var press = 0; press < 40 && !await Page.EvaluateAsync<bool>("document.activeElement.matches('blockquote math')"); press++) await Page.Keyboard.PressAsync("Tab");
        Assert.True(await Page.EvaluateAsync<bool>("document.activeElement.matches('blockquote math')"), "The keyboard does not reach the formula.");
        for (var press = 0; press < 200 && !await Page.EvaluateAsync<bool>(AtItsEnd); press++) await Page.Keyboard.PressAsync("ArrowRight");

        Assert.True(await Page.EvaluateAsync<bool>(AtItsEnd), "The formula does not scroll to its end.");
        await ShootAsync("formula");
    }

    [Fact]
    public async Task The_desk_s_bar_holds_on_a_small_phone()
    {
        await OpenAsync("desk-inbox");
        await Page.SetViewportSizeAsync(320, 640);

        foreach (var place in new[] { "Desk", "Issue 3", "Inbox", "Issues", "Papers", "Changes", "People", "Settings" })
            await Assertions.Expect(Page.GetByRole(AriaRole.Navigation, new() { Name = "Desk" }).GetByRole(AriaRole.Link, new() { Name = place, Exact = place is not "Inbox" })).ToBeInViewportAsync();
        Assert.True(await Page.EvaluateAsync<int>("document.querySelector('.bar').offsetHeight") <= 170, "The bar takes more than a quarter of the screen.");
    }

    /// <summary>However long the pages before took, it is the same moment: the last comment is a minute old and can be changed.</summary>
    private async Task SetSceneAsync()
    {
        await Scene.SetAsync(Site);
        Site.Clock.Set(BrowserSite.Start);
    }

    private async Task OpenAsync(string name)
    {
        await SetSceneAsync();
        if (name is "error" or "preview-over") Expect("404");
        if (name is "desk-capture" or "desk-merge-ask" or "search-too-long") Expect("422");
        if (name.StartsWith("error-", StringComparison.Ordinal)) Expect(name[6..]);
        if (name is "desk-outline")
        {
            await Desk.SignInAsync(Page);
            await Page.Locator("#paste-text").FillAsync(Outline);
            await Page.GetByRole(AriaRole.Button, new() { Name = "Read" }).ClickAsync();
            await Page.GetByRole(AriaRole.Button, new() { Name = "Make a draft" }).First.WaitForAsync();
        }
        else if (name.StartsWith("desk", StringComparison.Ordinal))
        {
            await Desk.SignInAsync(Page, await FillInAsync(Pages[name]));
        }
        else
        {
            await Page.GotoAsync(await FillInAsync(Pages[name]));
            if (name is "comment-edit") await Assertions.Expect(Page.GetByRole(AriaRole.Textbox, new() { Name = "Comment" })).ToBeVisibleAsync();
        }
    }

    private const string Outline = """
        # A week of facts

        Some words before.

        ## Locating and Editing Factual Associations in GPT

        https://arxiv.org/abs/2202.05262

        *My opinion:* the most careful so far.

        @article{power2022, title = {Grokking: Generalization Beyond Overfitting on Small Algorithmic Datasets}, author = {Power, Alethea and Burda, Yuri}, year = {2022}, eprint = {2201.02177}, archivePrefix = {arXiv}, abstract = {In this paper we propose to study generalization of neural networks on small algorithmically generated datasets.}}

        https://arxiv.org/abs/2209.10652
        https://arxiv.org/abs/2202.05262v2
        """;

    private async Task<string> FillInAsync(string path)
    {
        await using var scope = Site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RoundupDb>();
        async Task<int> Paper(string arxiv) => (await db.Papers.SingleAsync(p => p.Identifiers.Any(i => i.Value == arxiv))).Id;
        async Task<int> Entry(int paper) => (await db.Set<Roundup.Model.Issues.Entry>().OrderBy(e => e.Id).LastAsync(e => e.PaperId == paper)).Id;

        var (known, wide) = (await Paper(Scene.KnownId), await Paper("2301.00001"));
        async Task<int> Said(string by) => (await db.Comments.OrderBy(c => c.Id).LastAsync(c => c.Name == by)).Id;
        return path.Replace("{said}", $"{await Said("Hanna Lindqvist")}", StringComparison.Ordinal)
            .Replace("{own}", $"{await Said("A reader who waits")}", StringComparison.Ordinal)
            .Replace("{known}", $"{known}", StringComparison.Ordinal)
            .Replace("{wide}", $"{wide}", StringComparison.Ordinal)
            .Replace("{known-entry}", $"{await Entry(known)}", StringComparison.Ordinal)
            .Replace("{wide-entry}", $"{await Entry(wide)}", StringComparison.Ordinal)
            .Replace("{item}", $"{await db.Inbox.Waiting.OrderBy(i => i.Id).Select(i => i.Id).LastAsync()}", StringComparison.Ordinal)
            .Replace("{twin}", $"{await Paper("2209.10652")}", StringComparison.Ordinal)
            .Replace("{other-twin}", $"{await Paper("2209.99999")}", StringComparison.Ordinal)
            .Replace("{kept}", $"{await Paper("2201.02177")}", StringComparison.Ordinal);
    }
    [GeneratedRegex(@"\{[a-z-]+\}")]
    private static partial Regex Numbered();
}
