using Roundup.Data;
using Roundup.Data.Papers;
using Roundup.Formats;
using Roundup.Model.Importing;
using Roundup.Model.Papers;
using Roundup.Model.Text;
using Roundup.Sources;

namespace Roundup.Web.Importing;

/// <summary>The papers that an import needs, known or new, each once however often it is named.</summary>
internal sealed class PaperShelf
{
    /// <summary>What stands for a source in fields that a paste filled in.</summary>
    private const string Origin = "the pasted text";

    private readonly PaperFinder _finder;
    private readonly DateTimeOffset _now;
    private readonly Dictionary<string, Paper> _byKey;

    private PaperShelf(PaperFinder finder, DateTimeOffset now, Dictionary<string, Paper> byKey) => (_finder, _now, _byKey) = (finder, now, byKey);

    public static async Task<PaperShelf> OpenAsync(RoundupDb db, PaperFinder finder, IReadOnlyList<ImportedEntry> entries, TimeProvider clock, CancellationToken cancel)
    {
        var ids = entries.SelectMany(e => Names(finder, e));
        return new PaperShelf(finder, clock.GetUtcNow(), await db.Papers.ByKeyAsync(ids, cancel));
    }

    /// <summary>The paper of an entry: known by its id, else new. What is known already stays as it is; blanks are filled.</summary>
    public Paper Take(ImportedEntry read)
    {
        var ids = Names(_finder, read).ToList();
        var paper = ids.Select(id => _byKey.GetValueOrDefault(id.Key)).FirstOrDefault(known => known is not null) ?? new Paper(Title(read, ids.FirstOrDefault()), _now);
        // A name belongs to one paper: where two papers share out the names of one entry, each keeps its own.
        foreach (var id in ids.Where(id => _byKey.TryAdd(id.Key, paper) || _byKey[id.Key] == paper)) paper.Identify(id);

        Describe(paper, read, ids.FirstOrDefault());
        return paper;
    }

    // What was pasted as an id or an address is not a title: the canonical id stands there until a source knows better.
    private string Title(ImportedEntry read, PaperId? id) => id is not null && _finder.Recognise(read.Title)?.IsSameAs(id) is true ? id.Value : read.Title;

    /// <summary>What a reference list calls the paper, best first; else what its address names.</summary>
    private static IEnumerable<PaperId> Names(PaperFinder finder, ImportedEntry read) =>
        read.Ids.Count > 0 ? read.Ids : Identify(finder, read) is { } id ? [id] : [];

    private static PaperId? Identify(PaperFinder finder, ImportedEntry read) =>
        read.Url is { } url ? finder.Recognise(url) ?? (WebAddress.IsOne(url) ? new PaperId(PaperScheme.Url, url.Split('#')[0]) : null) : null;

    // What PDFs and pages leave in a copied abstract goes, paragraph by paragraph.
    private static string Clean(string pasted) => string.Join("\n\n", pasted.Split("\n\n").Select(PaperText.CleanAbstract).Where(p => p is not ""));

    private static PaperImprint Fitting(PaperImprint imprint) => new(Cut(imprint.Volume), Cut(imprint.Number), Cut(imprint.Pages), Cut(imprint.Publisher), imprint.IssuedOn);

    private static string Cut(string part) => Letters.Cut(part, PaperImprint.PartLength);

    private void Describe(Paper paper, ImportedEntry read, PaperId? id)
    {
        var authors = paper.Authors is [] ? read.Authors : paper.Authors;
        var words = paper.Abstract.IsEmpty && read.Abstract.Length <= Paper.AbstractLength ? PlainText.Render(Clean(read.Abstract)) : paper.Abstract;
        var title = paper.IsUntitled ? Title(read, id) : paper.Title;
        var link = paper.Link is "" && read.Url is { } url && WebAddress.IsOne(url) ? url : paper.Link;
        paper.Describe(Typeset.Line(Letters.Cut(title, Paper.TitleLength)), authors, words, paper.Venue is "" ? read.Venue : paper.Venue, link, _now, Origin);
        paper.Classify(
            paper.Kind is PaperKind.Unknown ? read.Kind : paper.Kind, paper.PublishedOn ?? read.PublishedOn,
            paper.Imprint.Or(Fitting(read.Imprint)), _now, Origin);
        paper.Relink([.. paper.Links, .. read.Links.Where(l => l.Kind is not (LinkKind.Related or LinkKind.Discussion) && WebAddress.IsOne(l.Url))], _now, Origin);
    }
}
