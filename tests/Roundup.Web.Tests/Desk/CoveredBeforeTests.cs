using System.Diagnostics;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Roundup.Data;
using Roundup.Data.Papers;
using Roundup.Formats.Reading;
using Roundup.Model.Issues;
using Roundup.Model.Papers;
using Roundup.Sources;
using Roundup.Tests.Sources;
using Roundup.Web.Importing;
using Roundup.Web.Seen;

namespace Roundup.Web.Tests.Desk;

/// <summary>
/// Papers that editors covered twice without noticing. In 170 issues of a real newsletter 24 addresses came twice, two of them under a changed
/// title; here are as many pairs of the kinds that were found there and in libraries, and many that only look alike.
/// </summary>
public sealed class CoveredBeforeTests(ITestOutputHelper output) : IAsyncDisposable
{
    private static readonly (string First, string Again)[] Pairs =
    [
        ("https://arxiv.org/abs/1806.10071", "https://arxiv.org/abs/1806.10071"),
        ("https://arxiv.org/abs/1806.10729", "https://arxiv.org/pdf/1806.10729.pdf"),
        ("https://arxiv.org/abs/1812.03411", "http://arxiv.org/pdf/1812.03411v2"),
        ("https://arxiv.org/abs/1706.03741v1", "https://arxiv.org/abs/1706.03741v4"),
        ("https://arxiv.org/pdf/1811.07871", "https://www.alphaxiv.org/abs/1811.07871"),
        ("https://arxiv.org/abs/1906.01820", "https://ar5iv.labs.arxiv.org/html/1906.01820"),
        ("https://arxiv.org/abs/2001.00463", "https://huggingface.co/papers/2001.00463"),
        ("https://arxiv.org/abs/1606.06565", "https://doi.org/10.48550/arXiv.1606.06565"),
        ("arXiv:1805.00899", "https://export.arxiv.org/abs/1805.00899?context=cs"),
        ("https://arxiv.org/abs/1811.06521", "https://scirate.com/arxiv/1811.06521"),
        ("https://arxiv.org/abs/2010.14701", "https://www.arxiv-vanity.com/papers/2010.14701/"),
        ("https://arxiv.org/abs/math.GT/0309136", "https://arxiv.org/abs/math/0309136v2"),
        ("https://doi.org/10.1073/PNAS.2218523120", "https://dx.doi.org/10.1073/pnas.2218523120"),
        ("https://www.nature.com/articles/s41586-019-1724-z", "doi:10.1038/s41586-019-1724-z"),
        ("https://aclanthology.org/2022.acl-long.568/", "https://doi.org/10.18653/v1/2022.acl-long.568"),
        ("https://www.aclweb.org/anthology/P19-1001.pdf", "https://aclanthology.org/P19-1001"),
        ("https://www.biorxiv.org/content/10.1101/2024.04.01.587366v1.full", "https://doi.org/10.1101/2024.04.01.587366"),
        ("https://openreview.net/forum?id=rJl-b3RcF7", "https://openreview.net/pdf?id=rJl-b3RcF7"),
        ("https://proceedings.mlr.press/v70/ravanbakhsh17a.html", "http://proceedings.mlr.press/v70/ravanbakhsh17a/ravanbakhsh17a.pdf"),
        ("https://proceedings.neurips.cc/paper/2019/hash/65699726a3c601b9f31bf04019c8593c-Abstract.html", "https://papers.nips.cc/paper/2019/file/65699726a3c601b9f31bf04019c8593c-Paper.pdf"),
        ("https://www.alignmentforum.org/posts/EhNCnCkmu7MwrQ7yz/agents-over-cartesian-world-models", "https://www.lesswrong.com/posts/EhNCnCkmu7MwrQ7yz/agents-over-cartesian-world-models"),
        ("http://ai-alignment.com/iterated-distillation-and-amplification-157debfd1616", "https://ai-alignment.com/iterated-distillation-and-amplification-157debfd1616/"),
        ("https://openai.com/blog/learning-to-summarize", "https://www.openai.com/blog/learning-to-summarize?utm_source=feed&utm_medium=rss"),
        ("https://deepmind.com/blog/specification-gaming#examples", "https://deepmind.com/blog/specification-gaming"),
    ];

