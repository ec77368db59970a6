using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Roundup.Browser.Tests.Harness.Chromium))]

namespace Roundup.Browser.Tests.Harness;

/// <summary>One real Chromium for the whole run: the machine's own, never a download.</summary>
public sealed class Chromium : IAsyncLifetime
{
    // Nothing but the site under test is looked up, so that a forgotten address fails at once and says so.
    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
    ];

    private IPlaywright? _playwright;

    public IBrowser Browser { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var path = Environment.GetEnvironmentVariable("ROUNDUP_TEST_CHROMIUM") is { Length: > 0 } given ? given : "/usr/bin/chromium";
        Assert.True(File.Exists(path), $"No browser at {path}: install Chromium (tests/run does), or name one in ROUNDUP_TEST_CHROMIUM.");

        // A machine that is busy with other tests answers late, and late is not wrong.
        Assertions.SetDefaultExpectTimeout(30_000);
        _playwright = await Playwright.CreateAsync();
        Browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = path, Args = Arguments });
    }

    public async ValueTask DisposeAsync()
    {
        if (Browser is not null) await Browser.CloseAsync();
        _playwright?.Dispose();
    }
}
