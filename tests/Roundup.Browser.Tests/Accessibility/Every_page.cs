using Microsoft.Playwright;
using Roundup.Browser.Tests.Harness;

namespace Roundup.Browser.Tests.Accessibility;

/// <summary>Each type of page is for everybody (see <see cref="Look"/>), and valid HTML.</summary>
public sealed class Every_page(BrowserSite site) : BrowserTest(site)
{
    private const string AtItsEnd = "document.activeElement.scrollLeft > 0 && document.activeElement.scrollLeft + document.activeElement.clientWidth >= document.activeElement.scrollWidth - 1";

    private bool _isSignedIn;

    public static TheoryData<string> Names => [.. PageType.All.Keys, "desk-outline"];

    [Theory, MemberData(nameof(Names))]
    public async Task Is_for_everybody(string name)
    {
        await OpenAsync(name);
        await Look.AtEveryWidthAsync(Page, picture => ShootAsync($"{name}-{picture}"));
    }

    [Fact]
    public async Task Is_valid_HTML_as_it_is_sent()
    {
        await SetSceneAsync();
        var folder = Directory.CreateTempSubdirectory("markup-");
        // Readers' pages first, as somebody who is not signed in gets them.
        foreach (var (name, page) in PageType.All.OrderBy(p => PageType.IsBehindSignIn(p.Key)))
        {
            await PrepareAsync(name);
            var reply = await Page.APIRequest.GetAsync($"{Site.Address}{(await Places.FillInAsync(Site, page.Path)).Split('#')[0]}", new() { Headers = [new("Accept", "text/html")] });
            Assert.Equal((name, page.Status, true), (name, reply.Status, page.IsAt(Site.Address, reply.Url)));
            Assert.StartsWith("text/html", reply.Headers["content-type"], StringComparison.Ordinal);
            await File.WriteAllBytesAsync(Path.Combine(folder.FullName, $"{name}.html"), await reply.BodyAsync());
        }

        var complaints = await NuChecker.LookAsync(folder.FullName);
        folder.Delete(recursive: true);

        TestContext.Current.TestOutputHelper?.WriteLine($"FIGURE: errors of the Nu HTML checker on {PageType.All.Count} page types = {complaints.Count}");
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
        await SceneOfPeople.SetAsync(Site);
        Site.Clock.Set(BrowserSite.Start);
    }

    private async Task OpenAsync(string name)
    {
        await SetSceneAsync();
        await PrepareAsync(name);
        if (name is "desk-outline")
        {
            await Page.GotoAsync("/admin");
            await Page.Locator("#paste-text").FillAsync(Outline);
            await Page.GetByRole(AriaRole.Button, new() { Name = "Read" }).ClickAsync();
            await Page.GetByRole(AriaRole.Button, new() { Name = "Make a draft" }).First.WaitForAsync();
            return;
        }

        var page = PageType.All[name];
        if (page.Status is not 200) Expect($"{page.Status}");
        var reply = await Page.GotoAsync(await Places.FillInAsync(Site, page.Path));
        Assert.Equal((page.Status, true), (reply!.Status, page.IsAt(Site.Address, reply.Url)));
        if (name is "comment-edit") await Assertions.Expect(Page.GetByRole(AriaRole.Textbox, new() { Name = "Comment" })).ToBeVisibleAsync();
    }

    /// <summary>Makes the visitor somebody to whom the page is shown.</summary>
    private async Task PrepareAsync(string name)
    {
        await SceneOfPeople.SetSecondStepAsync(Site, name is "own-second-step-codes" or "own-second-step-off");
        if (name is "second-step" or "recovery") await SceneOfPeople.BeginSignInAsync(Page);
        if (PageType.IsBehindSignIn(name) && !_isSignedIn) await Desk.SignInAsync(Page);
        _isSignedIn |= PageType.IsBehindSignIn(name);
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
}
