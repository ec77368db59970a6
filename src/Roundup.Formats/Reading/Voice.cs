using System.Text.RegularExpressions;

namespace Roundup.Formats.Reading;

/// <summary>Who speaks in a paragraph.</summary>
internal static partial class Voice
{
    private const int ShortestAbstract = 250;

    /// <summary>Authors speak of themselves as "we"; those who sum them up say "the authors".</summary>
    public static bool IsAbstract(string text) =>
        text.Length >= ShortestAbstract && OursPattern().IsMatch(text) && !TheirsPattern().IsMatch(text);

    public static bool SaysThereIsNone(string text) => text.Length < 60 && NonePattern().IsMatch(text.Trim('*', '_', ' '));

    [GeneratedRegex(@"\bwe\b( \w+ly| also| further| then| first| here)? (propose|present|introduce|show|study|demonstrate|find|investigate|develop|argue|analy[sz]e|evaluate|explore|describe|report|prove|provide|design|perform|examine|identify|observe|conduct|apply|use|train|suggest|achieve|release|establish|derive|consider|extend|compare|can)\b|\bour (work|method|approach|results|experiments|findings|model|analysis|paper|study|framework|code)\b", RegexOptions.IgnoreCase)]
    private static partial Regex OursPattern();

    [GeneratedRegex(@"\b(the|these) authors\b|\bauthors (show|find|argue|propose)|\bI\b (think|like|believe|find|found|guess|wonder|am|would|was)", RegexOptions.IgnoreCase)]
    private static partial Regex TheirsPattern();

    [GeneratedRegex(@"^(no abstract|abstract (is )?(not|un)available|n/?a|none|not available|-+|–|—)", RegexOptions.IgnoreCase)]
    private static partial Regex NonePattern();
}
