using Microsoft.Playwright;
using Roundup.Browser.Tests.Harness;

namespace Roundup.Browser.Tests.Journeys;

/// <summary>What clipboards hold, as programs fill them, and the Markdown that comes of it: the files in Clipboards, in pairs.</summary>
[Collection(Clipboard.Name)]
public sealed class Rich_text_is_pasted(BrowserSite site) : EditorTest(site)
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "Roundup.Browser.Tests", "Clipboards");

    protected override BrowserNewContextOptions Visitor => new() { Permissions = ["clipboard-read", "clipboard-write"] };

    [Fact]
    public async Task Each_program_s_own_way_becomes_Markdown()
    {
        await OpenAsync();
        var files = Directory.GetFiles(Folder, "*.html").Order(StringComparer.Ordinal).ToList();
        Assert.True(files.Count >= 8);
        var different = new List<string>();
        foreach (var file in files)
        {
            await Field.FillAsync("");
            await PasteAsync(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken), "plain");
            await Assertions.Expect(Field).Not.ToHaveValueAsync("");
            var (expected, got) = ((await File.ReadAllTextAsync(Path.ChangeExtension(file, "md"), TestContext.Current.CancellationToken)).TrimEnd(), await Field.InputValueAsync());
            if (expected != got) different.Add($"{Path.GetFileName(file)}:{Environment.NewLine}{got}");
        }

        Assert.True(different is [], string.Join(Environment.NewLine, different));
    }

    [Fact]
    public async Task Nothing_of_a_hostile_clipboard_runs_loads_or_leads_anywhere_else()
    {
        await OpenAsync();
        await Field.FillAsync("");

        await PasteAsync(await File.ReadAllTextAsync(Path.Combine(Folder, "hostile.html"), TestContext.Current.CancellationToken), "plain");

        // The preview is what the server makes of it. The harness complains of any request to another host and of any violation of the policy.
        await Assertions.Expect(Preview.GetByRole(AriaRole.Link, new() { Name = "A shop" })).ToHaveAttributeAsync("href", "https://shop.example/a?id=7");
        var addresses = await Preview.Locator("a").EvaluateAllAsync<string[]>("all => all.map(a => a.href)");
        Assert.All(addresses, a => Assert.Matches("^https://(ok|shop|pics)[.]example/", a));
        Assert.Equal(0, await Preview.Locator("img, script, svg, iframe, form, [style], [onclick], [onerror]").CountAsync());
        Assert.True(await Page.EvaluateAsync<bool>("window.sprung === undefined"));
    }

    [Fact]
    public async Task One_step_back_takes_it_back_and_the_plain_paste_stays_plain()
    {
        await OpenAsync();
        await CopyAsync("<p>one <b>two</b> <a href='https://example.org/?utm_source=mail'>three</a></p>", "one two three");

        await Field.FillAsync("Before ");
        await Page.Keyboard.PressAsync("Control+V");
        await HasAsync("Before one **two** [three](https://example.org/)");
        await Assertions.Expect(Preview.Locator("strong")).ToHaveTextAsync("two");
        await Page.Keyboard.PressAsync("Control+Z");
        await HasAsync("Before ");
        await Page.Keyboard.PressAsync("Control+Shift+V");
        await HasAsync("Before one two three");

        // A list in the middle of a text keeps its distance, and code stays what it is.
        await CopyAsync("<ul><li>a</li><li>b</li></ul>", "a\nb");
        await WriteAsync("before\nafter", 6, 6);
        await Page.Keyboard.PressAsync("Control+V");
        await HasAsync("before\n\n- a\n- b\n\nafter");
        await WriteAsync("```\n\n```", 4, 4);
        await Page.Keyboard.PressAsync("Control+V");
        await HasAsync("```\na\nb\n```");

        // An address over words is a link.
        await Page.EvaluateAsync("navigator.clipboard.writeText('https://example.org/a_(b)')");
        await WriteAsync("read this", 5, 9);
        await Page.Keyboard.PressAsync("Control+V");
        await HasAsync("read [this](https://example.org/a_%28b%29)");
    }

    [Fact]
    public async Task Where_the_browser_can_t_read_it_safely_it_stays_plain()
    {
        await Page.AddInitScriptAsync("delete Document.parseHTML");
        await OpenAsync();
        await Field.FillAsync("");

        await PasteAsync("<p>one <b>two</b></p>", "one two");

        await HasAsync("one two");
    }

    // A page can't put a script into the real clipboard, as another program can.
    private Task PasteAsync(string html, string plain) => Field.EvaluateAsync("""
        (field, [html, plain]) => {
          const clipboardData = new DataTransfer()
          clipboardData.setData('text/html', html)
          clipboardData.setData('text/plain', plain)
          field.focus()
          field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
        }
        """, new[] { html, plain });

    private Task CopyAsync(string html, string plain) => Page.EvaluateAsync(
        "([html, text]) => navigator.clipboard.write([new ClipboardItem({ 'text/html': new Blob([html], { type: 'text/html' }), 'text/plain': new Blob([text], { type: 'text/plain' }) })])", new[] { html, plain });
}
