using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Roundup.Model.Papers;
using Roundup.Sources;
using Roundup.Sources.Fetching;

namespace Roundup.Tests.Sources;

public class Asking_arXiv(ITestOutputHelper output)
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.Zero));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Recorded_papers_come_back_by_id_and_the_unknown_are_absent()
    {
        var replies = Replies();
        // Recorded in this order: the older one is no id that exists, and is silently missing.
        replies.Add("0808.05394,1707.08567", HttpStatusCode.OK, Recorded("id_0808.05394_1707.08567_s0_m100_42e5aa0ec3af.atom.xml"));
        replies.Add("quant-ph/0201082v1", HttpStatusCode.OK, Recorded("id_quant-ph_0201082v1_s0_m100_86989fe779ef.atom.xml"));
        var arxiv = Source(replies);

        Assert.Equal(["arxiv:1707.08567"], (await FetchAsync(arxiv, "0808.05394", "1707.08567")).Select(paper => paper.Id.Key));
        Assert.Equal(["arxiv:quant-ph/0201082v1"], (await FetchAsync(arxiv, "quant-ph/0201082v1")).Select(paper => paper.Id.ToString()));
        Assert.Contains("max_results=2", replies.Requests[0].Address.Query);
    }

    [Fact]
    public async Task Answers_are_matched_by_id_and_version_not_by_place()
    {
        var replies = Replies().Add("2202.05262,2206.14576v2,1706.03762", HttpStatusCode.OK, Feed("1706.03762v7", "2202.05262v5", "2206.14576v2"));
        Assert.Equal(["arxiv:2202.05262v5", "arxiv:2206.14576v2", "arxiv:1706.03762v7"],
            (await FetchAsync(Source(replies), "2202.05262", "2206.14576v2", "1706.03762")).Select(paper => paper.Id.ToString()));
    }

    [Fact]
    public async Task What_is_no_arXiv_id_is_not_asked_for()
    {
        var replies = Replies();
        Assert.Empty(await WaitAsync(Source(replies).FetchAsync(
            [new(PaperScheme.Arxiv, "abc"), new(PaperScheme.Arxiv, "1706.03762&x=1"), new(PaperScheme.Arxiv, "math.GT/0309136"), new(PaperScheme.Doi, "10.1/x")], Cancel)));
        Assert.Empty(replies.Requests);
    }

    [Fact]
    public async Task A_batch_that_one_id_spoils_is_asked_for_again_without_it()
    {
        var replies = Replies()
            .Add("2202.05262,1706.03762", HttpStatusCode.BadRequest, Error("incorrect id format for 2202.05262"))
            .Add("1706.03762", HttpStatusCode.OK, Feed("1706.03762v7"));
        Assert.Equal(["arxiv:1706.03762"], (await FetchAsync(Source(replies), "2202.05262", "1706.03762")).Select(paper => paper.Id.Key));

        var silent = Replies()
            .Add("2202.05262,1706.03762", HttpStatusCode.BadRequest, Error("bad request"))
            .Add("2202.05262", HttpStatusCode.BadRequest, Error("bad request"))
            .Add("1706.03762", HttpStatusCode.OK, Feed("1706.03762v7"));
        Assert.Equal(["arxiv:1706.03762"], (await FetchAsync(Source(silent), "2202.05262", "1706.03762")).Select(paper => paper.Id.Key));
    }

    [Fact]
    public async Task An_empty_feed_is_believed_the_second_time()
    {
        var spurious = Replies().Add("1706.03762", HttpStatusCode.OK, Feed()).Add("1706.03762", HttpStatusCode.OK, Feed("1706.03762v7"));
        Assert.Single(await FetchAsync(Source(spurious), "1706.03762"));

        var unknown = Replies().Add("1706.99999", HttpStatusCode.OK, Feed()).Add("1706.99999", HttpStatusCode.OK, Feed());
        Assert.Empty(await FetchAsync(Source(unknown), "1706.99999"));
        Assert.Equal(2, unknown.Requests.Count);
    }

    [Fact]
    public async Task One_request_at_a_time_three_seconds_apart_for_everyone()
    {
        var replies = Replies();
        string[] ids = [.. Enumerable.Range(1, 5).Select(n => $"2202.0000{n}")];
        foreach (var id in ids) replies.Add(id, HttpStatusCode.OK, Feed($"{id}v1"));
        var arxiv = Source(replies);

        await WaitAsync(Task.WhenAll(ids.Select(id => arxiv.FetchAsync([Id(id)], Cancel))));
        var pauses = replies.Requests.Zip(replies.Requests.Skip(1), (a, b) => (b.At - a.At).TotalSeconds).ToList();
        output.WriteLine($"5 requests at once: {replies.MostAtOnce} at a time, pauses {string.Join(' ', pauses)} s");
        Assert.Equal(1, replies.MostAtOnce);
        Assert.All(pauses, pause => Assert.InRange(pause, 3, 4));
    }

    [Fact]
    public async Task Retry_After_is_waited_out_when_short_and_said_when_long()
    {
        var brief = Replies().Add("1706.03762", HttpStatusCode.TooManyRequests, [], "20").Add("1706.03762", HttpStatusCode.OK, Feed("1706.03762v7"));
        Assert.Single(await FetchAsync(Source(brief), "1706.03762"));
        Assert.InRange((brief.Requests[1].At - brief.Requests[0].At).TotalSeconds, 20, 30);

        var lasting = Replies().Add("1706.03762", HttpStatusCode.TooManyRequests, [], "3600");
        var failure = await Assert.ThrowsAsync<SourceException>(() => FetchAsync(Source(lasting), "1706.03762"));
        Assert.Equal("arXiv is busy and asks us to come back in 60 minutes. Until then, paste the details instead.", failure.Message);
        Assert.Single(lasting.Requests);
    }

    [Fact]
    public async Task Passing_failures_are_tried_three_times_and_then_said()
    {
        var passing = Replies().Add("1706.03762", HttpStatusCode.BadGateway, []).Add("1706.03762", HttpStatusCode.OK, Feed("1706.03762v7"));
        Assert.Single(await FetchAsync(Source(passing), "1706.03762"));

        var lasting = Replies();
        for (var n = 0; n < 6; n++) lasting.Add("1706.03762", HttpStatusCode.InternalServerError, []);
        var arxiv = Source(lasting);
        Assert.Contains("error (500)", (await Assert.ThrowsAsync<SourceException>(() => FetchAsync(arxiv, "1706.03762"))).Message);
        Assert.Equal(3, lasting.Requests.Count);
        await Assert.ThrowsAsync<SourceException>(() => FetchAsync(arxiv, "1706.03762"));
        // After six failures in two minutes nobody is sent there for one.
        Assert.Contains("failed several times", (await Assert.ThrowsAsync<SourceException>(() => FetchAsync(arxiv, "1706.03762"))).Message);
        Assert.Equal(6, lasting.Requests.Count);
    }

    [Fact]
    public void Batches_keep_within_both_limits()
    {
        var ids = Enumerable.Range(1, 700).Select(n => Id($"2202.{n:D5}v12")).Concat(Enumerable.Range(1, 300).Select(n => Id($"cond-mat/0203{n:D3}v2"))).ToList();
        var batches = ArxivApi.Batches(ids).ToList();
        var lines = batches.Select(batch => $"GET /api/query?id_list={string.Join(',', batch.Select(id => $"{id.Value}v{id.Version}"))}&max_results={batch.Count} HTTP/1.1".Length).ToList();
        output.WriteLine($"1,000 ids: {batches.Count} requests of {string.Join(' ', batches.Select(batch => batch.Count))} ids, longest request line {lines.Max()} bytes");

        Assert.Equal(ids, batches.SelectMany(batch => batch));
        Assert.All(batches, batch => Assert.True(batch.Count <= 300));
        Assert.All(lines, line => Assert.True(line < 4000));
    }

    private RecordedReplies Replies() => new(address => Uri.UnescapeDataString(address.Query.Split("id_list=")[1].Split('&')[0])) { Clock = _clock };

    private IPaperSource Source(RecordedReplies replies)
    {
        var services = new ServiceCollection().AddSingleton<TimeProvider>(_clock).AddPaperSources();
        services.AddHttpClient(GuardedClient.Client).ConfigurePrimaryHttpMessageHandler(() => replies);
        return services.BuildServiceProvider().GetServices<IPaperSource>().Single(source => source.Terms.Name is "arXiv");
    }

    private Task<IReadOnlyList<PaperRecord>> FetchAsync(IPaperSource source, params string[] ids) => WaitAsync(source.FetchAsync([.. ids.Select(Id)], Cancel));

    private async Task<T> WaitAsync<T>(Task<T> task)
    {
        for (var second = 0; !task.IsCompleted && second < 20_000; second++)
        {
            _clock.Advance(TimeSpan.FromMilliseconds(250));
            await Task.Delay(1, Cancel);
        }
        return await task;
    }

    private static PaperId Id(string id) => ArxivId.Read(id, isInAddress: true)!;

    private static byte[] Recorded(string file) => File.ReadAllBytes(SharedFolder.Path("fixtures", "arxiv", file));

    private static byte[] Feed(params string[] ids) => Encoding.UTF8.GetBytes($"""
        <?xml version='1.0' encoding='UTF-8'?><feed xmlns="http://www.w3.org/2005/Atom">{string.Concat(ids.Select(id => $"<entry><id>http://arxiv.org/abs/{id}</id><title>T</title></entry>"))}</feed>
        """);

    private static byte[] Error(string text) => Encoding.UTF8.GetBytes($"""
        <?xml version='1.0' encoding='UTF-8'?><feed xmlns="http://www.w3.org/2005/Atom"><entry><id>https://arxiv.org/api/errors#x</id><title>Error</title><summary>{text}</summary></entry></feed>
        """);
}
