using Microsoft.EntityFrameworkCore;
using Roundup.Data.Topics;
using Roundup.Model.Papers;
using Roundup.Web.Tests.Desk;

namespace Roundup.Web.Tests.Archive;

/// <summary>A site with topics: two issues out, a draft, and an editor.</summary>
public sealed class ArchiveSite : DeskSite, IAsyncLifetime
{
    public async ValueTask InitializeAsync() => await WithDbAsync(async db =>
    {
        await db.SetUpAsync();
        var (alpha, beta) = (Scene.Paper("Alpha", "2202.05262", "Kevin Meng", "David Bau"), Scene.Paper("Beta", "2210.07229", "Meng, Kevin", "Arnab Sharma"));
        var (gamma, delta, secret) = (Scene.Paper("Gamma", "2301.04213", "Peter Hase"), Scene.Paper("Delta", "2301.00004", "נועה לוי"), Scene.Paper("Secret", "2401.00001", "Kevin Meng", "Sol Hidden"));
        await db.FileAsync(alpha, "Model editing", "Interpretability");
        await db.FileAsync(beta, "Model editing");
        await db.FileAsync(gamma, "Interpretability");
        await db.FileAsync(secret, "Model editing", "Secrets");
        var first = await db.PublishAsync(1, "First things", alpha, delta);
        await db.PublishAsync(2, "Second thoughts", beta, gamma);
        first.Entries[0].Opine("Guest", Scene.Words($"See [that](/papers/{gamma.Id}/gamma), [this](https://arxiv.org/abs/2301.00004) and [a secret](/papers/{secret.Id})."), Scene.FirstFriday);
        await db.SaveChangesAsync();
        await db.DraftAsync(3, "Not out yet", secret);
    });

    public Task<int> IdAsync(string title) => WithDbAsync(db => db.Papers.Where(p => p.Title == title).Select(p => p.Id).SingleAsync());

    public Task<int> TopicAsync(string slug) => WithDbAsync(async db => (await db.TopicAtAsync(slug))!.Id);

    public Task<List<string>> TopicsOfAsync(string title) => WithDbAsync(db => db.Papers.Where(p => p.Title == title).SelectMany(p => p.Topics).Select(t => t.Name).OrderBy(n => n).ToListAsync());
}

public static class Filing
{
    extension(Roundup.Data.RoundupDb db)
    {
        public async Task FileAsync(Paper paper, params string[] topics)
        {
            Scene.Insist(paper.File(await db.TopicsNamedAsync(topics, Scene.FirstFriday)));
            if (paper.Id == 0) db.Add(paper);
            await db.SaveChangesAsync();
        }
    }
}
