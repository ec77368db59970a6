using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace Roundup.Browser.Tests.Harness;

/// <summary>
/// A test with a page of its own. It fails, whatever else it asserts, when the console showed an error, a script threw, or the page
/// asked another host for anything.
/// </summary>
public abstract class BrowserTest(BrowserSite site) : IClassFixture<BrowserSite>, IAsyncLifetime
{
    // The browser reports whenever it likes, also while the test reads.
    private readonly ConcurrentQueue<string> _complaints = [];
    private readonly List<string> _expected = [];
    private IBrowserContext? _visitor;

    protected BrowserSite Site { get; } = site;

    protected IPage Page { get; private set; } = null!;

    /// <summary>What the visitor's browser is like: override it for a phone, a dark screen or no JavaScript.</summary>
    protected virtual BrowserNewContextOptions Visitor => new();

    public async ValueTask InitializeAsync() => await VisitAsync(Visitor);

    /// <summary>Comes again as somebody else, of whom the site knows nothing: the page that was open is gone.</summary>
    protected async Task VisitAsync(BrowserNewContextOptions options)
    {
        if (_visitor is not null) await _visitor.CloseAsync();
        _visitor = await Site.NewVisitorAsync(options);
        _visitor.Request += (_, request) => Check(request.Url);
        _visitor.Console += (_, message) => Check(message);
        _visitor.WebError += (_, error) => _complaints.Enqueue($"A script threw: {error.Error}");
        Page = await _visitor.NewPageAsync();
    }

    public async ValueTask DisposeAsync()
    {
        string[] unexpected = [.. _complaints.Where(complaint => !_expected.Any(complaint.Contains))];
        if (unexpected is not [] || TestContext.Current.TestState?.Result is TestResult.Failed) await ShootAsync("failed");
        await _visitor!.CloseAsync();
        GC.SuppressFinalize(this);

        Assert.True(unexpected is [], string.Join(Environment.NewLine, unexpected));
    }

    /// <summary>
    /// Does what leads to another page, which may have the same address, and waits until that one is there with its scripts: what a test looks
    /// for next would else be found on the old page, and gone a moment later.
    /// </summary>
    protected async Task FollowAsync(Func<Task> act)
    {
        await Page.EvaluateAsync("document.documentElement.dataset.old = ''");
        await act();
        await Assertions.Expect(Page.Locator("html:not([data-old])")).ToBeAttachedAsync();
        await Page.WaitForLoadStateAsync();
    }

    protected Task FollowAsync(ILocator button) => FollowAsync(() => button.ClickAsync());

    /// <summary>Goes on in a new tab of the same browser, as somebody does who has closed the one before.</summary>
    protected async Task OpenTabAsync() => Page = await _visitor!.NewPageAsync();

    /// <summary>A refusal is answered with an error status, and Chromium's console says so: name what is meant to happen, such as "422".</summary>
    protected void Expect(string complaint) => _expected.Add(complaint);

    /// <summary>Whether somebody wants pictures.</summary>
    protected static bool IsShooting => Environment.GetEnvironmentVariable("ROUNDUP_SHOTS") is { Length: > 0 };

    /// <summary>Puts a picture of the whole page into the folder that ROUNDUP_SHOTS names; without one, does nothing.</summary>
    protected async Task ShootAsync(string name)
    {
        if (Environment.GetEnvironmentVariable("ROUNDUP_SHOTS") is not { Length: > 0 } folder) return;

        var test = TestContext.Current.TestMethod?.MethodName ?? GetType().Name;
        await Page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{test}-{name}.png"), FullPage = true });
    }

    private void Check(string url)
    {
        var address = new Uri(url);
        if (address.Scheme is "data" or "blob" or "about") return;
        if (address.GetLeftPart(UriPartial.Authority) != Site.Address) _complaints.Enqueue($"Asked another host: {url}");
    }

    private void Check(IConsoleMessage message)
    {
        // A browser asks for this one of its own accord, on any page.
        if (message.Location.StartsWith(Site.Address + "/favicon.ico", StringComparison.Ordinal)) return;
        if (message.Type == "error") _complaints.Enqueue($"The console says: {message.Text} ({message.Location})");
    }
}