    private readonly DeskSite _site = new();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task All_that_were_covered_twice_are_seen_and_none_of_those_that_were_not()
    {
        await PublishAsync(string.Join('\n', Pairs.Select(p => p.First)));
        await using var scope = _site.Services.CreateAsyncScope();
        var (seen, finder) = (scope.ServiceProvider.GetRequiredService<SeenBefore>(), scope.ServiceProvider.GetRequiredService<PaperFinder>());

        var found = await seen.FindAsync([.. Pairs.Select(p => Mention.Of(finder, p.Again))]);
        var missed = Pairs.Where((_, i) => found[i] is not { IsSeen: true, Sureness: Sureness.Id }).ToList();
        var unlike = Unlike().ToList();
        var wrong = (await seen.FindAsync([.. unlike.Select(u => Mention.Of(finder, u))])).Count(s => s is not null);

        output.WriteLine($"FIGURE: covered twice, seen = {Pairs.Length - missed.Count} of {Pairs.Length}");
        output.WriteLine($"FIGURE: unlike addresses, falsely seen = {wrong} of {unlike.Count}");
        Assert.Empty(missed);
        Assert.Equal(Pairs.Length, found.Select(f => f!.PaperId).Distinct().Count());
        Assert.Equal(0, wrong);
        Assert.True(unlike.Count >= 100);
    }

    [Fact]
    public async Task A_paper_under_its_first_title_is_seen_under_its_last_one()
    {
        var rome = JsonDocument.Parse(File.ReadAllText(SharedFolder.Path("fixtures", "example-post", "rome_v1_vs_later.json"))).RootElement;
        var (before, later) = (rome.GetProperty("v1").GetProperty("title").GetString()!, rome.GetProperty("later").GetProperty("title").GetString()!);
        await AddAsync((before, "Meng, Kevin", new(PaperScheme.Doi, "10.5555/3600270")));
        await using var scope = _site.Services.CreateAsyncScope();
        var seen = scope.ServiceProvider.GetRequiredService<SeenBefore>();

        Assert.NotEqual(before, later);
        Assert.Equal(Sureness.Perhaps, (await seen.FindAsync(new Mention([new(PaperScheme.Arxiv, "2202.05262")], later, "Kevin Meng", new DateOnly(2022, 2, 10))))?.Sureness);
        Assert.Null(await seen.FindAsync(new Mention([], later, "David Bau")));
    }

    [Fact]
    public async Task Preprints_and_their_publications_are_seen_by_title_where_no_id_joins_them()
    {
        // What their sources call them, in the order of the fixture.
        (string Title, string Author)[] called =
        [
            ("ClimateGAN: Raising Climate Change Awareness by Generating Images of Floods", "Victor Schmidt"),
            ("HYPE: A Benchmark for Human eYe Perceptual Evaluation of Generative Models", "Sharon Zhou"),
            ("Equivariance Through Parameter-Sharing", "Siamak Ravanbakhsh"),
            ("Scalable and Effective Deep CCA via Soft Decorrelation", "Xiaobin Chang"),
        ];
        var groups = JsonDocument.Parse(File.ReadAllText(SharedFolder.Path("fixtures", "identifiers", "papermemory_duplicates.json"))).RootElement.EnumerateArray()
            .Select(g => g.EnumerateArray().Select(p => p.GetProperty("url").GetString()!).ToList()).ToList();
        var finder = new PaperFinder();
        await AddAsync([.. groups.Select((g, i) => (called[i].Title, called[i].Author, finder.Recognise(g[0], anyPage: true)!))]);
        await using var scope = _site.Services.CreateAsyncScope();
        var seen = scope.ServiceProvider.GetRequiredService<SeenBefore>();
        var again = groups.SelectMany((g, i) => g.Skip(1).Select(url => (url, i))).ToList();

        var byId = await seen.FindAsync([.. again.Select(a => Mention.Of(finder, a.url))]);
        var byTitle = await seen.FindAsync([.. again.Select(a => Mention.Of(finder, a.url, called[a.i].Title, called[a.i].Author))]);

        output.WriteLine($"FIGURE: publications of known preprints, seen by id alone = {byId.Count(s => s is not null)} of {again.Count}");
        output.WriteLine($"FIGURE: publications of known preprints, seen once their title is known = {byTitle.Count(s => s is not null)} of {again.Count}");
        Assert.All(again.Zip(byTitle), pair => Assert.Equal(called[pair.First.i].Title, pair.Second?.Title));
    }

