using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Roundup.Browser.Tests.Harness;

namespace Roundup.Browser.Tests.Journeys;

/// <summary>By mouse; the buttons and keys that do the same are tested where they are. The screen is high enough for all cards.</summary>
public sealed class Cards_are_dragged(BrowserSite site) : DraggingTest(site)
{
    protected override BrowserNewContextOptions Visitor => new() { ViewportSize = new() { Width = 1280, Height = 1800 } };

    [Fact]
    public async Task A_card_goes_where_it_is_dropped_and_keeps_what_is_typed_in_it()
    {
        await OpenAsync();
        await Field.FillAsync("Typed, and not saved yet.");
        var before = await TitlesAsync();

        var (from, to) = (await GripAsync(0), await GripAsync(2));
        await Page.Mouse.MoveAsync(from.X, from.Y);
        await Page.Mouse.DownAsync();
        await Page.Mouse.MoveAsync(from.X + 4, from.Y + 12, new() { Steps = 3 });
        await Page.Mouse.MoveAsync(to.X + 4, to.Y + 20, new() { Steps = 15 });
        await ShootAsync("dragging");
        await Page.Mouse.UpAsync();

        await Assertions.Expect(Said).ToContainTextAsync(new Regex($"^{Regex.Escape(before[0])} is now paper [2-5] of {before.Count}"));
        var after = await TitlesAsync();
        Assert.NotEqual(0, after.IndexOf(before[0]));
        await HasAsync("Typed, and not saved yet.");
        await Assertions.Expect(Page.Locator(".is-dragged")).ToHaveCountAsync(0);
        await Assertions.Expect(Page.Locator("saving-form[unsaved]")).ToHaveCountAsync(0);

        // It was one form before and is one form now: typed and told to save in one moment, it is sent once.
        var saved = 0;
        Page.Request += (_, request) => saved += request.Url.EndsWith("/opine", StringComparison.Ordinal) ? 1 : 0;
        await Field.EvaluateAsync("""
            field => {
              field.value += ' More.'
              field.dispatchEvent(new Event('input', { bubbles: true }))
              field.dispatchEvent(new KeyboardEvent('keydown', { key: 's', ctrlKey: true, bubbles: true, cancelable: true }))
            }
            """);
        await Assertions.Expect(Page.Locator("saving-form[unsaved]")).ToHaveCountAsync(0);
        Assert.Equal(1, saved);
        await Page.ReloadAsync();
        Assert.Equal(after, await TitlesAsync());
        // The card itself is closed now: the next one without an opinion stands open.
        Assert.Contains("Typed, and not saved yet. More.", await Page.Locator("textarea[name='Input.Words']").EvaluateAllAsync<string[]>("fields => fields.map(field => field.value)"));
    }

    [Fact]
    public async Task Without_a_server_it_goes_back()
    {
        await OpenAsync();
        var before = await TitlesAsync();
        await Page.RouteAsync("**/move", route => route.AbortAsync());
        Expect("ERR_FAILED");

        var (from, to) = (await GripAsync(1), await GripAsync(0));
        await Page.Mouse.MoveAsync(from.X, from.Y);
        await Page.Mouse.DownAsync();
        await Page.Mouse.MoveAsync(from.X, from.Y - 12, new() { Steps = 3 });
        await Page.Mouse.MoveAsync(to.X, to.Y - 4, new() { Steps = 15 });
        await Page.Mouse.UpAsync();

        await Assertions.Expect(Said).ToContainTextAsync("Not moved.");
        await Assertions.Expect(Said).ToBeVisibleAsync();
        Assert.Equal(before, await TitlesAsync());
    }
}

public sealed class Cards_are_dragged_by_finger(BrowserSite site) : DraggingTest(site)
{
    protected override BrowserNewContextOptions Visitor => new() { ViewportSize = new() { Width = 390, Height = 800 }, HasTouch = true, IsMobile = true, ReducedMotion = ReducedMotion.Reduce };

    [Fact]
    public async Task A_card_goes_where_it_is_dropped()
    {
        await OpenAsync();
        var before = await TitlesAsync();
        await Page.Locator(".outline > .item").Nth(3).ScrollIntoViewIfNeededAsync();

        var (from, to) = (await GripAsync(3), await GripAsync(4));
        var touch = await Page.Context.NewCDPSessionAsync(Page);
        await SendAsync("touchStart", from.X, from.Y);
        for (var step = 1; step <= 15; step++) await SendAsync("touchMove", from.X, from.Y + ((to.Y - from.Y + 25) * step / 15));
        await SendAsync("touchEnd", 0, 0);

        await Assertions.Expect(Said).ToContainTextAsync($"is now paper 5 of {before.Count}");
        Assert.Equal([.. before.Take(3), before[4], before[3], .. before.Skip(5)], await TitlesAsync());

        Task SendAsync(string type, float x, float y) => touch.SendAsync("Input.dispatchTouchEvent", new()
        {
            ["type"] = type,
            ["touchPoints"] = type is "touchEnd" ? Array.Empty<object>() : [new Dictionary<string, object> { ["x"] = x, ["y"] = y }],
        });
    }
}

public abstract class DraggingTest(BrowserSite site) : EditorTest(site)
{
    protected ILocator Said => Page.Locator("entry-list > [role=status]");

    protected async Task<List<string>> TitlesAsync()
    {
        await Page.Locator("entry-list[sorts]").WaitForAsync();
        return [.. await Page.Locator(".outline > .item").EvaluateAllAsync<string[]>("all => all.map(item => item.dataset.title)")];
    }

    /// <summary>The middle of a card's handle.</summary>
    protected async Task<(float X, float Y)> GripAsync(int card)
    {
        var box = (await Page.Locator(".outline > .item").Nth(card).Locator(".grip").BoundingBoxAsync())!;
        return (box.X + (box.Width / 2), box.Y + (box.Height / 2));
    }
}
