using Microsoft.AspNetCore.Http;
using Roundup.Model.Discussion;
using Roundup.Web.Talk;

namespace Roundup.Web.Tests.Moderating;

public sealed class HourTests
{
    [Fact]
    public async Task One_writer_sends_so_much_in_an_hour_and_then_is_told_to_wait()
    {
        await using var site = new ModerationSite();
        site.Set("Site:Url", "https://papers.example");
        await site.OpenAsync();
        for (var n = 0; n < Writers.AnHour - 1; n++) await site.SayAsync("Marek Oravec", $"{n}", isKnown: true);
        Assert.Null(await AskAsync(site));

        await site.SayAsync("Marek Oravec", "The last.", isKnown: true);
        Assert.Contains("30 comments and suggestions an hour", (await AskAsync(site))!, StringComparison.Ordinal);
        site.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Null(await AskAsync(site));
    }

    [Fact]
    public async Task Mails_that_ask_for_confirmation_are_no_way_to_fill_somebody_s_box()
    {
        await using var site = new ModerationSite();
        site.Set("Site:Url", "https://papers.example");
        await site.OpenAsync();
        for (var n = 0; n < Writers.UnconfirmedAtMost; n++) await site.SayAsync("Marek Oravec", $"{n}", CommentHolds.None, isProven: false);

        Assert.Contains("Confirm first", (await AskAsync(site))!, StringComparison.Ordinal);
    }

    private static Task<string?> AskAsync(ModerationSite site) =>
        site.WithAsync<Writers, string?>(async (writers, _) => (await writers.FindAsync(new DefaultHttpContext(), "Marek Oravec", "marek.oravec@example.org", TestContext.Current.CancellationToken)).Refusal?.Sentence);
}
