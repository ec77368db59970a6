using System.Text.RegularExpressions;

namespace Roundup.Formats.Reading;

/// <summary>
/// Where, within what reads as one sentence, a title ends and a sentence begins: "Locating Facts in GPT We analyze the storage".
/// Titles have capitals and no verb; a sentence begins with a capital and goes on in small letters.
/// </summary>
/// <param name="HeadingStart">Where a section's heading before the title begins; where the title does, for none.</param>
internal sealed partial record FlatSeam(int HeadingStart, int Start, int End, double Score)
{
    /// <summary>Below this there is no seam worth showing.</summary>
    public const double Least = 2;

    private const int LongestTitle = 30;

    public static FlatSeam? Find(string sentence)
    {
        var (heading, start) = Beginning(sentence);
        var words = WordPattern().Matches(sentence, start).ToArray();
        FlatSeam? best = null;
        for (var at = 2; at < words.Length && at <= LongestTitle; at++)
        {
            if (!CanOpen(words, at)) continue;
            var score = Title(words, at) + Sentence(words, at);
            if (best is null || score > best.Score) best = new FlatSeam(heading, start, words[at].Index, score);
        }

        return best;
    }

    /// <summary>Past a section's word, and past a "Related: name of another work" that ran into the title.</summary>
    private static (int Heading, int Start) Beginning(string sentence)
    {
        var first = sentence.Length - sentence.TrimStart().Length;
        if (SectionWord().Match(sentence) is { Success: true } section) return (first, section.Length);
        if (!RelatedPattern().IsMatch(sentence)) return (first, first);
        var words = WordPattern().Matches(sentence).ToArray();
        for (var at = 3; at < words.Length - 3; at++)
        {
            if (IsCapital(words[at]) && !IsCapital(words[at - 1]) && !IsSmallWord(words[at - 1]) && char.IsLower(words[at - 1].Value[0])) return (words[at].Index, words[at].Index);
        }

        return (first, first);
    }

    private static bool CanOpen(Match[] words, int at)
    {
        if (!char.IsUpper(words[at].Value[0]) || at + 2 >= words.Length) return false;
        var before = words[at - 1].Value;
        return before[^1] is not (',' or ':' or ';' or '-' or '(') && !(IsSmallWord(words[at - 1]) && !before.EndsWith('?'));
    }

    /// <summary>How much the words before look like a title.</summary>
    private static double Title(Match[] words, int at)
    {
        var content = words.Take(at).Where(word => !IsSmallWord(word)).ToArray();
        if (content.Length < 2) return -4;
        var capitals = content.Count(IsCapital) / (double)content.Length;
        var verbs = words.Take(at).Count(word => VerbPattern().IsMatch(word.Value));
        var stop = words.Take(at - 1).Count(word => word.Value[^1] is '.' or '!');
        return (capitals * 3) - (verbs * 1.5) - (stop * 2) - (IsCapital(words[0]) || char.IsDigit(words[0].Value[0]) ? 0 : 3) - (at > 18 ? 1 : 0) + (at >= 4 ? 0.5 : 0);
    }

    /// <summary>How much the words after look like a sentence that opens.</summary>
    private static double Sentence(Match[] words, int at)
    {
        var after = words.Skip(at + 1).Take(6).ToArray();
        var small = after.Count(word => char.IsLower(word.Value.TrimStart('(', '"', '“', '`')[..1].FirstOrDefault('X'))) / (double)Math.Max(1, after.Length);
        var opener = OpenerPattern().IsMatch(words[at].Value) ? 2.5 : 0;
        var jump = !IsCapital(words[at - 1]) ? 1.2 : 0;
        var next = IsCapital(words[at + 1]) ? -0.8 : 0;
        var acronym = at + 2 < words.Length && words.Skip(at + 1).Take(3).Any(word => AcronymPattern().IsMatch(word.Value)) ? 1.2 : 0;
        var verb = words.Skip(at + 1).Take(8).Any(word => VerbPattern().IsMatch(word.Value)) ? 1 : 0;
        return (small * 2) + opener + jump + next + acronym + verb;
    }

    private static bool IsCapital(Match word) => word.Value.FirstOrDefault(char.IsLetterOrDigit) is var first && (char.IsUpper(first) || char.IsDigit(first));

    private static bool IsSmallWord(Match word) => SmallPattern().IsMatch(word.Value);

    [GeneratedRegex(@"\S+")]
    private static partial Regex WordPattern();

    [GeneratedRegex(@"^\s*(Papers?|This week['’]s papers|Highlights?|HIGHLIGHTS?|Articles|Publications)\s+(?=\p{Lu})")]
    private static partial Regex SectionWord();

    [GeneratedRegex(@"^\s*(Related|Read more|See also|Further reading|More|Code)(\s\w+)?:")]
    private static partial Regex RelatedPattern();

    [GeneratedRegex(@"^(a|an|the|of|for|in|on|and|or|to|with|from|by|via|as|at|is|are|be|not|using|under|over|through|into|without|versus|vs\.?|its|their|do|does|can|how|why|what|when|that|but)$", RegexOptions.IgnoreCase)]
    private static partial Regex SmallPattern();

    [GeneratedRegex(@"^(We|This|The|In|A|An|Our|Recent|Recently|Many|Most|While|Although|Despite|Existing|Current|Modern|With|To|As|It|There|These|Large|Deep|How|What|Given|Understanding|Training|Since|One|Several|Here|When|Motivated|Inspired|Prior|Previous|Traditional|Standard|For|By|From|Can|Is|Are|Do|On|Machine|Humans|People|Language|Unlike|Often|Today|Over|Two|Three|Learning|Neural|Advances)$")]
    private static partial Regex OpenerPattern();

    [GeneratedRegex(@"^\(\p{Lu}[\p{L}\d-]{1,9}\)[,.]?$")]
    private static partial Regex AcronymPattern();

    [GeneratedRegex(@"^(is|are|was|were|has|have|had|can|could|may|might|will|would|should|we|propose|present|show|study|investigate|introduce|provide|provides|suggests?|shows?|demonstrate|identify|report|analyze|perform|I|argued|argues|seems?|think|found|made|make)$")]
    private static partial Regex VerbPattern();
}
