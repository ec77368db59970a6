using System.Collections.Concurrent;
using Microsoft.Playwright;
using Roundup.Browser.Tests.Harness;

namespace Roundup.Browser.Tests.Hostile;

/// <summary>
/// With our policy on, where a violation would stand in the console and fail the test as well, and with the policy out of the way, where the text
/// itself has to be harmless. Both read the same issues: to publish them takes as long as to read them.
/// </summary>
public sealed class A_published_page_runs_nothing(BrowserSite site) : BrowserTest(site)
{
    private const string Dangers = """
        () => {
          const bad = [...document.querySelectorAll('main script, main iframe, main object, main embed, main form, main input:not([type=radio]), main style, main img, main svg a, main base, main [style], main [srcdoc]')].map(e => e.outerHTML.slice(0, 200))
          for (const e of document.querySelectorAll('main *')) for (const a of e.attributes) if (a.name.startsWith('on')) bad.push(e.outerHTML.slice(0, 200))
          // A protocol of ':' is an address that the browser can't read and won't follow; it still has to begin as one of the web.
          for (const a of document.querySelectorAll('main a[href]')) if (!['http:', 'https:', 'mailto:'].includes(a.protocol) && !(a.protocol === ':' && /^https?:\/\//i.test(a.getAttribute('href')))) bad.push(a.outerHTML.slice(0, 200))
          return bad
        }
        """;

    private static readonly BrowserNewContextOptions WithoutPolicy = new() { BypassCSP = true };

    private readonly ConcurrentQueue<string> _sprung = [];

    [Theory, InlineData(true), InlineData(false)]
    public async Task With_hostile_text_in_every_field(bool hasPolicy)
    {
        var numbers = await HostileIssues.PublishAsync(Site);
        if (!hasPolicy) await VisitAsync(WithoutPolicy);
        SetTrap();
        var dangers = new List<string>();
        foreach (var path in numbers.Select(number => $"/issues/{number}").Concat(["/", "/issues", "/papers", "/papers?page=2", "/papers/1"]))
        {
            await Page.GotoAsync(path);
            dangers.AddRange(await Page.EvaluateAsync<string[]>(Dangers));
        }

        var policy = hasPolicy ? "with our policy" : "without a policy";
        TestContext.Current.TestOutputHelper?.WriteLine($"FIGURE: published pages {policy}, hostile texts = {HostileIssues.Texts.Count}, in seven fields each");
        TestContext.Current.TestOutputHelper?.WriteLine($"FIGURE: published pages {policy}, executed = {_sprung.Count}, dangerous elements = {dangers.Count}");
        Assert.Empty(_sprung);
        Assert.Empty(dangers);
    }

    [Fact]
    public async Task The_trap_springs_on_what_does_run()
    {
        await VisitAsync(WithoutPolicy);
        SetTrap();
        Expect("404");
        await Page.GotoAsync("/health");

        await Page.RunAndWaitForConsoleMessageAsync(
            () => Page.EvaluateAsync("""document.body.innerHTML = '<img src="/nothing" onerror="alert(1); console.log(`It ran.`)">'"""), new() { Predicate = m => m.Text == "It ran." });

        Assert.Equal(["1"], _sprung);
    }

    /// <summary>What ran: every payload calls alert.</summary>
    private void SetTrap() => Page.Dialog += (_, dialog) =>
    {
        _sprung.Enqueue(dialog.Message);
        _ = dialog.DismissAsync();
    };
}
