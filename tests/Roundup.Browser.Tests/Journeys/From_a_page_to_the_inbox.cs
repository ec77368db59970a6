using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Roundup.Browser.Tests.Harness;
using Roundup.Data;
using Roundup.Data.Inbox;
using Roundup.Model.Papers;

namespace Roundup.Browser.Tests.Journeys;

/// <summary>The clipper itself, run as a bookmark runs it: in a page of another site whose policy forbids everything.</summary>
public sealed class From_a_page_to_the_inbox(BrowserSite site) : BrowserTest(site)
{
    [Fact]
    public async Task From_OpenReview_without_a_word_in_its_head()
    {
        var paper = await ClipAndKeepAsync("https://openreview.net/forum?id=MadeUp_-id1", "Reading What Servers Cannot");

        Assert.Equal(MadePages.OpenReviewAuthors, paper.Authors);
        Assert.Equal(MadePages.OpenReviewAbstract, paper.Abstract.Source);
        Assert.Equal(["openreview:MadeUp_-id1"], Ids(paper));
        Assert.Equal([(LinkKind.Code, "https://github.com/made/up"), (LinkKind.Data, "https://zenodo.org/records/1")], paper.Links.Select(l => (l.Kind, l.Url)));
        Assert.Equal("your browser at openreview.net", paper.OriginOf(PaperField.Abstract)?.Source);
        Assert.Equal("", paper.Venue);
    }

    [Fact]
    public async Task From_a_publisher()
    {
        var paper = await ClipAndKeepAsync("https://www.publisher.example/articles/s41586-001", "A closed article on open questions");

        Assert.Equal(["Ada Lovelace", "Davis, Jr.", "The DOOR Collaboration"], paper.Authors);
        Assert.Equal("Abstract interpretation is not a heading here. Doors are studied, and what stands behind them is told at length.\n\nA second part says less.", paper.Abstract.Source);
        Assert.Equal(["doi:10.1234/doors.2024.001", "url:https://publisher.example/articles/s41586-001?a=b"], Ids(paper));
        Assert.Equal([(LinkKind.Pdf, "https://publisher.example/articles/s41586-001.pdf"), (LinkKind.Data, "https://figshare.com/articles/1")], paper.Links.Select(l => (l.Kind, l.Url)));
        Assert.Equal(("The Journal of Doors", new DateOnly(2024, 3, 7)), (paper.Venue, paper.PublishedOn));
    }

    [Fact]
    public async Task From_arXiv_with_its_version()
    {
        var paper = await ClipAndKeepAsync("https://arxiv.org/abs/2401.01234", "Counting Authors in École Style");

        Assert.Equal(["Emmy Noether", "Paul Erdős"], paper.Authors);
        Assert.Equal("We count $n$ authors with $\\mathcal{O}(n)$ steps, and this is said in many words. Code: https://github.com/count/authors.", paper.Abstract.Source);
        Assert.Equal(["arxiv:2401.01234"], Ids(paper));
        Assert.Equal(3, paper.Identifiers[0].CoveredVersion);
        Assert.Equal([LinkKind.Pdf, LinkKind.Code, LinkKind.Project], paper.Links.Select(l => l.Kind));
        Assert.DoesNotContain(paper.Links, l => l.Url.Contains("huggingface", StringComparison.Ordinal));
    }

    [Fact]
    public async Task From_the_ACL_Anthology()
    {
        var paper = await ClipAndKeepAsync("https://aclanthology.org/2023.acl-long.1/", "Made Up Words: A Study");

        Assert.Equal(["Grace Hopper", "Alan Turing"], paper.Authors);
        Assert.Equal("Words are made up. We make up words, and count how often anybody notices that they were made up.", paper.Abstract.Source);
        Assert.Equal(["acl:2023.acl-long.1"], Ids(paper));
        Assert.Equal([LinkKind.Pdf, LinkKind.Code], paper.Links.Select(l => l.Kind));
    }

    [Fact]
    public async Task From_LessWrong()
    {
        var paper = await ClipAndKeepAsync("https://www.lesswrong.com/posts/abcdefghijklmnopq/on-reading", "On reading");

        Assert.Equal(["someone", "A. N. Other"], paper.Authors);
        Assert.StartsWith("Reading is ~10 times slower than writing.\n\nThis goes on.", paper.Abstract.Source, StringComparison.Ordinal);
        Assert.DoesNotContain("not quoted", paper.Abstract.Source, StringComparison.Ordinal);
        Assert.Empty(paper.Links);
        Assert.Equal(new DateOnly(2025, 5, 6), paper.PublishedOn);
    }

