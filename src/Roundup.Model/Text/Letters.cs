using System.Text;

namespace Roundup.Model.Text;

public static class Letters
{
    /// <summary>
    /// A text in a normal form (Unicode Standard Annex 15). What the platform refuses to normalise, U+FFFE and half of a surrogate pair,
    /// becomes U+FFFD first: a stranger may send it, and no stranger's text is worth an exception.
    /// </summary>
    public static string Normal(string text, NormalizationForm form = NormalizationForm.FormC)
    {
        var whole = text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF') ? Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)) : text;
        return whole.Replace('\uFFFE', '\uFFFD').Normalize(form);
    }

    /// <summary>A text as both databases keep it: without U+0000, which PostgreSQL refuses, and with U+FFFD for half of a surrogate pair.</summary>
    public static string Keepable(string text)
    {
        var whole = text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF') ? Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)) : text;
        return whole.Replace("\0", "", StringComparison.Ordinal);
    }

    /// <summary>The beginning of a text. Never half of a character outside the first plane, which PostgreSQL refuses.</summary>
    /// <param name="limit">In UTF-16 units, as .NET counts and as both databases' columns allow at least.</param>
    public static string Cut(string text, int limit) =>
        text.Length <= limit ? text : text[..(limit > 0 && char.IsHighSurrogate(text[limit - 1]) ? limit - 1 : limit)];

    /// <summary>Letters and digits alone, lower case, without accents: what is left of a text when only its words count.</summary>
    public static string Only(string text)
    {
        var letters = new StringBuilder(text.Length);
        foreach (var rune in Normal(text, NormalizationForm.FormKD).EnumerateRunes())
            if (Rune.IsLetterOrDigit(rune)) letters.Append(Rune.ToLowerInvariant(rune).ToString());
        return letters.ToString();
    }
}
