using System.Diagnostics;
using Roundup.Browser.Tests.Harness;

namespace Roundup.Browser.Tests.Hostile;

/// <summary>
/// Whatever a link leads to, the card says so or is filled in, and nothing else suffers. A real process, since its memory is measured; that no
/// link leads into a private network is proven in <c>Fetching_is_guarded</c>, where loopback is not allowed.
/// </summary>
public sealed class Sources_that_misbehave(ITestOutputHelper output)
{
    /// <summary>
    /// The servers send a gigabyte of words, and four packed into one. What a garbage collector leaves lying about for a while, more of it on a busy
    /// machine, is a figure; that nothing of that size was ever held is the rule.
    /// </summary>
    private const int MostGrowth = 200 * 1024 * 1024;

    [Fact]
    public async Task Every_card_says_what_is_wrong_while_memory_and_pages_stay_as_they_were()
    {
        using var servers = new BadServers();
        var data = Directory.CreateTempSubdirectory("roundup-");
        try
        {
            await using var site = await SiteProcess.StartAsync(data.FullName, ("Sources:AllowLoopback", "true"));
            var desk = await HttpDesk.SetUpAsync(site);
            var good = servers.Links.Single(l => l.Name == "good").Link;
            await WarmUpAsync(desk, good);
            var (before, level) = (await TimesAsync(site, () => Task.FromResult(true), atLeast: 100), site.ResidentBytes);

            var draft = await desk.DraftAsync(HttpDesk.Post(servers.Links.Select(l => ($"The {l.Name} paper", l.Link))));
            var cards = desk.SettledAsync(draft);
            var peak = site.ResidentBytes;
            var during = await TimesAsync(site, () =>
            {
                peak = Math.Max(peak, site.ResidentBytes);
                return Task.FromResult(!cards.IsCompleted);
            }, atLeast: 0);

            Say(before, during, level, peak);
            var words = (await cards).Body!.TextContent;
            foreach (var (name, link, sentence) in servers.Links) await SaysAsync(desk, draft, name, sentence);
            Assert.DoesNotContain("Exception", words, StringComparison.Ordinal);
            Assert.True(peak - level < MostGrowth, $"Memory grew by {(peak - level) / 1e6:F0} MB.");
        }
        finally
        {
            data.Delete(recursive: true);
        }
    }

    // What is compiled and pooled on the first use is no growth.
    private static async Task WarmUpAsync(HttpDesk desk, string good)
    {
        var draft = await desk.DraftAsync(HttpDesk.Post(Enumerable.Range(0, 6).Select(n => ($"Warm paper {n}", $"{good}?{n}"))));
        var cards = await desk.SettledAsync(draft);
        Assert.All(cards.QuerySelectorAll("[id^=meta-]"), card => Assert.Contains("Lovelace", card.TextContent, StringComparison.Ordinal));
    }

    private static async Task SaysAsync(HttpDesk desk, string draft, string name, string sentence)
    {
        var cards = await desk.ReadAsync($"{draft}/cards");
        var title = cards.QuerySelectorAll("[id^=title-]").Single(t => t.TextContent.Contains($"The {name} paper", StringComparison.Ordinal));
        var card = cards.QuerySelector($"#meta-{title.Id!["title-".Length..]}")!.TextContent;
        Assert.DoesNotContain("Asking", card, StringComparison.Ordinal);
        if (sentence is "") Assert.Contains("Lovelace", card, StringComparison.Ordinal);
        else Assert.Contains(sentence, card, StringComparison.Ordinal);
    }

    private static async Task<List<double>> TimesAsync(SiteProcess site, Func<Task<bool>> goesOn, int atLeast)
    {
        var times = new List<double>();
        while (times.Count < atLeast || (atLeast == 0 && await goesOn()))
        {
            var watch = Stopwatch.StartNew();
            using var reply = await site.Client.GetAsync(times.Count % 2 == 0 ? "/" : "/admin");
            Assert.True(reply.IsSuccessStatusCode);
            times.Add(watch.Elapsed.TotalMilliseconds);
            await Task.Delay(20);
        }

        return [.. times.Order()];
    }

    private void Say(List<double> before, List<double> during, long level, long peak)
    {
        foreach (var (when, times) in new[] { ("before", before), ("while 13 bad servers are asked", during) })
        {
            output.WriteLine($"FIGURE: pages {when}, p50 ms = {times[times.Count / 2]:F1}");
            output.WriteLine($"FIGURE: pages {when}, p99 ms = {times[times.Count * 99 / 100]:F1}");
        }

        output.WriteLine($"FIGURE: memory before the bad servers, MB = {level / 1e6:F0}");
        output.WriteLine($"FIGURE: memory at its peak above that, MB = {(peak - level) / 1e6:F0}");
    }
}
