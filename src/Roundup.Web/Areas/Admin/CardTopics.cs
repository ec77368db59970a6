using Microsoft.EntityFrameworkCore;
using Roundup.Data;
using Roundup.Model.Papers;
using Roundup.Model.Topics;

namespace Roundup.Web.Areas.Admin;

/// <summary>Topics of some papers, and which they might have: two queries for what is so and two for what might be, however many papers there are.</summary>
/// <param name="Names">The topics of most papers, those first, for the list that a browser offers.</param>
public sealed record CardTopics(IReadOnlyList<string> Names, IReadOnlyDictionary<int, CardTopics.OfPaper> Papers)
{
    /// <summary>What suggestions are made of: the newest papers that have a topic, and as many authors of an issue.</summary>
    private const int Looked = 2000;
    private const int AuthorsLooked = 500;

    private const int AuthorsOfPaper = 10;
    private const int NamesAtMost = 500;

    public sealed record OfPaper(IReadOnlyList<string> Has, IReadOnlyList<string> Hints);

    public static CardTopics None { get; } = new([], new Dictionary<int, OfPaper>());

    public OfPaper Of(int paper) => Papers.GetValueOrDefault(paper) ?? new([], []);

    public static async Task<CardTopics> ReadAsync(RoundupDb db, IReadOnlyCollection<Paper> papers, CancellationToken cancel)
    {
        var ids = papers.Select(p => p.Id).Distinct().ToList();
        var names = await db.Topics.OrderByDescending(t => t.Papers.Count).ThenBy(t => t.Key).Take(NamesAtMost).Select(t => t.Name).ToListAsync(cancel);
        if (ids is []) return new(names, None.Papers);

        var has = names is [] ? [] : (await db.Papers.Where(p => ids.Contains(p.Id)).SelectMany(p => p.Topics, (p, t) => new { p.Id, t.Name }).ToListAsync(cancel)).ConvertAll(t => (t.Id, t.Name));
        var hints = new TopicHints(names is [] ? [] : await FiledAsync(db, ids, cancel));
        var authors = names is [] ? [] : await ByAuthorAsync(db, papers, ids, cancel);
        var own = has.ToLookup(t => t.Id, t => t.Name);
        return new(names, papers.DistinctBy(p => p.Id).ToDictionary(p => p.Id, p => new OfPaper(
            [.. own[p.Id].Order(StringComparer.InvariantCultureIgnoreCase)],
            hints.For(p.Title, p.Categories, KeysOf(p).SelectMany(k => authors.TryGetValue(k, out var known) ? known : []), own[p.Id]))));
    }

    private static Task<List<FiledPaper>> FiledAsync(RoundupDb db, List<int> but, CancellationToken cancel) => db.Topics
        .SelectMany(t => t.Papers, (t, p) => new { t.Name, p }).Where(f => !but.Contains(f.p.Id)).OrderByDescending(f => f.p.Id).Take(Looked)
        .Select(f => new FiledPaper(f.Name, f.p.Title, EF.Property<List<string>>(f.p, "_categories"))).ToListAsync(cancel);

    private static async Task<Dictionary<string, List<string>>> ByAuthorAsync(RoundupDb db, IReadOnlyCollection<Paper> papers, List<int> but, CancellationToken cancel)
    {
        var keys = papers.SelectMany(KeysOf).Distinct().Take(AuthorsLooked).ToList();
        var known = await db.PaperAuthors.Where(a => keys.Contains(a.Key) && !but.Contains(a.PaperId)).SelectMany(a => a.Paper.Topics, (a, t) => new { a.Key, a.PaperId, t.Name })
            .OrderByDescending(a => a.PaperId).Take(Looked).ToListAsync(cancel);
        return known.GroupBy(a => a.Key).ToDictionary(g => g.Key, g => g.Select(a => a.Name).ToList());
    }

    private static IEnumerable<string> KeysOf(Paper paper) => paper.Authors.Take(AuthorsOfPaper).Select(a => PersonName.Read(a).Key).Where(k => k is not "");
}

/// <summary>The form in which a paper's topics are given.</summary>
/// <param name="Key">What tells it from others on the page.</param>
/// <param name="Back">Issue and entry where it stands; null on the paper's own page.</param>
/// <param name="Typed">What was typed and refused; null to show what is kept.</param>
public sealed record CardTopicsForm(int PaperId, string Key, CardTopics.OfPaper Topics, (int Issue, int Entry)? Back = null, string? Typed = null)
{
    public string Names => TopicNames.Write(Topics.Has);
}
