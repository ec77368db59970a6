using System.Collections.Frozen;
using Roundup.Model.Papers;

namespace Roundup.Formats.Writing;

/// <summary>What a paper must be where nobody has said: by the words of its venue, then by who names it.</summary>
internal static class PaperKinds
{
    private static readonly FrozenSet<string> Conferences = FrozenSet.ToFrozenSet(
    [
        "neurips", "nips", "icml", "iclr", "aistats", "uai", "colt", "alt", "acl", "emnlp", "naacl", "eacl", "coling", "conll", "interspeech", "icassp", "cvpr", "iccv", "eccv",
        "wacv", "aaai", "ijcai", "aamas", "kdd", "www", "sigir", "recsys", "icra", "iros", "corl", "rss", "chi", "facct", "stoc", "focs", "soda", "osdi", "sosp", "conference",
        "proceedings", "workshop", "symposium",
    ], StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Journals = FrozenSet.ToFrozenSet(
        ["journal", "transactions", "letters", "review", "reviews", "annals", "pnas", "tmlr", "jmlr", "tacl", "j.", "trans.", "rev.", "lett.", "nature", "science"], StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Repositories = FrozenSet.ToFrozenSet(["arxiv", "biorxiv", "medrxiv", "ssrn", "chemrxiv", "psyarxiv", "corr"], StringComparer.OrdinalIgnoreCase);

    /// <param name="said">Whoever said it is believed.</param>
    public static PaperKind Of(PaperKind said, string venue, PaperImprint imprint, IReadOnlyList<PaperId> ids) => said is PaperKind.Unknown ? Guess(venue, imprint, ids) : said;

    private static PaperKind Guess(string venue, PaperImprint imprint, IReadOnlyList<PaperId> ids)
    {
        var words = venue.Split([' ', ',', ':', '(', ')', '\'', '’'], StringSplitOptions.RemoveEmptyEntries);
        if (words.Any(Repositories.Contains)) return PaperKind.Preprint;
        if (words.Any(Conferences.Contains)) return PaperKind.ConferencePaper;
        if (words.Any(Journals.Contains) || (imprint.Volume is not "" && venue is not "")) return PaperKind.Article;

        bool Has(params string[] schemes) => ids.Any(i => schemes.Contains(i.Scheme));
        if (Has(PaperScheme.Acl, PaperScheme.Pmlr, PaperScheme.NeurIps, PaperScheme.Cvf)) return PaperKind.ConferencePaper;
        if (venue is not "") return PaperKind.Unknown;
        if (Has(PaperScheme.Arxiv, PaperScheme.BioRxiv, PaperScheme.MedRxiv, PaperScheme.Ssrn, PaperScheme.OpenReview)) return PaperKind.Preprint;
        return ids is [{ Scheme: PaperScheme.Url }] ? PaperKind.Page : PaperKind.Unknown;
    }
}
