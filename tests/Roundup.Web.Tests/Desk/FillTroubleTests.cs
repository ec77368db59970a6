using System.Collections.Concurrent;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;
using Roundup.Model.Papers;
using Roundup.Sources.Fetching;
using Roundup.Sources.Pages;
using Roundup.Web.Jobs;

namespace Roundup.Web.Tests.Desk;

/// <summary>What one paper, one host or one database does to the others of a round.</summary>
public sealed class FillTroubleTests
{
    private static readonly PaperId Known = new(PaperScheme.Arxiv, "2202.05262");
    private static readonly PaperId Other = new(PaperScheme.Arxiv, "2202.00000");

    [Fact]
    public async Task An_answer_that_its_reader_stumbles_over_costs_only_that_paper_its_words()
    {
        await using var site = new FillingSite();
        var source = site.With(new Scripted("Made up", id => id == Other ? throw new FormatException("<secret> at line 7") : Record(id)) { AtOnce = 10 });
        await site.CardsAsync(Known, Other);

        await site.WorkAsync();

        Assert.Equal("On 2202.05262", (await site.PaperAsync(Known)).Title);
        Assert.Equal("What Made up says of this paper can’t be read here. Fill it in by hand.", (await site.PaperAsync(Other)).FillFailure);
        Assert.Equal([2, 1, 1], source.Batches);
        Assert.Equal(0, await site.WithDbAsync(db => db.Errands.CountAsync()));
    }

    [Fact]
    public async Task Two_papers_that_a_source_calls_by_one_name_are_both_filled()
    {
        await using var site = new FillingSite();
        var name = new PaperId(PaperScheme.Doi, "10.1000/both");
        site.With(new Scripted("Made up", id => Record(id) with { OtherIds = [name] }) { AtOnce = 10 });
        await site.CardsAsync(Known, Other, new PaperId(PaperScheme.Arxiv, "2202.00003"));

        await site.WorkAsync();

        var papers = await site.WithDbAsync(db => db.Papers.Include(p => p.Identifiers).AsNoTracking().ToListAsync());
        Assert.All(papers, p => Assert.Equal("", p.FillFailure));
        Assert.All(papers, p => Assert.NotNull(p.FilledAt));
        Assert.Single(papers, p => p.IsKnownAs(name));
        Assert.Equal(0, await site.WithDbAsync(db => db.Errands.CountAsync()));
    }

    [Fact]
    public async Task A_host_that_hangs_holds_up_nobody_elses_pages()
    {
        await using var site = new FillingSite();
        var (gate, fast) = (new TaskCompletionSource(), new TaskCompletionSource());
        site.With(new Scripted("page", AnswerAsync) { Scheme = PaperScheme.Url, IsAnyHost = true });
        await site.CardsAsync([.. Enumerable.Range(0, 8).Select(n => new PaperId(PaperScheme.Url, $"https://slow.example/{n}")), new(PaperScheme.Url, "https://fast.example/")]);

        var working = site.WorkAsync();
        await fast.Task.WaitAsync(TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken);
        gate.SetResult();
        await working;

        Assert.Equal(0, await site.WithDbAsync(db => db.Errands.CountAsync()));

        async Task<PaperRecord> AnswerAsync(PaperId id)
        {
            if (id.Value.Contains("slow", StringComparison.Ordinal)) await gate.Task;
            else fast.TrySetResult();
            return Record(id);
        }
    }

    [Fact]
    public async Task A_host_that_failed_three_times_in_a_row_is_left_alone_for_the_rest()
    {
        await using var site = new FillingSite();
        var source = site.With(new Scripted("page", PaperRecord (_) => throw new SourceException("page", "The page took too long to answer.") { IsPassing = true }) { Scheme = PaperScheme.Url, IsAnyHost = true });
        await site.CardsAsync([.. Enumerable.Range(0, 10).Select(n => new PaperId(PaperScheme.Url, $"https://dead.example/{n}"))]);

        await site.WorkAsync();

        Assert.Equal(3, source.Batches.Count);
        Assert.All(await site.WithDbAsync(db => db.Papers.ToListAsync()), p => Assert.Equal("The page took too long to answer.", p.FillFailure));
        Assert.Equal(10, await site.WithDbAsync(db => db.Errands.CountAsync(e => e.Attempts == 1 && e.ClaimedBy == "")));
    }

