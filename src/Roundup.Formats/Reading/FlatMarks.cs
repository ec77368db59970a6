using System.Text.RegularExpressions;

namespace Roundup.Formats.Reading;

/// <param name="Start">Where the mark begins, and <paramref name="End"/> where the words after it do.</param>
internal readonly record struct FlatMark(int Start, int End);

/// <summary>What can still be seen in a text without line breaks.</summary>
internal static partial class FlatMarks
{
    public static IReadOnlyList<FlatMark> Opinions(string text) =>
        [.. OpinionPattern().Matches(text).Where(match => Labels.Known(match.Groups["label"].Value)?.Kind == LabelKind.Opinion).Select(match => new FlatMark(match.Groups["label"].Index, match.Index + match.Length))];

    /// <summary>Lists of people in brackets, as they stand behind a title.</summary>
    public static IReadOnlyList<FlatMark> People(string text) =>
        [.. PeoplePattern().Matches(text).Where(match => Names.AreAll(match.Groups["in"].Value, mayBeOne: true) && IsBehindTitle(text, match)).Select(match => new FlatMark(match.Index, match.Index + match.Length))];

    public static IEnumerable<FlatMark> Sentences(string text)
    {
        var from = 0;
        foreach (Match end in SentenceEnd().Matches(text))
        {
            yield return new FlatMark(from, end.Index + end.Length);
            from = end.Index + end.Length;
        }

        if (from < text.Length) yield return new FlatMark(from, text.Length);
    }

    /// <summary>A citation "(Ilyas et al. 2019)" stands inside a sentence; authors have a remark or a new sentence behind them.</summary>
    private static bool IsBehindTitle(string text, Match match)
    {
        var rest = text.AsSpan(match.Index + match.Length).TrimStart();
        var isMany = match.Groups["in"].Value.Contains(',');
        return rest.Length > 0 && (rest[0] is '(' or ':' || (isMany && char.IsUpper(rest[0])) || (char.IsUpper(rest[0]) && rest[0] is not 'I' && !rest.StartsWith("et al")));
    }

    [GeneratedRegex(@"(?<=^|[.!?…)""”\]:'’\w]\s{1,2}|[.!?]\s)(?<label>(?:(?:[Mm]y|[Oo]ur|\p{Lu}[\p{L}.-]+(?: \p{Lu}[\p{L}.]*)?['’]s?)\s(?:own |personal |initial )?(?:opinions?|takes?|thoughts?|comments?|view|remarks?|commentary)|Opinion(?: \([^()]{2,30}\))?|Why (?:it|this) matters|Commentary|Editor['’]s note|Meine (?:Meinung|Einschätzung)|Mein Kommentar|Mon avis|Notre avis|Mi opinión|Nuestra opinión|La mia opinione|Minha opinião|我的看法|我的观点|点评))\s?[:：]\s*")]
    private static partial Regex OpinionPattern();

    [GeneratedRegex(@"\((?<in>\p{Lu}[^()]{3,1500})\)")]
    private static partial Regex PeoplePattern();

    [GeneratedRegex(@"(?<=[\p{L}\p{N})\]""”’'%][.!?]|\s\.)[""”]?\s+(?=[\p{Lu}\p{N}""“‘`(])(?<!\b(?:al|e\.g|i\.e|vs|cf|etc|Fig|Eq|Dr|Mr|Ms|Prof|resp)\.\s+)(?<!\b\p{Lu}\.\s+)")]
    private static partial Regex SentenceEnd();
}
