using Microsoft.Playwright;
using Roundup.Browser.Tests.Harness;

namespace Roundup.Browser.Tests.Hostile;

/// <summary>With our policy on, where a violation would stand in the console and fail the test as well.</summary>
public sealed class A_published_page_runs_nothing(BrowserSite site) : HostilePageTest(site);

/// <summary>With the policy out of the way: the text itself has to be harmless.</summary>
public sealed class A_published_page_runs_nothing_without_its_policy(BrowserSite site) : HostilePageTest(site)
{
    protected override BrowserNewContextOptions Visitor => new() { BypassCSP = true };

    [Fact]
    public async Task The_trap_springs_on_what_does_run()
    {
        var sprung = Trap();
        await Page.GotoAsync("/health");
        Expect("404");
        await Page.EvaluateAsync("document.body.innerHTML = '<img src=\"/nothing\" onerror=\"alert(1)\">'");
        await Page.WaitForTimeoutAsync(500);

        Assert.NotEmpty(sprung);
    }
}

public abstract class HostilePageTest(BrowserSite site) : BrowserTest(site)
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

    [Fact]
    public async Task With_hostile_text_in_every_field()
    {
        var sprung = Trap();
        var numbers = await HostileIssues.PublishAsync(Site);
        var dangers = new List<string>();
        foreach (var number in numbers)
        {
            await Page.GotoAsync($"/issues/{number}");
            dangers.AddRange(await Page.EvaluateAsync<string[]>(Dangers));
        }

        foreach (var path in new[] { "/", "/issues", "/papers", "/papers?page=2", "/papers/1" })
        {
            await Page.GotoAsync(path);
            dangers.AddRange(await Page.EvaluateAsync<string[]>(Dangers));
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"FIGURE: {GetType().Name}, hostile texts = {HostileIssues.Texts.Count}, in seven fields each");
        TestContext.Current.TestOutputHelper?.WriteLine($"FIGURE: {GetType().Name}, executed = {sprung.Count}, dangerous elements = {dangers.Count}");
        Assert.Empty(sprung);
        Assert.Empty(dangers);
    }

    /// <summary>What ran: every payload calls alert.</summary>
    protected List<string> Trap()
    {
        var sprung = new List<string>();
        Page.Dialog += (_, dialog) =>
        {
            sprung.Add(dialog.Message);
            _ = dialog.DismissAsync();
        };
        return sprung;
    }
}
