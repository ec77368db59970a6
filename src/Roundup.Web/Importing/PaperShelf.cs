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
        var ids = entries.Select(e => Identify(finder, e)).OfType<PaperId>();
        return new PaperShelf(finder, clock.GetUtcNow(), await db.Papers.ByKeyAsync(ids, cancel));
    }

    /// <summary>The paper of an entry: known by its id, else new. What is known already stays as it is; blanks are filled.</summary>
    public Paper Take(ImportedEntry read)
    {
        var id = Identify(_finder, read);
        var paper = id is not null && _byKey.TryGetValue(id.Key, out var known) ? known : new Paper(Title(read, id), _now);
        if (id is not null)
        {
            paper.Identify(id);
            _byKey[id.Key] = paper;
        }

        Describe(paper, read, id);
        return paper;
    }

    // What was pasted as an id or an address is not a title: the canonical id stands there until a source knows better.
    private string Title(ImportedEntry read, PaperId? id) => id is not null && _finder.Recognise(read.Title)?.IsSameAs(id) is true ? id.Value : read.Title;

    private static PaperId? Identify(PaperFinder finder, ImportedEntry read) =>
        read.Url is { } url ? finder.Recognise(url) ?? (WebAddress.IsOne(url) ? new PaperId(PaperScheme.Url, url.Split('#')[0]) : null) : null;

    private void Describe(Paper paper, ImportedEntry read, PaperId? id)
    {
        var authors = paper.Authors is [] ? read.Authors : paper.Authors;
        var words = paper.Abstract.IsEmpty && read.Abstract.Length <= Paper.AbstractLength ? PlainText.Render(read.Abstract) : paper.Abstract;
        var title = paper.IsUntitled ? Title(read, id) : paper.Title;
        var link = paper.Link is "" && read.Url is { } url && WebAddress.IsOne(url) ? url : paper.Link;
        paper.Describe(Typeset.Line(title.Length > Paper.TitleLength ? title[..Paper.TitleLength] : title), authors, words, paper.Venue, link, _now, Origin);
        paper.Relink([.. paper.Links, .. read.Links.Where(l => l.Kind is not (LinkKind.Related or LinkKind.Discussion) && WebAddress.IsOne(l.Url))], _now, Origin);
    }
}
