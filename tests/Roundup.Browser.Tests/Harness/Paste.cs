using Microsoft.Playwright;

namespace Roundup.Browser.Tests.Harness;

/// <summary>From the clipboard to a draft, as an editor does it. The visitor's browser must allow the clipboard.</summary>
internal static class Paste
{
    /// <summary>Signs in, pastes on the desk, and waits for the outline.</summary>
    public static async Task AsPersonAsync(BrowserSite site, IPage page, string text)
    {
        await Desk.OpenAsync(site);
        await Desk.SignInAsync(page);
        await page.EvaluateAsync("text => navigator.clipboard.writeText(text)", text);
        await page.Locator("paste-field textarea").First.FocusAsync();
        await page.Keyboard.PressAsync("Control+V");
        await page.GetByRole(AriaRole.Button, new() { Name = "Make a draft" }).First.WaitForAsync();
    }

    public static Task DraftAsync(IPage page) => page.GetByRole(AriaRole.Button, new() { Name = "Make a draft" }).First.ClickAsync();

    public static async Task IntoDraftAsync(BrowserSite site, IPage page, string text)
    {
        await AsPersonAsync(site, page, text);
        await DraftAsync(page);
    }
}

/// <summary>A machine has one clipboard: tests that paste wait for one another.</summary>
[CollectionDefinition(Name)]
public sealed class Clipboard
{
    public const string Name = "Clipboard";
}
