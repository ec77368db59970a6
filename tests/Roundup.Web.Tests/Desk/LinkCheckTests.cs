using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Roundup.Data.Papers;
using Roundup.Model.Papers;
using Roundup.Sources;
using Roundup.Sources.Fetching;
using Roundup.Tests.Sources;
using Roundup.Web.Jobs;

namespace Roundup.Web.Tests.Desk;

/// <summary>The weekly look at links, against a server on this machine.</summary>
public sealed class LinkCheckTests
{
    [Fact]
    public async Task A_repository_that_is_gone_two_weeks_in_a_row_is_gone_since_the_first()
    {
        using var server = new FakeServer(async (path, stream, cancel) => await stream.WriteAsync(FakeServer.Head(path is "/alive" ? "200 OK" : "404 Not Found"), cancel));
        await using var site = new CheckingSite();
        await site.CoverAsync($"{server.Address}alive", $"{server.Address}gone");

        await site.CheckAsync();
        await site.CheckAsync();
        Assert.Equal([false, false], (await site.PaperAsync()).Links.Select(l => l.IsDead));
        site.Clock.Advance(TimeSpan.FromDays(7));
        await site.CheckAsync();

        var paper = await site.PaperAsync();
        Assert.Equal([(false, null), (true, new DateOnly(2026, 11, 20))], paper.Links.Select(l => (l.IsDead, l.Health?.Since)));
        var errand = await site.WithDbAsync(db => db.Errands.Of(ErrandKind.CheckLinks).SingleAsync());
        Assert.Equal((0, Rounds.NextWeek(paper.Id, "Europe/Berlin", site.Clock.GetUtcNow())), (errand.Attempts, errand.DueAt));
    }

    [Fact]
    public async Task When_nothing_at_all_is_reached_it_is_our_network_and_no_link_is_blamed()
    {
        await using var site = new CheckingSite();
        // Nobody listens on these: three hosts of this machine.
        await site.CoverAsync("http://127.0.0.1:9/", "http://127.0.0.2:9/", "http://127.0.0.3:9/");

        await site.CheckAsync();

        Assert.All((await site.PaperAsync()).Links, l => Assert.Null(l.Health));
        var errand = await site.WithDbAsync(db => db.Errands.Of(ErrandKind.CheckLinks).SingleAsync());
        Assert.Equal((1, true), (errand.Attempts, errand.DueAt < site.Clock.GetUtcNow().AddDays(1)));
    }

    private sealed class CheckingSite : DeskSite
    {
        private readonly ServiceProvider _sources = new ServiceCollection().AddLogging().AddPaperSources(o => o.AllowLoopback = true).BuildServiceProvider();

        public Task CoverAsync(params string[] links) => WithDbAsync(async db =>
        {
            var paper = Scene.Paper("One", "2202.05262");
            Scene.Insist(paper.Relink(links.Select(l => new PaperLink(LinkKind.Code, l)), Scene.FirstFriday));
            await db.SetUpAsync();
            await db.PublishAsync(1, "One", paper);
        });

        public Task<Paper> PaperAsync() => WithDbAsync(db => db.Papers.AsNoTracking().SingleAsync());

        public async Task CheckAsync()
        {
            var now = Clock.GetUtcNow();
            await WithDbAsync(async db =>
            {
                await db.WantAsync(ErrandKind.CheckLinks, await db.Papers.ToListAsync(), now);
                await db.SaveChangesAsync();
            });
            var errands = await WithDbAsync(db => db.ClaimAsync(ErrandKind.CheckLinks, now, now.AddMinutes(2), 10));
            await new LinkErrands(Services.GetRequiredService<IServiceScopeFactory>(), _sources.GetRequiredService<LinkCheck>(), Clock).RunAsync(errands, TestContext.Current.CancellationToken);
        }

        public override async ValueTask DisposeAsync()
        {
            await base.DisposeAsync();
            await _sources.DisposeAsync();
            GC.SuppressFinalize(this);
        }
    }
}
