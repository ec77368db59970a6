using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Roundup.Data.Papers;
using Roundup.Model.Papers;
using Roundup.Web.Jobs;

namespace Roundup.Web.Tests.Desk;

/// <summary>A desk whose sources are made up, and whose errands are done when a test says so.</summary>
internal sealed class FillingSite : DeskSite
{
    private readonly List<IPaperSource> _sources = [];

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureTestServices(services => services.AddSingleton<IPaperSource>(new MadeUp("Nobody", SourceTrust.Home, new InvalidOperationException())));
    }

    public T With<T>(T source) where T : IPaperSource
    {
        _sources.Add(source);
        return source;
    }

    public async Task CardsAsync(params PaperId[] ids) => await WithDbAsync(async db =>
    {
        var issue = new Model.Issues.Issue(1, Scene.FirstFriday);
        Scene.Insist(issue.Name("Shelf", "", Scene.FirstFriday));
        var papers = ids.Select(id =>
        {
            var paper = new Paper(id.Value, Scene.FirstFriday);
            paper.Identify(id);
            issue.Add(paper, Scene.FirstFriday);
            return paper;
        }).ToList();
        db.Add(issue);
        await db.WantAsync(ErrandKind.Fill, papers, Clock.GetUtcNow());
        await db.SaveChangesAsync();
    });

    /// <summary>One card with a name and the link that was pasted.</summary>
    public Task CardAsync(PaperId id, string link) => WithDbAsync(async db =>
    {
        var paper = new Paper(id.Value, Scene.FirstFriday);
        paper.Identify(id);
        Scene.Insist(paper.Describe(Formats.Typeset.Line(id.Value), [], Model.Text.Prose.Empty with { }, "", link, Scene.FirstFriday, "the pasted text"));
        db.Add(paper);
        await db.WantAsync(ErrandKind.Fill, [paper], Clock.GetUtcNow());
        await db.SaveChangesAsync();
    });

    public Task<Paper> PaperAsync(PaperId id) => WithDbAsync(db => db.Papers.AsNoTracking().Include(p => p.Identifiers).KnownAs(id.Scheme, id.Value).SingleAsync());

    public async Task WorkAsync()
    {
        var now = Clock.GetUtcNow();
        var errands = await WithDbAsync(db => db.ClaimAsync(ErrandKind.Fill, now, now.AddMinutes(2), 300));
        await new FillErrands(Services.GetRequiredService<IServiceScopeFactory>(), _sources, Clock, NullLogger<FillErrands>.Instance).RunAsync(errands, TestContext.Current.CancellationToken);
    }
}

/// <summary>A source that answers with a record, or with an exception.</summary>
internal sealed class MadeUp(string name, SourceTrust trust, object answer) : IPaperSource
{
    private object _answer = answer;

    public List<int> Batches { get; } = [];

    public int Asked => Batches.Count;

    public string Scheme { get; init; } = PaperScheme.Arxiv;

    public SourceTerms Terms { get; } = new(name, trust, TimeSpan.Zero);

    public void Answers(object answer) => _answer = answer;

    public bool Covers(PaperId id) => id.Scheme == Scheme;

    public Task<IReadOnlyList<PaperRecord>> FetchAsync(IReadOnlyList<PaperId> ids, CancellationToken cancel)
    {
        Batches.Add(ids.Count);
        return _answer is Exception trouble ? Task.FromException<IReadOnlyList<PaperRecord>>(trouble) : Task.FromResult<IReadOnlyList<PaperRecord>>([(PaperRecord)_answer]);
    }
}
