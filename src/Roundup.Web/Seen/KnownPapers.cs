using Microsoft.EntityFrameworkCore;
using Roundup.Data;
using Roundup.Data.Papers;
using Roundup.Model.Papers;

namespace Roundup.Web.Seen;

/// <summary>The papers that could be meant, as far as they are needed to tell.</summary>
internal sealed class KnownPapers
{
    private readonly Dictionary<int, PaperLook> _papers;
    private readonly ILookup<string, PaperLook> _byTitle;
    private readonly ILookup<string, PaperLook> _bySurname;
    private readonly HashSet<(int, int)> _distinct;

    private KnownPapers(Dictionary<int, PaperLook> papers, HashSet<(int, int)> distinct)
    {
        var looks = papers.Values.Where(l => !l.IsUntitled).OrderBy(l => l.Id).ToList();
        (_papers, _distinct) = (papers, distinct);
        (_byTitle, _bySurname) = (looks.ToLookup(l => l.TitleKey), looks.Where(l => l.SurnameKey is not "").ToLookup(l => l.SurnameKey));
    }

    public sealed record Match(int PaperId, string Title, Sureness Sureness);

    public static async Task<KnownPapers> ReadAsync(RoundupDb db, IReadOnlyList<Mention> mentions, IEnumerable<int> named, CancellationToken cancel)
    {
        var ids = named.Concat(mentions.Select(m => m.PaperId).OfType<int>()).Distinct().ToList();
        var looks = mentions.Select(m => m.Look).Where(l => !l.IsUntitled && l.TitleKey is not "").ToList();
        var titles = looks.Select(l => l.TitleKey).Distinct().ToList();
        var surnames = looks.Select(l => l.SurnameKey).Where(s => s is not "").Distinct().ToList();
        // Those that were put together with others are few, and all of them are needed to see what they stand for by now.
        var merged = db.Papers.Where(p => p.MergedIntoId != null);
        var rows = await db.Papers
            .Where(p => EF.Parameter(ids).Contains(p.Id) || EF.Parameter(titles).Contains(p.TitleKey) || EF.Parameter(surnames).Contains(p.SurnameKey)
                || merged.Select(m => m.Id).Contains(p.Id) || merged.Select(m => m.MergedIntoId!.Value).Contains(p.Id))
            .Looks().ToDictionaryAsync(p => p.Id, cancel);
        var own = mentions.Select(m => m.PaperId).OfType<int>().ToList();
        var distinct = own is [] ? [] : await db.PaperDistinctions.Where(d => EF.Parameter(own).Contains(d.FirstId) || EF.Parameter(own).Contains(d.SecondId)).Select(d => new { d.FirstId, d.SecondId }).ToListAsync(cancel);
        return new(rows, [.. distinct.Select(d => (d.FirstId, d.SecondId))]);
    }

    /// <summary>The paper itself.</summary>
    /// <param name="named">The paper that each id belongs to, by key.</param>
    public Match? Itself(Mention mention, IReadOnlyDictionary<string, int> named)
    {
        if (mention.PaperId is { } own && _papers.ContainsKey(own)) return Sure(own);
        foreach (var id in mention.Ids)
            if (named.TryGetValue(id.Key, out var paper)) return Sure(paper);
        return null;
    }

    /// <summary>Another paper that looks like this one; null for none.</summary>
    public Match? Like(Mention mention)
    {
        var look = mention.Look;
        if (look.IsUntitled || look.TitleKey is "") return null;

        return _byTitle[look.TitleKey].Concat(look.SurnameKey is "" ? [] : _bySurname[look.SurnameKey])
            .Select(other => (Stands: StandsFor(other.Id), Sureness: Compare(look, other)))
            .Where(m => m.Sureness is not null && m.Stands != look.Id && !_distinct.Contains((Math.Min(m.Stands, look.Id), Math.Max(m.Stands, look.Id))))
            .OrderBy(m => m.Sureness).ThenBy(m => m.Stands)
            .Select(m => new Match(m.Stands, Title(m.Stands), m.Sureness!.Value))
            .FirstOrDefault();
    }

    private static Sureness? Compare(PaperLook look, PaperLook other) => PaperTwins.Compare(look, other) switch
    {
        Likeness.None => null,
        Likeness.Same => Sureness.Title,
        _ when look.TitleKey == other.TitleKey && (look.SurnameKey is "" || other.SurnameKey is "") => Sureness.Title,
        _ => Sureness.Perhaps,
    };

    private Match Sure(int paper) => new(StandsFor(paper), Title(StandsFor(paper)), Sureness.Id);

    private string Title(int paper) => _papers.TryGetValue(paper, out var known) ? known.Title : "";

    private int StandsFor(int paper)
    {
        while (_papers.TryGetValue(paper, out var known) && known.MergedInto is { } next) paper = next;
        return paper;
    }
}
