using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;
using Roundup.Model.Papers;

namespace Roundup.Sources;

/// <summary>
/// arXiv's grammar of identifiers (info.arxiv.org/help/arxiv_identifier.html): <c>archive/YYMMNNN</c> from July 1991 to March 2007,
/// <c>YYMM.NNNN</c> to December 2014, <c>YYMM.NNNNN</c> since.
/// </summary>
internal static partial class ArxivId
{
    private static readonly FrozenSet<string> Archives = FrozenSet.ToFrozenSet(
    [
        "acc-phys", "adap-org", "alg-geom", "ao-sci", "astro-ph", "atom-ph", "bayes-an", "chao-dyn", "chem-ph", "cmp-lg", "comp-gas",
        "cond-mat", "cs", "dg-ga", "funct-an", "gr-qc", "hep-ex", "hep-lat", "hep-ph", "hep-th", "math", "math-ph", "mtrl-th", "nlin",
        "nucl-ex", "nucl-th", "patt-sol", "physics", "plasm-ph", "q-alg", "q-bio", "quant-ph", "solv-int", "supr-con",
    ]);

    private static readonly FrozenDictionary<string, string> ArchivesWithoutHyphen =
        Archives.Where(archive => archive.Contains('-')).ToFrozenDictionary(archive => archive.Replace("-", ""));

    /// <summary>Endings of files, and what our own key and BibTeX put before the id.</summary>
    private static readonly string[] Endings = [".pdf", ".ps.gz", ".ps", ".gz", ".html", ".md", ".bib", ".txt"];

    /// <summary>The whole text as one id, or null.</summary>
    /// <param name="isInAddress">
    /// arXiv's own pages take four or five digits in any year; elsewhere the year decides, or every decimal number would be a paper.
    /// </param>
    public static PaperId? Read(string text, bool isInAddress = false)
    {
        text = text.Trim('/', ' ');
        while (Endings.FirstOrDefault(end => text.EndsWith(end, StringComparison.OrdinalIgnoreCase)) is { } ending) text = text[..^ending.Length];

        if (New().Match(text) is { Success: true } modern) return ReadNew(modern, isInAddress);
        return Old().Match(text) is { Success: true } old ? ReadOld(old) : null;
    }

    private static PaperId? ReadNew(Match match, bool isInAddress)
    {
        var (yearMonth, number) = (match.Groups["date"].Value, match.Groups["number"].Value);
        var (year, month) = (Number(yearMonth[..2]), Number(yearMonth[2..]));
        if (month is < 1 or > 12 || Number(number) is 0 || (year, month).CompareTo((7, 4)) < 0) return null;
        // There is no clock here. 1991 to 1999 had old ids, and from 50 on a number is a price or a measurement.
        if (year >= 50) return null;
        if (!isInAddress && number.Length != (year <= 14 ? 4 : 5)) return null;

        return WithVersion($"{yearMonth}.{number}", match);
    }

    private static PaperId? ReadOld(Match match)
    {
        var archive = match.Groups["archive"].Value.ToLowerInvariant();
        if (!Archives.Contains(archive) && !ArchivesWithoutHyphen.TryGetValue(archive, out archive)) return null;

        var number = match.Groups["number"].Value;
        var (year, month) = (Number(number[..2]), Number(number[2..4]));
        if (month is < 1 or > 12 || Number(number[4..]) is 0) return null;
        var yearMonth = (year >= 91 ? 1900 + year : 2000 + year, month);
        if (yearMonth.CompareTo((1991, 7)) < 0 || yearMonth.CompareTo((2007, 3)) > 0) return null;

        return WithVersion($"{archive}/{number}", match);
    }

    private static PaperId? WithVersion(string value, Match match)
    {
        // "v2v2" is what scripts write that append the version twice.
        var version = match.Groups["version"];
        if (!version.Success) return new(PaperScheme.Arxiv, value);
        return version.Value[0] is '0' ? null : new(PaperScheme.Arxiv, value, Number(version.Value));
    }

    private static int Number(string digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?<date>[0-9]{4})\.(?<number>[0-9]{4,5})(?:v(?<version>[0-9]{1,3}))*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex New();

    [GeneratedRegex(@"^(?<archive>[a-z]{1,8}(?:-[a-z]{2,4})?)(?:\.[a-z]{2}|\.[a-z]{2,5}-[a-z]{2,4})?/(?<number>[0-9]{7})(?:v(?<version>[0-9]{1,3}))*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Old();
}
