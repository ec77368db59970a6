using System.Globalization;
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

    /// <summary>
    /// A name as a stranger may print it: one line, without marks that show nothing or turn the direction of what follows, and with at most
    /// three accents on a letter. Empty where nothing is left that can be seen.
    /// </summary>
    public static string Name(string typed)
    {
        var (name, accents, seen) = (new StringBuilder(typed.Length), 0, false);
        foreach (var rune in Normal(Keepable(typed)).EnumerateRunes())
        {
            var category = Rune.GetUnicodeCategory(rune);
            accents = category is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark ? accents + 1 : 0;
            if (category is UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned || accents > 3) continue;
            // Letters of Korean and a pattern of Braille that are drawn as nothing.
            if (rune.Value is 0x115F or 0x1160 or 0x3164 or 0xFFA0 or 0x2800) continue;

            var blank = Rune.IsWhiteSpace(rune) || Rune.IsControl(rune);
            name.Append(blank ? " " : rune.ToString());
            seen |= Rune.IsLetterOrDigit(rune);
        }

        return seen ? string.Join(' ', name.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries)) : "";
    }

    /// <summary>How a letter that no normal form takes apart is spelt where accents don't count: ss for ß, l for Ł; null for every other one.</summary>
    public static string? Spelt(int letter) => letter switch
    {
        'ß' or 'ẞ' => "ss",
        'æ' or 'Æ' => "ae",
        'œ' or 'Œ' => "oe",
        'ø' or 'Ø' => "o",
        'ł' or 'Ł' => "l",
        'đ' or 'Đ' or 'ð' or 'Ð' => "d",
        'þ' or 'Þ' => "th",
        'ħ' or 'Ħ' => "h",
        'ı' => "i",
        'ς' => "σ",
        _ => null,
    };

    /// <summary>Letters and digits alone, lower case, without accents: what is left of a text when only its words count.</summary>
    public static string Only(string text)
    {
        var letters = new StringBuilder(text.Length);
        foreach (var rune in Normal(text, NormalizationForm.FormKD).EnumerateRunes())
            if (Rune.IsLetterOrDigit(rune)) letters.Append(Spelt(rune.Value) ?? Rune.ToLowerInvariant(rune).ToString());
        return letters.ToString();
    }
}
