using Microsoft.Playwright;
using Roundup.Browser.Tests.Harness;

namespace Roundup.Browser.Tests.NotAWordLost;

/// <summary>One opinion in two tabs: an idle one follows the other, and two texts are never made one by themselves.</summary>
public sealed class Two_tabs(BrowserSite site) : BrowserTest(site)
{
    [Fact]
    public async Task Typing_in_turn_goes_on_where_the_other_tab_stopped()
    {
        var (issue, one, other) = await OpenAsync();

        await one.PressSequentiallyAsync("One");
        await Desk_of_words.IsAsync(one, "saved");
        await Assertions.Expect(other).ToHaveValueAsync("One", new() { Timeout = Desk_of_words.Patience });
        await other.PressAsync("Control+End");
        await other.PressSequentiallyAsync(", two");
        await Assertions.Expect(one).ToHaveValueAsync("One, two", new() { Timeout = Desk_of_words.Patience });
        await one.PressAsync("Control+End");
        await one.PressSequentiallyAsync(", three");
        await Assertions.Expect(other).ToHaveValueAsync("One, two, three", new() { Timeout = Desk_of_words.Patience });

        Assert.Equal("One, two, three", await Desk_of_words.KeptAsync(Site, issue.Number));
    }

    [Theory]
    [InlineData("Keep mine", "Of the second", null)]
    [InlineData("Take theirs", "Of the first", "Of the second")]
    [InlineData("Keep both", "Of the second\n\nOf the first", null)]
    public async Task Two_first_opinions_at_once_are_two_texts_and_a_choice_by_keyboard(string choice, string kept, string? other)
    {
        Expect("409");
        Expect("ERR_INTERNET_DISCONNECTED");
        var (issue, one, two) = await OpenAsync();
        // What the second tab types is on its way only when the first has saved, which it is not told of.
        await two.Page.EvaluateAsync("() => { const send = XMLHttpRequest.prototype.send; XMLHttpRequest.prototype.send = function (body) { (window.go ??= new Promise(r => (window.release = r))).then(() => send.call(this, body)) } }");
        await two.PressSequentiallyAsync("Of the second");
        await one.PressSequentiallyAsync("Of the first");
        await Desk_of_words.IsAsync(one, "saved");
        await two.Page.EvaluateAsync("() => window.release()");
        await Desk_of_words.IsAsync(two, "clash");

        var texts = two.Page.GetByRole(AriaRole.Group, new() { Name = "Two texts: My opinion" });
        await Assertions.Expect(texts.GetByLabel("Theirs")).ToHaveValueAsync("Of the first");
        Assert.Equal("Of the second", await two.InputValueAsync());
        await ShootAsync(choice);
        for (var press = 0; press < 30 && await Focused(two.Page) != choice; press++) await two.Page.Keyboard.PressAsync("Tab");
        await two.Page.Keyboard.PressAsync("Enter");

        await Desk_of_words.IsAsync(two, "saved");
        await Assertions.Expect(texts).ToHaveCountAsync(0);
        Assert.Equal(kept, await Desk_of_words.KeptAsync(Site, issue.Number));
        Assert.True(await two.EvaluateAsync<bool>("f => f === document.activeElement"));
        if (other is not null) await Assertions.Expect(two.Page.GetByRole(AriaRole.Group, new() { Name = "Your other words" }).Locator("textarea")).ToHaveValueAsync(other);
    }

    private static Task<string> Focused(IPage page) => page.EvaluateAsync<string>("document.activeElement.textContent");

    private async Task<(Model.Issues.Issue Issue, ILocator One, ILocator Other)> OpenAsync()
    {
        var issue = await Desk_of_words.DraftAsync(Site);
        await Desk.SignInAsync(Page);
        return (issue, await Desk_of_words.OpenAsync(Page, issue), await Desk_of_words.OpenAsync(await Page.Context.NewPageAsync(), issue));
    }
}
