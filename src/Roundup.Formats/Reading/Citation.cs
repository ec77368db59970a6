using System.Text.RegularExpressions;

namespace Roundup.Formats.Reading;

/// <summary>A title inside a reference as scholars write it.</summary>
internal static partial class Citation
{
    /// <summary>Where the title stands; null where the text is no reference.</summary>
    public static (int Start, int End)? Find(InlineText text, int start)
    {
        var line = text.Markdown;
        var limit = line.IndexOf('\n', start) is > 0 and var found ? found : line.Length;
        var head = line[..Math.Min(limit, start + 700)];
        foreach (var pattern in new[] { YearPattern(), QuotedPattern(), ItalicPattern(), AuthorsFirstPattern() })
        {
            var match = pattern.Match(head, start);
            if (!match.Success || match.Groups["title"] is not { Success: true } title || title.Value.Split(' ').Length < 2) continue;
            var people = match.Groups["people"].Value.Trim(' ', '.', ',', ':');
            if (people.Length > 0 && !PeoplePattern().IsMatch(people) && !Names.AreFull(people)) continue;
            return (title.Index, title.Index + title.Length);
        }

        return null;
    }

    /// <summary>Meng, K., &amp; Bau, D. (2022). Locating and Editing Factual Associations. arXiv.</summary>
    [GeneratedRegex(@"\G(?<people>\p{Lu}[^()\[\]]{2,300}?)\s*[(\[](\d{4}[a-z]?)(,[^)]{1,20})?[)\]][.,:]?\s+[*_“""]*(?<title>[^.?!*_”""\[]{8,250}[?!]?)")]
    private static partial Regex YearPattern();

    /// <summary>Meng et al. "Locating and Editing Factual Associations." 2022. Or the quoted title first.</summary>
    [GeneratedRegex(@"\G(?<people>[^“""„«\[\]]{0,200}?)[“""„«](?<title>[^”""“»]{8,250}?)[.,]?[”""“»]")]
    private static partial Regex QuotedPattern();

    /// <summary>Meng et al., *Locating and Editing Factual Associations*, 2022.</summary>
    [GeneratedRegex(@"\G(?<people>[^*_\[\]]{0,200}?)(?<!\*)[*_](?<title>[^*_\[\]]{12,250})[*_]")]
    private static partial Regex ItalicPattern();

    /// <summary>K. Meng, D. Bau. Locating and Editing Factual Associations. NeurIPS 2022. Or with a colon.</summary>
    [GeneratedRegex(@"\G(?<people>\p{Lu}[^:\[\]()]{4,200}?( et al\.?| \p{Lu}\p{L}{2,}))[.:,]\s+(?<title>[^.?!:\[\]]{12,200}(: [^.?!:\[\]]{3,150})?[?!]?)(?=\.|,|\[|\(|$)")]
    private static partial Regex AuthorsFirstPattern();

    [GeneratedRegex(@"^(\p{Lu}[\p{L}'’\-]+,? (\p{Lu}\.[ -]?)+,?( &| and|;)? ?)+(et al\.?)?$|et al\.?$|^\p{Lu}[\p{L}'’\-]+( (and|&) \p{Lu}[\p{L}'’\-]+)?$|^(\d{1,2} )?\p{L}{3}$|^[\d\s/.-]+$")]
    private static partial Regex PeoplePattern();
}
