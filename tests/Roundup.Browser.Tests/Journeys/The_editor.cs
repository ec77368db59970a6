using System.Text.RegularExpressions;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Roundup.Browser.Tests.Accessibility;
using Roundup.Browser.Tests.Harness;
using Roundup.Data;
using Roundup.Data.People;

namespace Roundup.Browser.Tests.Journeys;

/// <summary>What a field for an opinion can do: its tools and the lists behind [[ and ;;.</summary>
public sealed class The_editor(BrowserSite site) : EditorTest(site)
{
    [Fact]
    public async Task Marks_are_set_by_keys_and_by_buttons()
    {
        await OpenAsync();

        await WriteAsync("one two three", 4, 7);
        await Page.Keyboard.PressAsync("Control+b");
        await HasAsync("one **two** three");
        await Page.Keyboard.PressAsync("Control+z");
        await HasAsync("one two three");
        await WriteAsync("one two three", 4, 7);
        await Page.Keyboard.PressAsync("Control+k");
        await Page.Keyboard.TypeAsync("https://example.org");
        await HasAsync("one [two](https://example.org) three");
        await WriteAsync("one two", 4, 7);
        await Page.Keyboard.PressAsync("Control+e");
        await HasAsync("one `two`");

        // In the middle of a line: the line becomes a heading, a quote, an item.
        foreach (var (name, text) in new[] { ("Heading", "## one two\nthree"), ("Quote", "> one two\n\nthree"), ("List", "- one two\n\nthree"), ("Numbered list", "1. one two\n\nthree") })
        {
            await WriteAsync("one two\nthree", 5, 5);
            await Button(name).ClickAsync();
            await HasAsync(text);
        }

        // One stop of the tab key for the whole toolbar, and the arrows within it.
        await Toolbar.FocusAsync();
        await Assertions.Expect(Button("Bold")).ToBeFocusedAsync();
        await Page.Keyboard.PressAsync("ArrowRight");
        await Assertions.Expect(Button("Italic")).ToBeFocusedAsync();
        await Page.Keyboard.PressAsync("End");
        await Assertions.Expect(Button("Snippet")).ToBeFocusedAsync();
        await WriteAsync("one two", 4, 7);
        await Button("Italic").FocusAsync();
        await Page.Keyboard.PressAsync("Enter");
        await HasAsync("one _two_");
        await Assertions.Expect(Field).ToBeFocusedAsync();
        await Assertions.Expect(Preview.Locator("em")).ToHaveTextAsync("two");
        await Assertions.Expect(Page.Locator("saving-form[unsaved]")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task A_paper_is_linked_by_its_name()
    {
        await OpenAsync();

        await Field.FillAsync("");
        await Page.Keyboard.TypeAsync("See [[meng");
        var option = Page.Locator("[role=listbox]").GetByRole(AriaRole.Option).First;
        await Assertions.Expect(option).ToContainTextAsync("Meng, Bau, Andonian & Belinkov, 2022, in issues 1 and 2");
        await Assertions.Expect(option).ToHaveAttributeAsync("aria-selected", "true");
        await Assertions.Expect(Field).ToHaveAttributeAsync("aria-activedescendant", (await option.GetAttributeAsync("id"))!);
        var complaints = (await Page.RunAxe(new AxeRunOptions { RunOnly = new() { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] } })).Violations;
        Assert.DoesNotContain(complaints.SelectMany(v => v.Nodes.Select(n => $"{v.Id}: {n.Html}")), c => !c.Contains("<math", StringComparison.Ordinal));
        await ShootAsync("list");
        await Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(Field).ToHaveValueAsync(new Regex(@"^See \[Locating and Editing Factual Associations in GPT\]\(/papers/\d+/locating-and-editing-factual-associations-in-gpt\)$"));
        await Page.Keyboard.PressAsync("Control+z");
        await HasAsync("See [[meng");

        // What is typed in one go, Enter and all, waits for the answer; what is dismissed stays as it is written.
        await Field.FillAsync("");
        await Page.Keyboard.TypeAsync("[[locating");
        await Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(Preview.GetByRole(AriaRole.Link, new() { Name = Scene.KnownTitle })).ToHaveCountAsync(1);
        await Field.FillAsync("");
        await Page.Keyboard.TypeAsync("[[locating");
        await option.WaitForAsync();
        await Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(option).ToHaveCountAsync(0);
        await HasAsync("[[locating");
        await Field.FillAsync("");
        await Page.Keyboard.TypeAsync("[[nothing is called that");
        await Assertions.Expect(Page.Locator("markdown-editor:focus-within > [role=status]")).ToHaveTextAsync("No paper of an issue is called that.");

        // Readers find the paper where the link leads.
        await Field.FillAsync("");
        await Page.Keyboard.TypeAsync("[[locating");
        await Page.Keyboard.PressAsync("Enter");
        await Page.GotoAsync((await Preview.GetByRole(AriaRole.Link, new() { Name = Scene.KnownTitle }).GetAttributeAsync("href"))!);
        await Assertions.Expect(Page.Locator("h1")).ToHaveTextAsync(Scene.KnownTitle);
    }

    [Fact]
    public async Task A_snippet_is_put_in_by_its_name()
    {
        await KeepSnippetAsync("Code link", "Code can be found [here](https://example.org).\n\nIt runs.");
        await OpenAsync();

        await Field.FillAsync("");
        await Page.Keyboard.TypeAsync("Read it. ;;code");
        await Assertions.Expect(Page.Locator("[role=listbox]").GetByRole(AriaRole.Option).First).ToContainTextAsync("Code can be found");
        await Page.Keyboard.PressAsync("Tab");
        await HasAsync("Read it. Code can be found [here](https://example.org).\n\nIt runs.");
        await Button("Snippet").ClickAsync();
        await Page.Locator("[role=listbox]").GetByRole(AriaRole.Option).First.ClickAsync();
        await Assertions.Expect(Preview.GetByRole(AriaRole.Link, new() { Name = "here" })).ToHaveCountAsync(2);
    }

    private async Task KeepSnippetAsync(string name, string text)
    {
        await Scene.SetAsync(Site);
        await using var scope = Site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RoundupDb>();
        var snippet = new Snippet(await db.Users.MinAsync(u => u.Id));
        Assert.Null(snippet.Rewrite(name, text));
        db.Add(snippet);
        await db.SaveChangesAsync();
    }
}

/// <summary>The same under a thumb.</summary>
public sealed class The_editor_on_a_phone(BrowserSite site) : EditorTest(site)
{
    protected override BrowserNewContextOptions Visitor => new() { ViewportSize = new() { Width = 390, Height = 800 }, HasTouch = true, IsMobile = true };

