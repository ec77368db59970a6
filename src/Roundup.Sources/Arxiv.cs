using System.Text.RegularExpressions;
using Roundup.Model.Papers;

namespace Roundup.Sources;

/// <summary>
/// arXiv: ids old and new in every dress. <see cref="ArxivApi"/> asks for what they name.
/// </summary>
public sealed partial class Arxiv : IPaperScheme, INamedInProse
{
    internal const string SourceName = "arXiv";

    private static readonly Regex InProse = new(
        "[0-9]{4}\\.[0-9]{4,5}(?:[vV][0-9]{1,3})*|[A-Za-z]{1,8}(?:[-\u2010-\u2015\u2212][A-Za-z]{2,4})?(?:\\.[A-Za-z]{2}|\\.[A-Za-z]{2,5}-[A-Za-z]{2,4})?/[0-9]{7}(?:[vV][0-9]{1,3})*",
        RegexOptions.NonBacktracking);

    public string Name => SourceName;

    public IReadOnlyList<string> Samples { get; } =
    [
        "1706.03762", "arXiv:1706.03762v7", "hep-th/0605073", "math.GT/0309136", "https://arxiv.org/abs/2202.05262", "arxiv.org/pdf/1505.00468v6.pdf",
        "https://arxiv.org/ftp/cond-mat/papers/0408/0408502.pdf", "https://ar5iv.labs.arxiv.org/html/1512.03385", "https://hf.co/papers/2408.00714",
        "https://doi.org/10.48550/arXiv.2202.05262", "https://www.alphaxiv.org/overview/1706.03762", "https://dblp.org/rec/journals/corr/abs-1706-03762.html",
    ];

    public PaperId? Recognise(string fragment)
    {
        var text = Pasted.Clean(fragment);
        if (text is "") return null;
        if (ArxivId.Read(WithoutLabel(text)) is { } id) return id;
        if (Doi.Read(text) is { } doi) return OfDoi(doi);
        return WebAddress.Read(text) is { } address ? ArxivAddress.Read(address) : null;
    }

    IEnumerable<(int Start, int Length)> INamedInProse.NamesIn(string text)
    {
        var names = new List<(int, int)>();
        foreach (var match in InProse.EnumerateMatches(text))
        {
            var end = match.Index + match.Length;
            if (!EndsThere(text, end)) continue;

            var before = text[Math.Max(0, match.Index - 24)..match.Index];
            if (Label().Match(before) is { Success: true } label) names.Add((match.Index - label.Length, match.Length + label.Length));
            else if (StartsThere(text, match.Index)) names.Add((match.Index, match.Length));
        }
        return names;
    }

    /// <summary>DataCite registers every arXiv id as 10.48550/arXiv.ID.</summary>
    internal static PaperId? OfDoi(string doi) =>
        doi.StartsWith("10.48550/arxiv.", StringComparison.Ordinal) ? ArxivId.Read(doi[15..], isInAddress: true) : null;

    /// <summary>The id behind <c>arXiv:</c>, <c>arXiv preprint arXiv:</c>, <c>abs/</c>, <c>Arxiv-</c>, as bibliographies write them.</summary>
    internal static string WithoutLabel(string text) => LeadingLabel().Replace(text, "");

    // Measurements and prices look like ids: HJD=2450274.4156, $1706.0376, 2448446.4710(5), 1008.3408s.
    private static bool StartsThere(string text, int start)
    {
        if (start is 0) return true;

        var before = text[start - 1];
        if (before is ' ' && start > 1 && text[start - 2] is '=') return Field().IsMatch(text[Math.Max(0, start - 14)..start]);
        if (before is ',' && Listed().IsMatch(text[Math.Max(0, start - 15)..start])) return true;
        if (before is ':' or ',' or '/') return start < 2 || !char.IsAsciiDigit(text[start - 2]) && before is not '/';
        return !char.IsLetterOrDigit(before) && before is not ('.' or '_' or '=' or '-' or '+' or '±' or '~' or '#' or '\\' or '@' or '&' or '?')
            && char.GetUnicodeCategory(before) is not System.Globalization.UnicodeCategory.CurrencySymbol;
    }

    private static bool EndsThere(string text, int end)
    {
        if (end >= text.Length) return true;

        var (after, next) = (text[end], end + 1 < text.Length ? text[end + 1] : ' ');
        if (char.IsLetterOrDigit(after) && after < 0x2E80) return false;
        return after switch
        {
            '_' or '%' or '°' => false,
            '.' or '/' or '-' => !char.IsLetterOrDigit(next) || (after is '.' && char.IsAsciiLetter(next)),
            '(' => !char.IsAsciiDigit(next),
            ' ' => !Unit().IsMatch(text.AsSpan(end, Math.Min(9, text.Length - end))),
            _ => char.GetUnicodeCategory(after) is not System.Globalization.UnicodeCategory.CurrencySymbol,
        };
    }

    [GeneratedRegex(@"^(?:oai:)?(?:arxiv\s+(?:preprint|e-prints?),?\s+|corr,?\s+|preprint\s+)?(?:arxiv(?:\.org(?=:))?\s*[:.\-_/=\s]\s*)*(?:(?:abs|pdf)[/:-])?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex LeadingLabel();

    // 1706.03762,2202.05262 is a list, 1,706.03762 a price.
    [GeneratedRegex(@"(?:^|[^0-9.])[0-9]{4}\.[0-9]{4,5}(?:v[0-9]{1,2})?,$", RegexOptions.CultureInvariant)]
    private static partial Regex Listed();

    // "eprint = 2202.05262" is an entry of BibTeX, "t = 1008.3408" a measurement.
    [GeneratedRegex(@"\b(?:eprint|arxiv|arxivid|id|number)\s*=\s$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Field();

    [GeneratedRegex(@"^ (?:[mkMGT]?(?:s|g|m|eV|Hz|W|V|J|K|B|pc|Pa|bp)|[cnmk]m|mg|Å|µm|μm|ly|min|h|sec|seconds|minutes|hours|days|years|USD|EUR|GBP|CHF|dollars?|euros?|percent|€|£)(?![\p{L}\p{N}])", RegexOptions.CultureInvariant)]
    private static partial Regex Unit();

    [GeneratedRegex(@"(?:arxiv[:.\-_/=\s\[]{0,4}(?:abs/|pdf/)?|\babs/)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Label();
}
