using Roundup.Formats;
using Roundup.Model.Papers;

namespace Roundup.Web.Areas.Admin;

/// <summary>Asks the sources for what papers lack. A source that does not answer leaves a sentence on the paper and stops nothing.</summary>
public sealed class Filling(IEnumerable<IPaperSource> sources, TimeProvider clock)
{
    private readonly IPaperSource[] _sources = [.. sources];

    public bool IsPossible => _sources is not [];

    public bool IsPossibleFor(IEnumerable<Paper> papers) => papers.Any(p => p.WantsFilling && Askable(p) is not null);

    /// <summary>Papers that lack something and that nobody has been asked about yet.</summary>
    public bool IsDue(IEnumerable<Paper> papers) =>
        papers.Any(p => p is { WantsFilling: true, FilledAt: null, FillFailure: "" } && Askable(p) is not null);

    public async Task AskAsync(IEnumerable<Paper> papers, CancellationToken cancel)
    {
        var wanting = papers.Where(p => p.WantsFilling).Distinct().Select(p => (Paper: p, Asked: Askable(p))).ToList();
        foreach (var (paper, _) in wanting.Where(w => w.Asked is null))
            paper.FillingFailed("No source can be asked about this paper. Fill it in by hand.");
        foreach (var group in wanting.Where(w => w.Asked is not null).GroupBy(w => w.Asked!.Value.Source))
            await AskAsync(group.Key, [.. group.Select(w => (w.Paper, w.Asked!.Value.Id))], cancel);
    }

    private (IPaperSource Source, PaperId Id)? Askable(Paper paper)
    {
        foreach (var name in paper.Identifiers.Select(i => i.ToPaperId()))
        {
            if (Array.Find(_sources, s => s.Covers(name)) is { } source) return (source, name);
        }

        return null;
    }

    private async Task AskAsync(IPaperSource source, List<(Paper Paper, PaperId Id)> asked, CancellationToken cancel)
    {
        try
        {
            var records = await source.FetchAsync([.. asked.Select(a => a.Id)], cancel);
            foreach (var (paper, id) in asked)
            {
                if (records.FirstOrDefault(r => r.Id.IsSameAs(id)) is { } record) paper.Fill(record, Typeset.Line(record.Title), PlainText.Render(record.Abstract ?? ""), clock.GetUtcNow());
                else paper.FillingFailed($"{source.Terms.Name} knows no paper {id.Value}. Check the number, or fill it in by hand.");
            }
        }
        catch (SourceException trouble)
        {
            foreach (var (paper, _) in asked) paper.FillingFailed(trouble.Message);
        }
    }
}
