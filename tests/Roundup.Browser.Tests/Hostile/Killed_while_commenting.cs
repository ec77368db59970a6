using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Roundup.Browser.Tests.Harness;
using Roundup.Data;
using Roundup.Data.Starting;
using Roundup.Model.Issues;

namespace Roundup.Browser.Tests.Hostile;

/// <summary>Two hundred guests comment one after another while the server is killed under them.</summary>
public sealed class Killed_while_commenting(ITestOutputHelper output)
{
    private const int Comments = 200;
    private const int Kills = 8;
    private const int Seed = 20_261_128;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<int, bool> _acknowledged = [];

    [Fact]
    public async Task Every_comment_that_was_acknowledged_is_there()
    {
        var data = Directory.CreateTempSubdirectory("roundup-");
        try
        {
            var address = SiteProcess.NewAddress();
            var site = await SiteProcess.StartAtAsync(address, data.FullName);
            await HttpDesk.SetUpAsync(site);
            await PublishAsync(data.FullName);

            var killing = KillAsync(site, address, data.FullName);
            var failed = await PostAsync(address);
            site = await killing;
            await site.DisposeAsync();

            await using var db = Open(data.FullName);
            var kept = await db.Comments.AsNoTracking().Select(c => c.Words.Source).ToListAsync(TestContext.Current.CancellationToken);
            var there = _acknowledged.Keys.Count(n => kept.Contains(Text(n)));
            output.WriteLine($"FIGURE: comments that were acknowledged and are there after {Kills} kills = {there} of {_acknowledged.Count}");
            output.WriteLine($"FIGURE: tries that found no server, or lost it = {failed}; comments kept twice for it = {kept.Count - kept.Distinct().Count()}");
            Assert.Equal((Comments, Comments), (_acknowledged.Count, there));
            // Nobody is left waiting for a mail: it was queued in the same transaction.
            Assert.Equal(kept.Count, await db.Outbox.CountAsync(m => m.Key.StartsWith("confirm-"), TestContext.Current.CancellationToken));
        }
        finally
        {
            data.Delete(recursive: true);
        }
    }

    private async Task<int> PostAsync(string address)
    {
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = new(address), Timeout = TimeSpan.FromSeconds(30) };
        var failed = 0;
        var watch = Stopwatch.StartNew();
        for (var n = 0; n < Comments;)
        {
            Assert.True(watch.Elapsed < Patience, $"Only {n} comments in {Patience}.");
            if (await SendAsync(client, n) is not true)
            {
                failed++;
                await Task.Delay(50, TestContext.Current.CancellationToken);
                continue;
            }

            _acknowledged[n++] = true;
        }

        return failed;
    }

    /// <summary>Each from a network of its own, for one network may send only so much.</summary>
    private static async Task<bool> SendAsync(HttpClient client, int n)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/issues/1/comment")
        {
            Content = new FormUrlEncodedContent([new("Input.Text", Text(n)), new("Input.Name", $"Guest {n}"), new("Input.Email", $"guest{n}@example.org")]),
            Headers = { { "Sec-Fetch-Site", "same-origin" }, { "X-Forwarded-For", $"10.0.0.{n + 1}" } },
        };
        try
        {
            using var reply = await client.SendAsync(request);
            Assert.True(reply.StatusCode is System.Net.HttpStatusCode.Redirect or System.Net.HttpStatusCode.ServiceUnavailable, $"Comment {n}: {reply.StatusCode}");
            return reply.StatusCode is System.Net.HttpStatusCode.Redirect;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    /// <summary>At random moments, some of them in the middle of a comment.</summary>
    private async Task<SiteProcess> KillAsync(SiteProcess site, string address, string data)
    {
        var chance = new Random(Seed);
        for (var kill = 1; kill <= Kills; kill++)
        {
            var after = kill * Comments / (Kills + 1) + chance.Next(-5, 6);
            while (_acknowledged.Count < after) await Task.Delay(1, TestContext.Current.CancellationToken);
            await Task.Delay(chance.Next(25), TestContext.Current.CancellationToken);
            await site.KillAsync();
            await site.DisposeAsync();
            site = await SiteProcess.StartAtAsync(address, data);
        }

        return site;
    }

    private static string Text(int n) => $"Comment number {n}, *word for word*.";

    private static async Task PublishAsync(string data)
    {
        await using var db = Open(data);
        var issue = new Issue(1, DateTimeOffset.UnixEpoch);
        Assert.Null(issue.Name("Shelf 1", "Talked about", DateTimeOffset.UnixEpoch));
        var paper = new Roundup.Model.Papers.Paper("Alpha", DateTimeOffset.UnixEpoch);
        Assert.Null(paper.Describe(Roundup.Formats.Typeset.Line("Alpha"), ["Ada"], Roundup.Formats.PlainText.Render("We study it."), "", "", DateTimeOffset.UnixEpoch));
        issue.Add(paper, DateTimeOffset.UnixEpoch);
        Assert.Null(issue.Publish("Ann", DateTimeOffset.UtcNow));
        db.Add(issue);
        await db.SaveChangesAsync();
    }

    private static RoundupDb Open(string data) => new(RoundupData.WithoutHost(o => o.UseRoundupSqlite(Path.Combine(data, "roundup.db"))));
}