    [Fact]
    public async Task Among_two_thousand_real_papers_none_is_taken_for_another()
    {
        var papers = File.ReadAllText(SharedFolder.Path("data", "arxiv_metadata_2k.jsonl")).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement)
            .Select(p => (Title: p.GetProperty("title").GetString()!, Author: p.GetProperty("authors")[0].GetString()!, Id: new PaperId(PaperScheme.Arxiv, p.GetProperty("id").GetString()!)))
            .DistinctBy(p => p.Id.Value).ToList();
        var (known, strange) = (papers.Where((_, i) => i % 2 == 0).ToList(), papers.Where((_, i) => i % 2 == 1).ToList());
        await AddAsync([.. known]);
        await using var scope = _site.Services.CreateAsyncScope();
        var (seen, db) = (scope.ServiceProvider.GetRequiredService<SeenBefore>(), scope.ServiceProvider.GetRequiredService<RoundupDb>());

        var watch = Stopwatch.StartNew();
        var found = await seen.FindAsync([.. strange.Select(p => new Mention([p.Id], p.Title, p.Author))]);
        output.WriteLine($"FIGURE: {strange.Count} named papers looked up among {known.Count}, ms = {watch.ElapsedMilliseconds}");
        var itself = await seen.FindAsync([.. known.Select(p => new Mention([], p.Title.ToUpperInvariant(), p.Author))]);
        watch.Restart();
        var twins = await db.TwinsAsync();
        output.WriteLine($"FIGURE: twins among {known.Count} papers, ms = {watch.ElapsedMilliseconds}");

        output.WriteLine($"FIGURE: unlike papers with titles and authors, falsely seen = {found.Count(s => s is not null)} of {strange.Count}");
        output.WriteLine($"FIGURE: papers seen by title in other letters = {itself.Count(s => s is not null)} of {known.Count}");
        Assert.Empty(strange.Zip(found).Where(p => p.Second is not null).Select(p => $"{p.First.Title} / {p.Second!.Title}"));
        Assert.Empty(known.Zip(itself).Where(p => p.Second?.Title != p.First.Title).Select(p => p.First.Title));
        Assert.Empty(twins);
    }

    private static IEnumerable<string> Unlike()
    {
        for (var i = 1; i <= 40; i++) yield return $"https://arxiv.org/abs/1806.1{i:0000}";
        for (var i = 1; i <= 30; i++) yield return $"https://doi.org/10.1073/pnas.22185231{i:00}x";
        for (var i = 1; i <= 20; i++) yield return $"https://ai-alignment.com/iterated-distillation-and-amplification-157debfd16{i:00}x";
        yield return "https://psyarxiv.com/1806.10071";
        yield return "https://arxiv.org/list/cs.AI/1806";
        yield return "https://huggingface.co/papers/trending";
        yield return "https://openreview.net/forum?id=rJl-b3RcF8";
        yield return "https://openreview.net/forum?id=rjl-b3RcF7";
        yield return "https://aclanthology.org/P19-1002";
        yield return "https://aclanthology.org/2022.acl-long.56/";
        yield return "https://proceedings.mlr.press/v70/ravanbakhsh17b.html";
        yield return "https://proceedings.neurips.cc/paper/2019/hash/75699726a3c601b9f31bf04019c8593c-Abstract.html";
        yield return "https://www.lesswrong.com/posts/AhNCnCkmu7MwrQ7yz/agents-over-cartesian-world-models";
        yield return "https://openai.com/blog/learning-to-summarize/2";
        yield return "https://openai.com/blog/learning-to-summarize?page=2";
        yield return "https://deepmind.com/blog/specification";
    }

    /// <summary>As an editor does it: pasted, read, made a draft, published.</summary>
    private Task PublishAsync(string paste) => _site.WithDbAsync(async db =>
    {
        await using var scope = _site.Services.CreateAsyncScope();
        await db.SetUpAsync();
        Scene.Insist(scope.ServiceProvider.GetRequiredService<RoundupReader>().Read(paste, out var reading));
        Assert.Equal(Pairs.Length, reading.Issue.Entries.Count);
        var (refusal, issue) = await scope.ServiceProvider.GetRequiredService<IssueImport>().DraftAsync(reading.Issue);
        Scene.Insist(refusal);
        Scene.Insist(issue.Publish("Ines", Scene.FirstFriday));
        await scope.ServiceProvider.GetRequiredService<RoundupDb>().SaveChangesAsync();
    });

    private Task AddAsync(params (string Title, string Author, PaperId Id)[] papers) => _site.WithDbAsync(async db =>
    {
        var issue = new Issue(1, Scene.FirstFriday);
        foreach (var (title, author, id) in papers)
        {
            var paper = Scene.Paper(title, "", author);
            paper.Identify(id);
            issue.Add(paper, Scene.FirstFriday);
        }

        db.Add(issue);
        await db.SaveChangesAsync();
    });
}
