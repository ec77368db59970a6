using System.Diagnostics;
using Microsoft.Playwright;
using Roundup.Browser.Tests.Harness;
using Roundup.Data;
using Roundup.Data.Starting;
using Roundup.Model.Issues;

namespace Roundup.Browser.Tests.NotAWordLost;

/// <summary>Somebody writes, and writes on, while the server dies under it twenty times.</summary>
public sealed class Killed_while_typing(Chromium chromium, ITestOutputHelper output)
{
    private const int Kills = 20;
    private const int Words = 12;
    private const int Seed = 20_261_127;

    [Fact]
    public async Task Every_text_is_complete_after_twenty_kills()
    {
        var data = Directory.CreateTempSubdirectory("roundup-");
        try
        {
            var (address, chance, watch) = (SiteProcess.NewAddress(), new Random(Seed), Stopwatch.StartNew());
            var site = await SiteProcess.StartAtAsync(address, data.FullName);
            await HttpDesk.SetUpAsync(site);
            var issue = await FurnishAsync(data.FullName);
            await using var visitor = await chromium.Browser.NewContextAsync(new() { BaseURL = address });
            var page = await visitor.NewPageAsync();
            await Desk.SignInByFormAsync(page);
            await Desk_of_words.OpenAsync(page, issue);

            for (var card = 0; card < Kills; card++)
            {
                var typing = TypeAsync(page, issue, card);
                await Task.Delay(chance.Next(1300), TestContext.Current.CancellationToken);
                await site.KillAsync();
                await site.DisposeAsync();
                site = await SiteProcess.StartAtAsync(address, data.FullName);
                await typing;
            }

            await Assertions.Expect(page.Locator("saving-form:is([state=clash], [state=refused])")).ToHaveCountAsync(0);
            await Assertions.Expect(page.Locator("saving-form:not([state=saved])")).ToHaveCountAsync(0, new() { Timeout = Desk_of_words.Patience });
            await ReportAsync(data.FullName, page, issue);
            output.WriteLine($"FIGURE: typing through {Kills} kills and restarts, s = {watch.Elapsed.TotalSeconds:F1}");
            await site.DisposeAsync();
        }
        finally
        {
            data.Delete(recursive: true);
        }
    }

    /// <summary>On the server, and on the page when it is loaded again.</summary>
    private async Task ReportAsync(string data, IPage page, Issue issue)
    {
        await using var db = Open(data);
        var kept = await Desk_of_words.KeptAsync(db, issue.Number);
        await page.ReloadAsync();
        var shown = await page.Locator("textarea[name='Input.Words']").EvaluateAllAsync<string[]>("fields => fields.map(f => f.value)");
        var complete = Enumerable.Range(0, Kills).Count(card => kept[card] == Text(card) && shown[card] == Text(card));

        output.WriteLine($"FIGURE: complete after {Kills} kills = {complete} of {Kills}");
        Assert.Equal(Enumerable.Range(0, Kills).Select(Text), kept);
        Assert.Equal(Kills, complete);
    }

    private static async Task TypeAsync(IPage page, Issue issue, int card)
    {
        var field = page.Locator($"#o-{issue.Entries[card].Id}");
        await page.EvaluateAsync("id => document.getElementById(id).closest('details').open = true", $"o-{issue.Entries[card].Id}");
        var (text, how) = (Text(card), new LocatorPressSequentiallyOptions { Delay = 12, Timeout = Desk_of_words.Patience });
        await field.PressSequentiallyAsync(text[..(text.Length / 2)], how);
        // Not only pauses are saved: some kills fall into a save that is under way.
        await field.PressAsync("Control+s");
        await field.PressSequentiallyAsync(text[(text.Length / 2)..], how);
    }

    private static string Text(int card) => string.Join(' ', Enumerable.Range(1, Words).Select(word => $"w{card}.{word}"));

    private static async Task<Issue> FurnishAsync(string data)
    {
        await using var db = Open(data);
        return await Desk_of_words.DraftAsync(db, Kills);
    }

    private static RoundupDb Open(string data) => new(RoundupData.WithoutHost(o => o.UseRoundupSqlite(Path.Combine(data, "roundup.db"))));
}
