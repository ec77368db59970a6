using System.Text.RegularExpressions;
using Roundup.Formats.Reading.References;
using Roundup.Model.Papers;

namespace Roundup.Formats.Reading;

/// <summary>What in a text points at a paper: by an authority's word, or by the look of its address.</summary>
internal sealed partial class PaperMarks(Func<string, PaperId?> recognise)
{
    private readonly Dictionary<string, bool> _known = [];

    /// <summary>Where a paste is addresses and nothing else, whoever pasted it means each of them: posts and pages too.</summary>
    public bool TakesAnyAddress { get; init; }

    /// <summary>Whether the address or id is a paper's. An authority says so, or it stands where papers stand.</summary>
    public bool IsPaper(string? fragment)
    {
        if (string.IsNullOrWhiteSpace(fragment) || fragment.Length > PaperId.MaxLength) return false;
        if (_known.TryGetValue(fragment, out var known)) return known;
        return _known[fragment] = (TakesAnyAddress && WholeAddress().IsMatch(fragment)) || recognise(fragment) is { Scheme: not PaperScheme.Url } || ScholarlyPattern().IsMatch(fragment) || IdPattern().IsMatch(fragment);
    }

    /// <summary>Whether an entry of a reference list is about the paper that a block begins: by title, or by what its addresses name.</summary>
    public bool IsOf(Reference reference, Lead? lead, Block block)
    {
        if (lead is not null && Letters(lead.Title) is { Length: > 5 } title && title == Letters(reference.Title)) return true;
        var named = block.Inline.Links.Select(link => link.Url!).Append(lead?.Title ?? "").Where(each => each.Length is > 0 and <= PaperId.MaxLength).Select(recognise);
        return named.Any(id => id is not null && reference.Ids.Any(id.IsSameAs));
    }

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToUpperInvariant();

    /// <summary>Whether the words are an id or an address and nothing else.</summary>
    public static bool IsBare(string words) => IdPattern().IsMatch(words.Trim()) || WholeAddress().IsMatch(words.Trim());

    /// <summary>Where an id that was written without an address leads; null for what is none.</summary>
    public string? AddressOf(string words)
    {
        var plain = words.Trim().TrimEnd('.', ',');
        if (Address.IsWeb(plain)) return plain;
        if (plain.Length > 200 || !IdPattern().IsMatch(plain)) return null;
        if (recognise(plain) is { } id && PaperAddress.Of(id) is { } address) return address;
        // Nobody was there to ask: the two forms that everybody writes.
        if (ArxivPattern().Match(plain) is { Success: true } arxiv) return $"https://arxiv.org/abs/{arxiv.Groups[1].Value}";
        return DoiPattern().Match(plain) is { Success: true } doi ? $"https://doi.org/{doi.Value}" : null;
    }

    /// <summary>The ids that stand in a text without an address.</summary>
    public static IEnumerable<Match> Ids(string text) => IdInText().Matches(text);

    [GeneratedRegex(@"^https?://([\w.-]+\.)?(arxiv\.org/(abs|pdf|html|ftp)|alphaxiv\.org|ar5iv|openreview\.net/(forum|pdf|attachment)|aclanthology\.org/.|aclweb\.org/anthology/.|doi\.org/10|dx\.doi\.org/10|papers\.n(eur)?ips\.cc|proceedings\.(mlr\.press|neurips\.cc)/.|openaccess\.thecvf\.com/content|jmlr\.org/papers|semanticscholar\.org/(paper|arxiv|reader)|huggingface\.co/papers/\d|hf\.co/papers/\d|pubmed\.ncbi|ncbi\.nlm\.nih\.gov/(pubmed|pmc)|pmc\.ncbi|(bio|med)rxiv\.org/content|ssrn\.com/|nature\.com/articles/|science\.org/doi|sciencedirect\.com/science/article|link\.springer\.com/(article|chapter)|dl\.acm\.org/(doi|citation)|ieeexplore\.ieee\.org/(document|abstract|stamp)|onlinelibrary\.wiley\.com/doi|tandfonline\.com/doi|academic\.oup\.com/.+/article|pnas\.org/(doi|content)|cell\.com/.+/fulltext|journals\.[\w.]+/.|mitpressjournals\.org/doi|direct\.mit\.edu/.+/article|mdpi\.com/\d|frontiersin\.org/(articles|journals/.+/articles)|iacr\.org/\d{4}|eprint\.iacr\.org/\d|distill\.pub/\d|transformer-circuits\.pub/\d|papers\.ssrn\.com|osf\.io/(preprints|\w{5}\b)|hal\.science/|researchgate\.net/publication|cvf\.com|ojs\.aaai\.org|isca-speech\.org|zenodo\.org/record|scholar\.google\.\w+/scholar)", RegexOptions.IgnoreCase)]
    private static partial Regex ScholarlyPattern();

    [GeneratedRegex(@"^\[?(arxiv:\s?)?(\d{4}\.\d{4,5}|[a-z-]{2,10}(\.[A-Z]{2})?/\d{7})(v\d{1,2})?(\s?\[[\w.-]+\])?\]?$|^(doi:\s?)?10\.\d{4,9}/\S+$|^arxiv:\s?\S+$|^(pmid|pmcid):?\s?\w+$|^(\d{4}\.[a-z]\w*-\w+\.\d{1,4}|[A-Z]\d{2}-\d{4})$", RegexOptions.IgnoreCase)]
    private static partial Regex IdPattern();

    [GeneratedRegex(@"^<?https?://\S+>?$", RegexOptions.IgnoreCase)]
    private static partial Regex WholeAddress();

    [GeneratedRegex(@"(?<![\w./-])(arxiv:\s?)?(\d{4}\.\d{4,5}(v\d{1,2})?)(?![\w/]|\.\d)|(?<![\w./-])(doi:\s?)?10\.\d{4,9}/[^\s,;)\]""<>]+", RegexOptions.IgnoreCase)]
    private static partial Regex IdInText();

    [GeneratedRegex(@"(\d{4}\.\d{4,5}(v\d{1,2})?|[a-z-]{2,10}(\.[A-Z]{2})?/\d{7}(v\d{1,2})?)", RegexOptions.IgnoreCase)]
    private static partial Regex ArxivPattern();

    [GeneratedRegex(@"10\.\d{4,9}/\S+")]
    private static partial Regex DoiPattern();
}
