namespace Roundup.Formats.Mail;

/// <summary>The beginning of a text, where it may stop.</summary>
internal static class Sentences
{
    private const int Wanted = 2;

    /// <summary>In characters. Some sentences are as long as an abstract.</summary>
    private const int Longest = 420;

    /// <summary>Two sentences; a text that has not many more words stays whole.</summary>
    /// <param name="text">One line.</param>
    public static string Beginning(string text)
    {
        var (found, at) = (0, 0);
        while (found < Wanted && at < text.Length) found += EndsAt(text, at++) ? 1 : 0;
        if (at <= Longest) return text[..at].TrimEnd();

        var blank = text.LastIndexOf(' ', Longest);
        return $"{text[..(blank > 0 ? blank : Longest)].TrimEnd(',', ';', ':', ' ')} …";
    }

    // “et al. show” and “e.g. a” go on; so does a formula's or a number's full stop.
    private static bool EndsAt(string text, int at) => text[at] switch
    {
        '。' or '！' or '？' => true,
        '.' or '!' or '?' => at + 2 < text.Length && text[at + 1] is ' ' && char.IsUpper(text[at + 2]) && WordBefore(text, at) is not ("al" or "cf" or "vs" or "Fig" or "Eq" or "Sec" or { Length: 1 }),
        _ => false,
    };

    private static string WordBefore(string text, int at)
    {
        var start = at;
        while (start > 0 && char.IsLetter(text[start - 1])) start--;
        return text[start..at];
    }
}
