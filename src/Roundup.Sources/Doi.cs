using System.Text.RegularExpressions;
using Roundup.Model.Papers;

namespace Roundup.Sources;

/// <summary>
/// Digital object identifiers, in whatever dress: bare, with <c>doi:</c>, behind doi.org or a library's proxy, or inside a publisher's
/// address. What another authority here names better (arXiv, ACL, SSRN, bioRxiv) is left to it.
/// </summary>
public sealed partial class Doi : IPaperScheme, INamedInProse
{
    /// <summary>What publishers hang behind a DOI in their addresses. They come stacked: <c>v2.full.pdf</c>.</summary>
    private static readonly string[] Tails =
    [
        ".pdf", ".full", ".full-text", ".abstract", ".short", ".long", ".html", ".xml", ".epub", ".article-info", ".article-metrics",
        ".supplementary-material", ".pdf+html", "/full", "/pdf", "/epdf", "/pdfft", "/abstract", "/meta", "/html", "/fulltext", "/full-text",
        "/epub", "/xml", "/summary", "/figures", "/references", "/tables", "/download", "/downloadpdf",
    ];

    private static readonly Regex InProse = new(@"10\.[0-9]{4,9}(?:\.[0-9]{1,9}){0,3}(?:/|%2[Ff])", RegexOptions.NonBacktracking);

    private static readonly Regex ShortInProse = new("doi:? ?10/[a-z0-9]{3,10}", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase);

    public string Name => "DOI";

    public IReadOnlyList<string> Samples { get; } =
    [
        "10.1073/pnas.2218523120", "doi:10.1103/PhysRevLett.96.181602", "https://doi.org/10.1016/S0140-6736(20)30183-5", "http://dx.doi.org/gfvk",
        "https://dl.acm.org/doi/abs/10.1145/502512.502559?casa_token=x", "https://www.nature.com/articles/s41598-018-19194-4", "doi:10/aabbe",
        "10.1175/1520-0469(1996)053<0946:ASTFHH>2.0.CO;2", "https://journals.plos.org/plosone/article?id=10.1371/journal.pone.0033693",
    ];

    public PaperId? Recognise(string fragment)
    {
        if (Read(fragment) is not { } doi) return null;

        // DataCite's prefix for arXiv, with the id cut off: "10.48550/arXiv…".
        if (doi.StartsWith("10.48550/arxiv", StringComparison.Ordinal)) return null;

        var isNamedElsewhere = AclAnthology.OfDoi(doi) is not null
            || Ssrn.OfDoi(doi) is not null || BioRxiv.OfDoi(doi) is not null;
        return isNamedElsewhere ? null : new(PaperScheme.Doi, doi);
    }

    /// <summary>The DOI that a fragment carries, in lower case, with nothing hung behind it; null where there is none.</summary>
    internal static string? Read(string fragment)
    {
        var text = Pasted.Clean(fragment);
        if (text is "") return null;

        var bare = Pasted.After(text, "doi", "urn:doi", "info:doi") ?? (text.StartsWith("info:doi/", StringComparison.Ordinal) ? text[9..] : text);
        if (bare.StartsWith("//10.", StringComparison.Ordinal)) bare = bare[2..];
        if (bare.StartsWith("10", StringComparison.Ordinal))
            return bare.Contains(' ') ? null : Whole(WebAddress.Decoded(bare)) ?? Short(bare, "10/");

        return WebAddress.Read(text) is { } address ? FromAddress(address) : null;
    }

    IEnumerable<(int Start, int Length)> INamedInProse.NamesIn(string text)
    {
        var end = 0;
        foreach (var (start, length) in ProseMatches(text, InProse))
        {
            // 1210.1234/5 is a ratio, and 3.10.1234/5 a section. Within a name another may begin, and reading on from each would take
            // time in the square of the text.
            if (start < end || (start > 0 && (char.IsLetterOrDigit(text[start - 1]) || text[start - 1] is '.' or '_'))) continue;

            end = Prose.EndOfName(text, start + length);
            yield return (start, end - start);
        }
        foreach (var match in ProseMatches(text, ShortInProse)) yield return match;
    }

    private static List<(int Start, int Length)> ProseMatches(string text, Regex shape)
    {
        var matches = new List<(int, int)>();
        foreach (var match in shape.EnumerateMatches(text)) matches.Add((match.Index, match.Length));
        return matches;
    }

    private static string? FromAddress(WebAddress address)
    {
        if (address.IsAt("doi.org", "dx.doi.org") && address.Segments is [var code] && !code.Contains('.')) return Short(code, "");
        if (address.IsAt("doi.org", "dx.doi.org") && address.Segments is ["10", var shortened]) return Short(shortened, "");
        if (address.IsAt("nature.com") && address.Segments is ["articles", var article, ..] && !article.StartsWith("10.", StringComparison.Ordinal))
            return Whole($"10.1038/{article.Replace("_reference.pdf", "")}");

        var path = WebAddress.Decoded(address.Path);
        if (path.IndexOf("/10.", StringComparison.Ordinal) is >= 0 and var start && Whole(path[(start + 1)..]) is { } doi) return doi;
        // doi.org/doi:10.… and the like.
        if (path.IndexOf(":10.", StringComparison.Ordinal) is >= 0 and var colon && Whole(path[(colon + 1)..]) is { } labelled) return labelled;

        // A DOI may hold a question mark, so doi.org's query belongs to it; nobody registers those any more, and trackers are common.
        foreach (var (_, value) in address.Parameters)
            if (Whole(Pasted.After(value, "doi") ?? value) is { } inQuery) return inQuery;
        return null;
    }

    private static string? Whole(string text)
    {
        if (text.IndexOf(";jsessionid", StringComparison.OrdinalIgnoreCase) is >= 0 and var session) text = text[..session];
        if (text.IndexOf("/transform", StringComparison.OrdinalIgnoreCase) is > 0 and var transform) text = text[..transform];
        text = text.TrimEnd('/');
        while (Tails.FirstOrDefault(tail => text.EndsWith(tail, StringComparison.OrdinalIgnoreCase)) is { } found) text = text[..^found.Length].TrimEnd('/');

        text = text[Pasted.Trim(text)];
        return Shape().IsMatch(text) ? text.ToLowerInvariant() : null;
    }

    /// <summary>
    /// Short DOIs (shortdoi.org). One without a letter is a date or a ratio.
    /// </summary>
    private static string? Short(string text, string prefix)
    {
        if (!text.StartsWith(prefix, StringComparison.Ordinal)) return null;

        var code = text[prefix.Length..];
        var isCode = code.Length is >= 3 and <= 10 && code.All(char.IsAsciiLetterOrDigit) && code.Any(char.IsAsciiLetterLower)
            && !code.Any(char.IsAsciiLetterUpper) && code is not ("about" or "index" or "handbook" or "resources" or "news" or "contact");
        return isCode ? $"10/{code}" : null;
    }

    // The text is at most Pasted.MaxLength long, and the pattern has one way to match.
    [GeneratedRegex(@"^10\.[0-9]{4,9}(?:\.[0-9]+)*/[^a-z0-9\x00-\x20\x7f-\uffff]*[a-z0-9][!-~]*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