    [Theory]
    [InlineData("https://proceedings.neurips.cc/paper/2019/file/65699726a3c601b9f31bf04019c8593c-Paper.pdf", "https://proceedings.neurips.cc/paper/2019/hash/65699726a3c601b9f31bf04019c8593c-Abstract.html")]
    [InlineData("https://papers.nips.cc/paper_files/paper/2023/file/65699726a3c601b9f31bf04019c8593c-Paper-Conference.pdf", "https://papers.nips.cc/paper_files/paper/2023/hash/65699726a3c601b9f31bf04019c8593c-Abstract-Conference.html")]
    [InlineData("https://openaccess.thecvf.com/content/CVPR2021W/ABAW/papers/Li_A_Title_CVPRW_2021_paper.pdf", "https://openaccess.thecvf.com/content/CVPR2021W/ABAW/html/Li_A_Title_CVPRW_2021_paper.html")]
    [InlineData("https://papers.nips.cc/paper_files/paper/2021/hash/65699726a3c601b9f31bf04019c8593c-Abstract.html", "https://papers.nips.cc/paper_files/paper/2021/hash/65699726a3c601b9f31bf04019c8593c-Abstract.html")]
    [InlineData("https://arxiv.org/pdf/2202.05262v2", null)]
    [InlineData("https://aclanthology.org/2022.acl-long.568.pdf", null)]
    public async Task A_link_whose_id_leads_nowhere_is_asked_itself_and_no_other(string link, string? asked)
    {
        await using var site = new FillingSite();
        var network = new Recording();
        await using var services = new ServiceCollection().AddPaperSources()
            .ConfigureAll<HttpClientFactoryOptions>(o => o.HttpMessageHandlerBuilderActions.Add(b => b.PrimaryHandler = network)).BuildServiceProvider();
        site.With(new WebPage(services.GetRequiredService<GuardedClient>()));
        await site.CardAsync(new Sources.PaperFinder().Recognise(link)!, link);

        await site.WorkAsync();

        Assert.Equal(asked is null ? [] : [asked], network.Asked);
        if (asked is not null) Assert.Equal("Found", (await site.WithDbAsync(db => db.Papers.SingleAsync())).Title);
    }

    [Fact]
    public async Task A_database_that_is_locked_takes_no_source_and_no_answer_away()
    {
        await using var site = new FillingSite();
        var turns = new SharedTurns(site.Services.GetRequiredService<IServiceScopeFactory>());
        var now = site.Clock.GetUtcNow();
        Assert.Null(await turns.TakeAsync("Somebody", now, now.AddSeconds(30), TestContext.Current.CancellationToken));

        await site.WithDbAsync(async db =>
        {
            await using var writing = await db.Database.BeginTransactionAsync();
            Assert.Equal(now.AddSeconds(1), await turns.TakeAsync("Another", now, now.AddSeconds(30), TestContext.Current.CancellationToken));
            await turns.LeaveAsync("Somebody", now, TestContext.Current.CancellationToken);
        });

        Assert.Null(await turns.TakeAsync("Another", now, now.AddSeconds(30), TestContext.Current.CancellationToken));
    }

    private static PaperRecord Record(PaperId id) => new() { Id = id, Title = $"On {id.Value}", Authors = ["Ada One"], Abstract = "We do.", Source = "Made up" };

    private sealed class Scripted(string name, Func<PaperId, Task<PaperRecord>> answer) : IPaperSource
    {
        public Scripted(string name, Func<PaperId, PaperRecord> answer) : this(name, id => Task.FromResult(answer(id))) { }

        public ConcurrentQueue<int> Batches { get; } = [];

        public int AtOnce { get; init; } = 1;

        public bool IsAnyHost { get; init; }

        public string Scheme { get; init; } = PaperScheme.Arxiv;

        public SourceTerms Terms => field ??= new(name, SourceTrust.Home, TimeSpan.Zero) { AtOnce = AtOnce, IsAnyHost = IsAnyHost };

        public bool Covers(PaperId id) => id.Scheme == Scheme;

        public async Task<IReadOnlyList<PaperRecord>> FetchAsync(IReadOnlyList<PaperId> ids, CancellationToken cancel)
        {
            Batches.Enqueue(ids.Count);
            var records = new List<PaperRecord>();
            foreach (var id in ids) records.Add(await answer(id));
            return records;
        }
    }

    private sealed class Recording : HttpMessageHandler
    {
        public ConcurrentQueue<string> Asked { get; } = [];

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancel)
        {
            Asked.Enqueue(request.RequestUri!.AbsoluteUri);
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK)
            {
                Content = new StringContent("""<title>x</title><meta name="citation_title" content="Found"><meta name="citation_author" content="Ada One"><meta name="citation_abstract" content="We study what is found, and say how.">""", null, "text/html"),
            });
        }
    }
}
