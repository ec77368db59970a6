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
    public static (int Heading, int Start) Beginning(string sentence)
    {
        var first = sentence.Length - sentence.TrimStart().Length;
        if (RemarkPattern().Match(sentence) is { Success: true } remark) first = remark.Length;
        if (SectionWord().Match(sentence) is { Success: true } section) return (first, section.Length);
        if (!RelatedPattern().IsMatch(sentence)) return (first, first);
        var words = WordPattern().Matches(sentence).ToArray();
        for (var at = 3; at < words.Length - 3; at++)
        {
            var falls = !IsCapital(words[at - 1]) && !IsSmallWord(words[at - 1]) && char.IsLower(words[at - 1].Value[0]);
            if (IsCapital(words[at]) && (falls || TitleStart().IsMatch(words[at].Value))) return (words[at].Index, words[at].Index);
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
        return (capitals * 3) - (verbs * 1.5) - (stop * 2) - (IsCapital(words[0]) || char.IsDigit(words[0].Value[0]) ? 0 : 3) - (NoTitleStart().IsMatch(words[0].Value) ? 2 : 0) - (at > 18 ? 1 : 0) + (at >= 4 ? 0.5 : 0);
    }

    /// <summary>How much the words after look like a sentence that opens.</summary>
    private static double Sentence(Match[] words, int at)
    {
        var after = words.Skip(at + 1).Take(6).ToArray();
        var small = after.Count(word => char.IsLower(word.Value.TrimStart('(', '"', '“', '`')[..1].FirstOrDefault('X'))) / (double)Math.Max(1, after.Length);
        var opener = OpenerPattern().IsMatch(words[at].Value) ? 2.5 : 0;
        var jump = !IsCapital(words[at - 1]) ? 1.2 : 0;
        var next = IsCapital(words[at + 1]) ? -0.8 : 0;
        var acronym = SpellsAcronym(words, at) ? 3 : 0;
        var verb = words.Skip(at + 1).Take(8).Any(word => VerbPattern().IsMatch(word.Value)) ? 1 : 0;
        return (small * 2) + opener + jump + next + acronym + verb;
    }

    /// <summary>"Sparse Autoencoders (SAEs) have": the letters in brackets say where the sentence began.</summary>
    private static bool SpellsAcronym(Match[] words, int at)
    {
        for (var next = at + 1; next < Math.Min(words.Length, at + 6); next++)
            if (AcronymPattern().Match(words[next].Value) is { Success: true } acronym && acronym.Groups[1].Value.Count(char.IsUpper) is var letters
                && acronym.Groups[1].Value[0] == words[at].Value[0] && next - at <= letters && next - at >= letters - 1) return true;
        return false;
    }

    private static bool IsCapital(Match word) => word.Value.FirstOrDefault(char.IsLetterOrDigit) is var first && (char.IsUpper(first) || char.IsDigit(first));

    private static bool IsSmallWord(Match word) => SmallPattern().IsMatch(word.Value);

    [GeneratedRegex(@"\S+")]
    private static partial Regex WordPattern();

    [GeneratedRegex(@"^\s*(Papers?|This week['’]s papers|Highlights?|HIGHLIGHTS?|Articles|Publications)\s+(?=\p{Lu})")]
    private static partial Regex SectionWord();

    /// <summary>A remark in brackets is the end of what was said before.</summary>
    [GeneratedRegex(@"^\s*\([^()]{3,120}\)\.?\s+")]
    private static partial Regex RemarkPattern();

    [GeneratedRegex(@"^\s*(Related|Read more|See also|Further reading|More|Code)(\s\w+)?:")]
    private static partial Regex RelatedPattern();

    [GeneratedRegex(@"^(a|an|the|of|for|in|on|and|or|to|with|from|by|via|as|at|is|are|be|not|using|under|over|through|into|without|versus|vs\.?|its|their|do|does|can|how|why|what|when|that|but)$", RegexOptions.IgnoreCase)]
    private static partial Regex SmallPattern();

    /// <summary>Words that a title writes small, unless it opens with them.</summary>
    [GeneratedRegex(@"^(Towards?|On|The|A|An|How|What|Why|When|From|Beyond|Can|Is|Are|Do|Does)$")]
    private static partial Regex TitleStart();

    [GeneratedRegex(@"^(We|This|The|In|A|An|Our|Recent|Recently|Many|Most|While|Although|Despite|Existing|Current|Modern|With|To|As|It|There|These|Large|Deep|How|What|Given|Understanding|Training|Since|One|Several|Here|When|Motivated|Inspired|Prior|Previous|Traditional|Standard|For|By|From|Can|Is|Are|Do|On|Machine|Humans|People|Language|Unlike|Often|Today|Over|Two|Three|Learning|Neural|Advances)$")]
    private static partial Regex OpenerPattern();

    [GeneratedRegex(@"^(We|This|Previous|Prior|Since|Recent|Recently|Here|It|They|There|These|Our|However|Furthermore|Moreover|Finally|Additionally|To|Our|Then|First|Second|Existing|Despite)$")]
    private static partial Regex NoTitleStart();

    [GeneratedRegex(@"^\((\p{Lu}[\p{L}\d-]{1,9})\)[,.]?$")]
    private static partial Regex AcronymPattern();

    [GeneratedRegex(@"^(is|are|was|were|has|have|had|can|could|may|might|will|would|should|we|propose|present|show|study|investigate|introduce|provide|provides|suggests?|shows?|demonstrate|identify|report|analyze|perform|I|argued|argues|seems?|think|found|made|make)$")]
    private static partial Regex VerbPattern();
}
