using System.Globalization;
using System.Text;
using Roundup.Model.Text;

namespace Roundup.Model.Search;

/// <summary>A word of a text as it is searched for, and where it stands there.</summary>
/// <param name="Text">Lower case, without accents, in compatibility form: what is compared.</param>
/// <param name="Start">In UTF-16 units.</param>
public readonly record struct FoundWord(string Text, int Start, int Length)
{
    public int End => Start + Length;
}

/// <summary>
/// Cuts texts into words, the same for what is kept and what is asked, on both databases: case, accents, ligatures and width don't count. Scripts that
/// put no spaces between words are cut into single letters. A letter with marks behind it is a name of its own: C, C++ and C# are three.
/// </summary>
public static class SearchWords
{
    /// <summary>In characters; of a longer word the beginning counts.</summary>
    public const int Longest = 60;

    // Stand for + # * in a word, which databases take for signs; nobody can type them, since a rune is no letter here.
    private const string Signs = "+#*", Runes = "ᛜᛝᛞ";

    /// <summary>Never fails, whatever is in the text.</summary>
    // Long because what it calls shares the word that is being read; every text of every paper goes through here.
    public static List<FoundWord> In(string text)
    {
        var words = new List<FoundWord>(text.Length / 6 + 1);
        var (word, start, end) = (new StringBuilder(Longest), -1, 0);
        for (var at = 0; at < text.Length;)
        {
            var length = 1;
            if (char.IsAscii(text[at]))
            {
                if (char.IsAsciiLetterOrDigit(text[at])) Take(word, char.ToLowerInvariant(text[at]));
                else if (SignsBehind(text, at, word) is { Length: > 0 } signs)
                {
                    word.Append(signs);
                    length = signs.Length;
                    end = at + length;
                    Close();
                }
                else Close();
            }
            else length = TakeOther(text, at);

            if (word.Length > 0 && start < 0) start = at;
            at += length;
            if (start >= 0 && word.Length > 0) end = at;
        }

        Close();
        return words;

        int TakeOther(string whole, int at)
        {
            Rune.DecodeFromUtf16(whole.AsSpan(at), out var rune, out var length);
            if (IsWordByItself(rune.Value))
            {
                Close();
                words.Add(new(Folded(rune), at, length));
            }
            else if (Folded(rune) is { Length: > 0 } letters) Take(word, letters);
            else if (!IsPassedOver(rune)) Close();
            return length;
        }

        void Close()
        {
            if (word.Length > 0) words.Add(new(word.ToString(), start, end - start));
            word.Clear();
            start = -1;
        }
    }

    /// <summary>The words alone.</summary>
    public static List<string> Of(string text) => In(text).ConvertAll(w => w.Text);

    /// <summary>A text as one line of its words: a key by which two spellings of a name are one.</summary>
    public static string Key(string text) => string.Join('-', In(text).Select(w => w.Text.TrimEnd(Runes.ToCharArray())));

    // As Topic.KeyOf, of a single letter alone: 10+ and Llama+ are found without their marks too.
    private static string SignsBehind(string text, int at, StringBuilder word)
    {
        if (word.Length != 1 || !Signs.Contains(text[at], StringComparison.Ordinal) || !char.IsLetter(text[at - 1])) return "";

        var end = at + 1;
        while (end < text.Length && end < at + 3 && Signs.Contains(text[end], StringComparison.Ordinal)) end++;
        var isWithin = end < text.Length && (char.IsLetter(text[end]) || Signs.Contains(text[end], StringComparison.Ordinal));
        return isWithin ? "" : string.Concat(text[at..end].Select(sign => Runes[Signs.IndexOf(sign, StringComparison.Ordinal)]));
    }

    private static void Take(StringBuilder word, char letter)
    {
        if (word.Length < Longest) word.Append(letter);
    }

    private static void Take(StringBuilder word, string letters)
    {
        if (word.Length + letters.Length <= Longest) word.Append(letters);
    }

    // Accents, vowel signs, joiners and soft hyphens stand within words and are not compared.
    private static bool IsPassedOver(Rune rune) => Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format;

    private static string Folded(Rune rune)
    {
        // Runes mark what an index knows of a document beyond its words; see SearchMarks.
        if (rune.Value is >= 0x16A0 and <= 0x16FF) return "";
        if (Letters.Spelt(rune.Value) is { } spelt) return spelt;
        if (!Rune.IsLetterOrDigit(rune) && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber)) return "";

        var letters = "";
        foreach (var part in Letters.Normal(rune.ToString(), NormalizationForm.FormKD).EnumerateRunes())
            if (Rune.IsLetterOrDigit(part)) letters += Letters.Spelt(part.Value) ?? Rune.ToLowerInvariant(part).ToString();
        return letters;
    }

    // Thai to Khmer, and what is written in ideographs or syllables; Korean has spaces.
    private static bool IsWordByItself(int letter) => letter is
        (>= 0x0E00 and <= 0x0E30) or (>= 0x0E80 and <= 0x0EB0) or (>= 0x1000 and <= 0x102A) or (>= 0x1780 and <= 0x17B3)
        or 0x3005 or (>= 0x3041 and <= 0x3096) or (>= 0x30A1 and <= 0x30FC) or (>= 0x3400 and <= 0x4DBF) or (>= 0x4E00 and <= 0x9FFF)
        or (>= 0xA000 and <= 0xA48C) or (>= 0xF900 and <= 0xFAFF) or (>= 0xFF66 and <= 0xFF9D) or (>= 0x20000 and <= 0x323AF);
}