    [Fact]
    public async Task What_was_selected_becomes_the_note_and_a_blocked_window_is_no_obstacle()
    {
        await OpenAsync("https://www.bare.example/post");
        await EvaluateAsync("getSelection().selectAllChildren(document.getElementById('pick')); window.open = () => null");
        await EvaluateAsync(_clipper);

        await Page.WaitForURLAsync("**/capture#*");
        await Assertions.Expect(Page.GetByLabel("Note", new() { Exact = true })).ToHaveValueAsync("Words worth keeping.");
        await Assertions.Expect(Page.GetByLabel("Title", new() { Exact = true })).ToHaveValueAsync("Only a title");
    }

    [Fact]
    public async Task A_login_that_ran_out_loses_nothing()
    {
        Expect("422");
        await OpenAsync("https://openreview.net/forum?id=MadeUp_-id1");
        await Page.Context.ClearCookiesAsync();
        var tab = await Page.Context.RunAndWaitForPageAsync(() => EvaluateAsync(_clipper));
        await tab.WaitForURLAsync("**/account/sign-in**");

        await tab.GetByLabel("E-mail address").FillAsync("ann@example.org");
        await tab.GetByLabel("Password").FillAsync("wrong at first");
        await tab.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await tab.GetByText("That did not match").WaitForAsync();
        // What keeps the words behind the # is a script, and comes after the text.
        await tab.WaitForLoadStateAsync();
        await SignInAsync(tab);

        await Assertions.Expect(tab.GetByLabel("Title", new() { Exact = true })).ToHaveValueAsync("Reading What Servers Cannot");
        await Assertions.Expect(tab.GetByLabel("Authors, one a line")).ToHaveValueAsync(string.Join('\n', MadePages.OpenReviewAuthors));

        // And once more while the form is open, over words that were typed into it.
        await tab.GetByLabel("Note", new() { Exact = true }).FillAsync("Typed since.\nTwice.");
        await tab.GetByLabel("Title", new() { Exact = true }).FillAsync("Mended title");
        await Page.Context.ClearCookiesAsync();
        await tab.GetByRole(AriaRole.Button, new() { Name = "Capture" }).ClickAsync();
        await tab.WaitForURLAsync("**/account/sign-in**");
        await SignInAsync(tab);
        await Assertions.Expect(tab.GetByLabel("Note", new() { Exact = true })).ToHaveValueAsync("Typed since.\nTwice.");
        await Assertions.Expect(tab.GetByLabel("Title", new() { Exact = true })).ToHaveValueAsync("Mended title");
    }

    [Theory]
    [InlineData("#%7Bbroken", "can’t be read")]
    [InlineData("#%7B%E0%A4%A", "can’t be read")]
    [InlineData("#{\"title\":{\"a\":1},\"authors\":\"x\",\"links\":[1,null,{}],\"link\":[]}", "Look it over")]
    [InlineData("#{\"link\":\"javascript:alert(1)\",\"title\":\"<img src=x onerror=alert(1)>\",\"links\":[\"javascript:alert(1)\"]}", "none of the web")]
    public async Task Whatever_stands_behind_the_sign_is_text(string fragment, string sentence)
    {
        var dialogs = 0;
        Page.Dialog += (_, dialog) =>
        {
            dialogs++;
            _ = dialog.DismissAsync();
        };
        await SignedInAsync($"/capture{fragment}");

        await Assertions.Expect(Page.Locator("capture-form .said")).ToContainTextAsync(sentence);
        Assert.DoesNotContain("javascript", await Page.GetByLabel("Link", new() { Exact = true }).InputValueAsync(), StringComparison.Ordinal);
        Assert.Equal("", await Page.Locator("#capture-links").InputValueAsync());
        Assert.Equal(0, await Page.Locator("main img").CountAsync());
        Assert.Equal(0, dialogs);
    }

