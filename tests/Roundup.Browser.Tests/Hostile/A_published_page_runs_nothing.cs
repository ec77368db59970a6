using System.Collections.Concurrent;
using Roundup.Browser.Tests.Harness;

namespace Roundup.Browser.Tests.Hostile;

/// <summary>
/// Our policy only reports here: what it would forbid stands in the console and fails the test, yet runs, so that the text itself has to be
/// harmless.
/// </summary>
public sealed class A_published_page_runs_nothing(BrowserSite site) : BrowserTest(site)
{
    private const string Dangers = """
        () => {
          const bad = [...document.querySelectorAll('main script:not([src="/js/talk-page.js"], [src^="/js/reader.js?v="]), main iframe, main object, main embed, main form:not(.find), main input:not([type=radio], .find input), main style, main img, main svg a, main base, main [style], main [srcdoc]')].map(e => e.outerHTML.slice(0, 200))
          for (const e of document.querySelectorAll('main *')) for (const a of e.attributes) if (a.name.startsWith('on')) bad.push(e.outerHTML.slice(0, 200))
          // A protocol of ':' is an address that the browser can't read and won't follow; it still has to begin as one of the web.
          for (const a of document.querySelectorAll('main a[href]')) if (!['http:', 'https:', 'mailto:'].includes(a.protocol) && !(a.protocol === ':' && /^https?:\/\//i.test(a.getAttribute('href')))) bad.push(a.outerHTML.slice(0, 200))
          return bad
        }
        """;

    private const string Policy = "content-security-policy";
    private const string Reported = "violates the following Content Security Policy directive";

    private readonly ConcurrentQueue<string> _sprung = [];

    [Fact]
    public async Task With_hostile_text_in_every_field()
    {
        var numbers = await HostileIssues.PublishAsync(Site);
        await SetTrapAsync();
        var dangers = new List<string>();
        foreach (var path in numbers.Select(number => $"/issues/{number}").Concat(["/", "/issues", "/papers", "/papers?page=2", "/papers/1"]))
        {
            await Page.GotoAsync(path);
            dangers.AddRange(await Page.EvaluateAsync<string[]>(Dangers));
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"FIGURE: published pages, hostile texts = {HostileIssues.Texts.Count}, in seven fields each, and as a comment");
        TestContext.Current.TestOutputHelper?.WriteLine($"FIGURE: published pages, executed = {_sprung.Count}, dangerous elements = {dangers.Count}");
        Assert.Empty(_sprung);
        Assert.Empty(dangers);
    }

    [Fact]
    public async Task The_trap_springs_on_what_does_run_and_says_what_our_policy_has_against_it()
    {
        var said = new ConcurrentQueue<string>();
        Page.Console += (_, message) => said.Enqueue(message.Text);
        await SetTrapAsync();
        await Page.GotoAsync("/about");
        Expect("404");
        Expect(Reported);
        Expect("requires 'TrustedHTML' assignment");

        await Page.RunAndWaitForConsoleMessageAsync(
            () => Page.EvaluateAsync("""document.querySelector('main').innerHTML = '<p style="color: red"><img src="/nothing" onerror="alert(1); console.log(`It ran.`)">'"""), new() { Predicate = m => m.Text == "It ran." });

        Assert.Equal(["1"], _sprung);
        Assert.Contains(said, words => words.Contains(Reported, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>What ran: every payload calls alert.</summary>
    private async Task SetTrapAsync()
    {
        Page.Dialog += (_, dialog) =>
        {
            _sprung.Enqueue(dialog.Message);
            _ = dialog.DismissAsync();
        };
        await Page.RouteAsync("**/*", async route =>
        {
            if (route.Request.ResourceType is not "document")
            {
                await route.ContinueAsync();
                return;
            }

            var reply = await route.FetchAsync();
            var headers = reply.Headers.ToDictionary(h => h.Key == Policy ? $"{Policy}-report-only" : h.Key, h => h.Value);
            Assert.Contains($"{Policy}-report-only", headers.Keys);
            await route.FulfillAsync(new() { Response = reply, Headers = headers });
        });
    }
}
