using Deque.AxeCore.Playwright;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Roundup.Browser.Tests.Harness;
using Roundup.Data;
using Roundup.Formats;
using Roundup.Model.Issues;
using Roundup.Model.Papers;
using Roundup.Model.Text;

namespace Roundup.Browser.Tests.Journeys;

/// <summary>Readers see the old words until the correction is published, and then a dated note; on a wide screen by keyboard alone.</summary>
public sealed class A_published_issue_is_corrected(BrowserSite site) : BrowserTest(site)
{
    private const string Said = "The most careful causal tracing so far, though I doubt that editing a fact means knowing where it is kept.";

    [Theory]
    [InlineData(1, 1280, ColorScheme.Light)]
    [InlineData(2, 390, ColorScheme.Dark)]
    public async Task From_a_change_to_a_dated_correction(int number, int width, ColorScheme scheme)
    {
        await Desk.OpenAsync(Site);
        await PublishAsync(number);
        await Page.EmulateMediaAsync(new() { ColorScheme = scheme });
        await Page.SetViewportSizeAsync(width, 800);
        await Desk.SignInAsync(Page);

        await ShowAsync($"/admin/issues/{number}/edit?open=0", $"{width}-published");
        await PressAsync(Page.GetByRole(AriaRole.Button, new() { Name = "Change it" }));
        await Page.WaitForURLAsync($"**/admin/issues/{number}/edit");
        await Page.Locator(".item summary").First.ClickAsync();
        var opinion = Page.Locator(".item textarea").First;
        await opinion.FillAsync(Said.Replace("most careful causal tracing", "most careful tracing of causes", StringComparison.Ordinal));
        await PressAsync(Page.Locator(".item").First.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }));
        await Assertions.Expect(Page.Locator(".item .said").First).ToContainTextAsync("Saved", new() { Timeout = 30_000 });
        await ShootAsync($"{width}-copy");

        await Page.GotoAsync($"/issues/{number}/shelf");
        await Assertions.Expect(Page.GetByText("causal tracing")).ToBeVisibleAsync();
        await ShowAsync($"/admin/issues/{number}/history", $"{width}-history");
        await PressAsync(Page.Locator("main .known a").First);
        await Page.WaitForURLAsync("**/history/opinion-*");
        await ShowAsync(Page.Url, $"{width}-versions");
        await PressAsync(Page.Locator(".versions").GetByText("Compare").Last);
        await Page.WaitForURLAsync("**/compare?*");
        await ShowAsync(Page.Url, $"{width}-compare");
        await ShowAsync($"/admin/issues/{number}/drop-changes", $"{width}-drop");
        await ShowAsync($"/admin/issues/{number}/correct", $"{width}-correct");
        await Page.GetByLabel("Note for readers").FillAsync("Tracing is of causes.");
        await PressAsync(Page.GetByRole(AriaRole.Button, new() { Name = "Publish corrections" }));

        await Page.WaitForURLAsync($"**/issues/{number}/*");
        await Assertions.Expect(Page.GetByText("tracing of causes")).ToBeVisibleAsync();
        await Assertions.Expect(Page.Locator("section", new() { Has = Page.Locator("#corrections") })).ToContainTextAsync("Tracing is of causes.");
        await ShowAsync(Page.Url, $"{width}-corrected");
    }

    private async Task PressAsync(ILocator control)
    {
        await control.FocusAsync();
        await Page.Keyboard.PressAsync("Enter");
    }

    private async Task ShowAsync(string path, string name)
    {
        await Page.GotoAsync(path);
        await ShootAsync(name);
        Assert.True(await Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), $"{path} scrolls sideways");
        Assert.Empty((await Page.RunAxe()).Violations.Select(v => $"{path}: {v.Help} {string.Join(' ', v.Nodes.Select(n => n.Html))}"));
    }

    private async Task PublishAsync(int number)
    {
        await using var scope = Site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RoundupDb>();
        var now = DateTimeOffset.UnixEpoch.AddYears(56);
        var issue = new Issue(number, now);
        issue.Name("Shelf", "Shelf", now);
        issue.Frame(Prose("What this shelf holds: papers on where facts are kept."), Prose(""), now);
        foreach (var (title, said) in new[] { ("Locating and Editing Factual Associations in GPT", Said), ("Averaging Weights Leads to Wider Optima", "Read it twice.") })
        {
            var paper = new Paper(title, now);
            Assert.Null(paper.Describe(Typeset.Line(title), ["Ada One"], PlainText.Render("We study this."), "", "", now, "arXiv"));
            issue.Add(paper, now).Opine("", Prose(said), now);
        }

        Assert.Null(issue.Publish("Ann", now));
        db.Add(issue);
        await db.SaveChangesAsync();
    }

    private static Prose Prose(string markdown)
    {
        Assert.Null(SafeMarkdown.Render(markdown, ProseKind.Editorial, out var prose));
        return prose;
    }
}