    [Fact]
    public async Task Too_much_of_anything_is_left_out_with_a_word()
    {
        await SignedInAsync("/capture");
        await FillAsync(new { title = new string('t', 5_000) + "\u202E", authors = Enumerable.Range(0, 60_000).Select(i => "A"), @abstract = "a\u0007\u202Eb" });
        await Assertions.Expect(Page.Locator("capture-form .said")).ToContainTextAsync("59,500 of 60,000 authors");
        Assert.Equal(1_000, (await Page.GetByLabel("Title", new() { Exact = true }).InputValueAsync()).Length);
        Assert.Equal("ab", await Page.GetByLabel("Abstract", new() { Exact = true }).InputValueAsync());

        await FillAsync(new { title = new string('x', 5_000_000) });
        await Assertions.Expect(Page.Locator("capture-form .said")).ToContainTextAsync("more than this form can hold");
    }

    private string _clipper = "";

    private static IEnumerable<string> Ids(Paper paper) => paper.Identifiers.Select(i => i.ToPaperId().Key);

    private async Task<Paper> ClipAndKeepAsync(string address, string title)
    {
        await OpenAsync(address);
        var before = await Page.ContentAsync();
        var tab = await Page.Context.RunAndWaitForPageAsync(() => EvaluateAsync(_clipper));
        await Assertions.Expect(tab.GetByText("Nothing is kept before")).ToBeVisibleAsync();
        await Assertions.Expect(tab.Locator("capture-form .said")).ToContainTextAsync("Read from");
        Assert.Equal(before, await Page.ContentAsync());
        await ShootAsync(tab, "form");

        await tab.GetByRole(AriaRole.Button, new() { Name = "Capture" }).ClickAsync();
        await tab.WaitForURLAsync("**/admin/inbox**");
        await Assertions.Expect(tab.Locator("#said")).ToContainTextAsync("In the inbox:");
        await ShootAsync(tab, "inbox");

        await using var scope = Site.Services.CreateAsyncScope();
        var item = await scope.ServiceProvider.GetRequiredService<RoundupDb>().Inbox.Waiting.WithPapers.NewestFirst.FirstAsync();
        Assert.Equal(title, item.Paper.Title);
        return item.Paper;
    }

    /// <summary>Opens a page of another site, with the clipper at hand that our own page offers.</summary>
    private async Task OpenAsync(string address)
    {
        Expect(new Uri(address).Host);
        await SignedInAsync("/admin/clipper");
        var bookmark = (await Page.Locator("clipper-link a").GetAttributeAsync("href"))!;
        _clipper = Uri.UnescapeDataString(bookmark["javascript:".Length..]);
        await MadePages.ServeAsync(Page.Context);
        await Page.GotoAsync(address);
        Assert.NotEqual("A script of the page ran.", await Page.TitleAsync());
    }

    private async Task SignedInAsync(string path)
    {
        await Desk.OpenAsync(Site);
        await Desk.SignInAsync(Page, path);
    }

    private static async Task SignInAsync(IPage tab)
    {
        await tab.GetByLabel("E-mail address").FillAsync("ann@example.org");
        await tab.GetByLabel("Password").FillAsync("a sentence that is long enough");
        await tab.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await tab.WaitForURLAsync("**/capture**");
    }

    // As a bookmark runs: with the person's click behind it, in the page's own world, and with no leave to evaluate strings.
    private async Task EvaluateAsync(string code)
    {
        var session = await Page.Context.NewCDPSessionAsync(Page);
        var said = await session.SendAsync("Runtime.evaluate", new Dictionary<string, object> { ["expression"] = code, ["userGesture"] = true, ["allowUnsafeEvalBlockedByCSP"] = false });
        Assert.False(said!.Value.TryGetProperty("exceptionDetails", out var trouble), $"{trouble}");
    }

    // Too long for the browser's own address; the element reads what location says.
    private async Task FillAsync(object page)
    {
        var packed = Uri.EscapeDataString(JsonSerializer.Serialize(page));
        await Page.EvaluateAsync("""
            packed => {
              history.replaceState(null, '', '/capture#' + packed)
              const element = document.querySelector('capture-form')
              element.replaceWith(element)
            }
            """, packed);
    }

    private async Task ShootAsync(IPage tab, string name)
    {
        if (Environment.GetEnvironmentVariable("ROUNDUP_SHOTS") is not { Length: > 0 } folder) return;

        await tab.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{TestContext.Current.TestMethod?.MethodName}-{name}.png"), FullPage = true });
    }
}