    [Fact]
    public async Task A_paper_is_linked_and_the_preview_takes_the_text_s_place()
    {
        await OpenAsync();
        foreach (var box in await Toolbar.GetByRole(AriaRole.Button).EvaluateAllAsync<double[][]>("all => all.map(e => [e.offsetWidth, e.offsetHeight])"))
            Assert.True(box.All(side => side >= 44), $"A button of {box[0]} by {box[1]} px is small for a thumb.");

        await Field.FillAsync("As said");
        await Button("Link a paper").TapAsync();
        await Page.Locator("[role=listbox]").GetByRole(AriaRole.Option).First.WaitForAsync();
        await Page.Keyboard.TypeAsync("locat");
        var option = Page.Locator("[role=listbox]").GetByRole(AriaRole.Option).Filter(new() { HasText = "in issues 1 and 2" });
        await Assertions.Expect(Page.Locator("[role=listbox]").GetByRole(AriaRole.Option)).ToHaveCountAsync(1);
        await ShootAsync("list");
        Assert.True(await Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), "The list scrolls sideways.");
        await option.TapAsync();
        await Assertions.Expect(Field).ToHaveValueAsync(new Regex(@"^As said \[Locating"));

        var swap = Card.GetByRole(AriaRole.Button, new() { Name = "Preview", Exact = true });
        await swap.TapAsync();
        await Assertions.Expect(Field).ToBeHiddenAsync();
        await Assertions.Expect(Preview.GetByRole(AriaRole.Link, new() { Name = Scene.KnownTitle })).ToBeVisibleAsync();
        await Assertions.Expect(swap).ToHaveAttributeAsync("aria-pressed", "true");
        await ShootAsync("preview");
        await swap.TapAsync();
        await Assertions.Expect(Field).ToBeVisibleAsync();
        await Assertions.Expect(Preview).ToBeHiddenAsync();
    }
}

/// <summary>The draft of the scene, with the card of its first paper open.</summary>
public abstract class EditorTest(BrowserSite site) : BrowserTest(site)
{
    protected ILocator Card => Page.Locator(".outline > .item:has(details[open])").First;

    protected ILocator Field => Card.Locator("textarea:not([readonly])").First;

    protected ILocator Preview => Card.Locator("live-preview").First;

    protected ILocator Toolbar => Card.GetByRole(AriaRole.Toolbar, new() { Name = "Formatting" }).First;

    protected ILocator Button(string name) => Toolbar.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    protected async Task OpenAsync()
    {
        await Scene.SetAsync(Site);
        await Desk.SignInAsync(Page);
        await Page.GotoAsync($"/admin/issues/{Scene.Draft}/edit");
        await Toolbar.WaitForAsync();
    }

    protected async Task WriteAsync(string text, int from, int to)
    {
        await Field.FillAsync(text);
        await Field.EvaluateAsync("(field, [from, to]) => field.setSelectionRange(from, to)", new[] { from, to });
    }

    protected Task HasAsync(string text) => Assertions.Expect(Field).ToHaveValueAsync(text);
}
