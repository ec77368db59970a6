using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Roundup.Browser.Tests.Harness;

namespace Roundup.Browser.Tests.Journeys;

/// <summary>The main job, as its editor does it: open, paste, accept, publish.</summary>
[Collection(Clipboard.Name)]
public sealed partial class From_a_paste_to_a_page(BrowserSite site) : BrowserTest(site)
{
    private readonly Stopwatch _waiting = new();
    private int _actions;

    protected override BrowserNewContextOptions Visitor => new() { Permissions = ["clipboard-read", "clipboard-write"] };

    [Theory]
    [InlineData("a-markdown-headings-links.md", "text/plain")]
    [InlineData("b-markdown-no-links.md", "text/plain")]
    [InlineData("c-text-titles-as-lines.txt", "text/plain")]
    [InlineData("e-comments-first-abstracts-collapsed.md", "text/plain")]
    [InlineData("f-html.html", "text/html")]
    public async Task The_seed_is_published_in_four_actions(string variant, string type)
    {
        var pasted = Shared.Case("00-seed-quintin-week1", "variants", variant);
        var truth = JsonDocument.Parse(Shared.Case("00-seed-quintin-week1", "issue.truth.json")).RootElement.GetProperty("papers").EnumerateArray().ToList();
        var withAbstracts = !variant.StartsWith('e');
        await Desk.OpenAsync(Site);
        await Desk.SignInAsync(Page);
        await Page.EvaluateAsync("([text, type]) => navigator.clipboard.write([new ClipboardItem({ [type]: new Blob([text], { type }), 'text/plain': new Blob([text], { type: 'text/plain' }) })])", new[] { pasted, type });

        await ActAsync(() => Page.GotoAsync("/admin"));
        await ActAsync(async () =>
        {
            await Page.Locator("paste-field textarea").First.FocusAsync();
            await Page.Keyboard.PressAsync("Control+V");
            await Page.GetByRole(AriaRole.Button, new() { Name = "Make a draft" }).First.WaitForAsync();
        });
        await ShootAsync($"{variant}-outline");
        await ActAsync(() => Page.GetByRole(AriaRole.Button, new() { Name = "Make a draft" }).First.ClickAsync());
        await ShootAsync($"{variant}-draft");
        await ActAsync(() => Page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Publish") }).First.ClickAsync());
        await Page.WaitForURLAsync(IssueAddress());
        await ShootAsync($"{variant}-published");

        var papers = await Page.Locator("article.paper").AllAsync();
        Assert.Equal(truth.Count, papers.Count);
        for (var i = 0; i < papers.Count; i++)
        {
            var text = Plain(await papers[i].TextContentAsync());
            Assert.Contains(Plain(truth[i].GetProperty("title").GetString()), text, StringComparison.Ordinal);
            Assert.Contains(Plain(truth[i].GetProperty("opinion_first8").GetString()), text, StringComparison.Ordinal);
            if (withAbstracts) Assert.Contains(Plain(truth[i].GetProperty("abstract_first8").GetString()), text, StringComparison.Ordinal);
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"FIGURE: seed {variant}, actions = {_actions}");
        TestContext.Current.TestOutputHelper?.WriteLine($"FIGURE: seed {variant}, waiting ms = {_waiting.ElapsedMilliseconds}");
        Assert.True(_actions <= 4);
    }

    private async Task ActAsync(Func<Task> action)
    {
        _actions++;
        _waiting.Start();
        await action();
        await Page.WaitForLoadStateAsync(LoadState.DOMContentLoaded);
        _waiting.Stop();
    }

    // Compared as a reader reads: quotes, dashes and white space may be set otherwise.
    private static string Plain(string? text) => NotWords().Replace(text ?? "", " ").Trim();

    [GeneratedRegex(@"[^\p{L}\p{N}]+")]
    private static partial Regex NotWords();

    [GeneratedRegex(@"/issues/\d+")]
    private static partial Regex IssueAddress();
}
