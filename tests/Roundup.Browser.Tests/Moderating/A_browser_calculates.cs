using Microsoft.Extensions.DependencyInjection;
using Roundup.Browser.Tests.Harness;
using Roundup.Web.Talk;

namespace Roundup.Browser.Tests.Moderating;

/// <summary>The calculation that strangers' browsers do, by the library's own solver, within the site's policy.</summary>
public sealed class A_browser_calculates(BrowserSite site, ITestOutputHelper output) : BrowserTest(site)
{
    private const string Build = """
        async challenge => {
          await import('/js/proof-of-work.js')
          const form = document.createElement('form')
          const words = document.createElement('textarea')
          const work = document.createElement('proof-of-work')
          const field = document.createElement('input')
          words.id = 'words'
          Object.assign(field, { type: 'hidden', name: 'Guard.Work', id: 'work' })
          work.dataset.challenge = challenge
          work.append(field)
          form.append(words, work, document.createElement('button'))
          form.addEventListener('submit', event => { event.preventDefault(); document.title = 'sent' })
          document.body.replaceChildren(form)
        }
        """;

    [Fact]
    public async Task While_somebody_writes_and_sends_what_the_server_takes()
    {
        await Desk.OpenAsync(Site);
        var work = Site.Services.GetRequiredService<WorkChallenge>();
        await Page.GotoAsync("/about");
        await Page.EvaluateAsync(Build, work.Make());

        var watch = System.Diagnostics.Stopwatch.StartNew();
        await Page.Locator("#words").FillAsync("Hello.");
        await Page.Locator("button").ClickAsync();
        await Page.WaitForFunctionAsync("document.title === 'sent'");

        output.WriteLine($"FIGURE: one calculation in Chromium on this machine, ms = {watch.ElapsedMilliseconds}");
        Assert.True(work.Takes(await Page.Locator("#work").InputValueAsync()));
    }
}
