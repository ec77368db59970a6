using System.Collections.Frozen;
using Roundup.Model.Papers;

namespace Roundup.Sources;

/// <summary>Which of the names in an entry of a reference list is the paper's own.</summary>
internal static class ReferenceNames
{
    /// <summary>Fields that speak of other papers, of files and of databases.</summary>
    private static readonly FrozenSet<string> Others = FrozenSet.ToFrozenSet(
    [
        "abstract", "keywords", "file", "biburl", "bibsource", "annote", "annotation", "review", "references", "cited-references", "related", "title",
        "author", "editor", "timestamp", "owner", "crossref", "comment", "AB", "N2", "KW", "CR", "AU", "A1", "A2", "A3", "A4", "TI", "T1", "CT", "ST",
    ]);

    public static FoundPaper? Best(ReferenceEntry entry, List<FoundPaper> within)
    {
        var (best, least, at) = ((FoundPaper?)null, int.MaxValue, 0);
        foreach (var paper in within)
        {
            while (at + 1 < entry.Fields.Count && entry.Fields[at + 1].Start <= paper.Start) at++;
            var field = entry.Fields.Count > 0 && entry.Fields[at].Start <= paper.Start ? entry.Fields[at].Name : "";
            if (field is "" || Others.Contains(field)) continue;

            var rank = RankOf(paper.Id.Scheme) + (field is "note" or "N1" or "addendum" ? 10 : 0);
            if (rank < least) (best, least) = (paper, rank);
        }
        return best;
    }

    private static int RankOf(string scheme) => scheme switch
    {
        PaperScheme.Arxiv => 0,
        PaperScheme.Doi or PaperScheme.BioRxiv or PaperScheme.MedRxiv or PaperScheme.Acl or PaperScheme.Ssrn => 1,
        PaperScheme.Url => 3,
        _ => 2,
    };
}
