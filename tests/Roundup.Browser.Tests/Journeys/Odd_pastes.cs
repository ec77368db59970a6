using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Roundup.Browser.Tests.Harness;

namespace Roundup.Browser.Tests.Journeys;

/// <summary>What people paste by mistake, or to see what happens: a clear sentence or a right import, and nothing lost.</summary>
public sealed class Odd_pastes(BrowserSite site) : BrowserTest(site)
{
    [Fact]
    public async Task Two_megabytes_of_words_are_refused_with_a_sentence_and_stay_in_the_form()
    {
        var text = string.Concat(Enumerable.Range(0, 20_000).Select(i => $"Paragraph {i} says that learning goes on and that nothing was ever decided about it in the end.\n\n"));
        Assert.True(text.Length > 1_900_000);

        var status = await ReadAsync(text);

        Assert.Equal(422, status);
        await Assertions.Expect(Page.GetByRole(AriaRole.Alert).First).ToContainTextAsync("20,000 lines");
        Assert.Equal(text.TrimEnd(), (await Page.EvaluateAsync<string>("document.querySelector('textarea[name=\"Input.Text\"]').value")).TrimEnd());
    }

    [Fact]
    public async Task Two_megabytes_of_papers_are_read()
    {
        var text = "# Papers\n\n" + string.Concat(Enumerable.Range(0, 1_000).Select(i => $"## [A study of learning in the {i}th world](https://arxiv.org/abs/2101.{10_000 + i})\n\n> {string.Join(' ', Enumerable.Repeat("We study how networks learn in order.", 50))}\n\n**My opinion:** worth reading, number {i}.\n\n"));

        var status = await ReadAsync(text);

        Assert.Equal(200, status);
        await Assertions.Expect(Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("1000 papers");
    }

    [Fact]
    public async Task A_binary_file_gets_a_sentence()
    {
        Expect("422");
        await OpenAsync();
        await Page.GetByLabel("or a file").SetInputFilesAsync(new FilePayload { Name = "paper.pdf", MimeType = "application/pdf", Buffer = [.. "%PDF-1.7\n"u8, .. Enumerable.Range(0, 200_000).Select(i => (byte)(i * 37 % 256))] });

        Assert.Equal(422, await PressReadAsync());
        await Assertions.Expect(Page.GetByRole(AriaRole.Alert).First).ToContainTextAsync("This is not text");
    }

    [Fact]
    public async Task A_paste_with_scripts_and_broken_marks_is_published_without_running()
    {
        var dialogs = 0;
        Page.Dialog += (_, dialog) =>
        {
            dialogs++;
            _ = dialog.DismissAsync();
        };
        await ReadAsync("""
            # Week 3 <script>alert(1)</script>

            Hello <img src=x onerror=alert(1)> and **never closed [a](javascript:alert(1)

            ## [A paper <svg onload=alert(1)>](https://arxiv.org/abs/2101.00001)

            > We study **this <iframe srcdoc="<script>alert(1)</script>">

            My opinion: fine ![x](https://evil.example/x.png) <a href="javascript:alert(1)">here</a> ``` not closed

            ## [Another](javascript:alert(1))

            My opinion: [click](&#106;avascript:alert(1)) me
            """);

        await Page.GetByRole(AriaRole.Button, new() { Name = "Make a draft" }).First.ClickAsync();
        await Page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Publish") }).First.ClickAsync();
        await Page.WaitForURLAsync(new Regex(@"/issues/\d+"));

        await Assertions.Expect(Page.Locator("main")).ToContainTextAsync("never closed");
        Assert.Equal(0, dialogs);
        Assert.Equal(0, await Page.Locator("main a[href^='javascript' i], main img, main iframe, main script:not([src='/js/talk-page.js'], [src^='/js/reader.js?v='])").CountAsync());
    }

    [Fact]
    public async Task Five_hundred_papers_become_a_draft()
    {
        var text = "# A long week\n\n" + string.Concat(Enumerable.Range(0, 500).Select(i => $"## [Paper number {i} of many](https://arxiv.org/abs/2102.{10_000 + i})\n\n> We study the {i}th question.\n\nMy opinion: number {i} is fine.\n\n"));
        await ReadAsync(text);

        await Page.GetByRole(AriaRole.Button, new() { Name = "Make a draft" }).First.ClickAsync();
        await Page.WaitForURLAsync("**/edit");

        await Assertions.Expect(Page.Locator(".outline > .item")).ToHaveCountAsync(500);
        await Assertions.Expect(Page.Locator(".outline > .item").Last).ToContainTextAsync("Paper number 499 of many");
    }

    private async Task<int> ReadAsync(string text)
    {
        Expect("422");
        await OpenAsync();
        await Page.EvaluateAsync("text => document.querySelector('textarea[name=\"Input.Text\"]').value = text", text);
        return await PressReadAsync();
    }

    private async Task<int> PressReadAsync()
    {
        IResponse? reply = null;
        await FollowAsync(async () => reply = await Page.RunAndWaitForResponseAsync(() => Page.GetByRole(AriaRole.Button, new() { Name = "Read" }).ClickAsync(), r => r.Request.Method == "POST"));
        return reply!.Status;
    }

    private async Task OpenAsync()
    {
        await Desk.OpenAsync(Site);
        await Desk.SignInAsync(Page, "/admin/read");
    }
}
