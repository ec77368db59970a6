using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Roundup.Model.Text;

namespace Roundup.Sources.Pages;

/// <summary>Makes what a page says plain: one line, no markup, nothing invisible that could turn a line around.</summary>
internal static partial class PageText
{
    /// <summary>In characters; a longer abstract is somebody's whole article.</summary>
    public const int MaxLength = 20_000;

    /// <summary>Beyond this number of tags a text is not written in HTML but at it, and its tags are cut out without understanding them.</summary>
    private const int MostTags = 300;

    /// <summary>Of an attribute, in which markup may stand: bioRxiv writes <c>&lt;p&gt;</c> into its abstracts.</summary>
    public static string OfMarkup(string? source, int max = MaxLength)
    {
        var text = Visible(source, max);
        // "The <canvas> element" is a title; only what abstracts are marked up with is markup.
        if (!Tag().IsMatch(text)) return Plain(text);

        // Elements that no abstract is marked up with (pictures, scripts) are no text either.
        var clean = text.AsSpan().Count('<') > MostTags ? text : MarkupText.Clean(text);
        return Letters.Normal(Tag().IsMatch(clean) ? PaperText.Clean(AnyTag().Replace(clean, " ")) : clean);
    }

    /// <summary>Of text that has no markup left in it.</summary>
    public static string OfText(string? source, int max = MaxLength) => Plain(Visible(source, max));

    /// <summary>An abstract without the word before it and without the declarations that bioRxiv hangs behind it.</summary>
    public static string Abstract(string text)
    {
        if (text.IndexOf("### Competing Interest", StringComparison.Ordinal) is > 0 and var behind) text = text[..behind].TrimEnd();
        return Label().Replace(text, "").Trim();
    }

    private static string Plain(string text) => Letters.Normal(PaperText.Clean(text));

    private static string Visible(string? source, int max)
    {
        if (string.IsNullOrWhiteSpace(source)) return "";

        var end = Math.Min(source.Length, max);
        if (end < source.Length && char.IsHighSurrogate(source[end - 1])) end--;
        var visible = new StringBuilder(end);
        foreach (var c in source.AsSpan(0, end))
        {
            if (IsControl(c)) visible.Append(' ');
            else if (!IsInvisible(c)) visible.Append(c);
        }
        return visible.ToString();
    }

    private static bool IsControl(char c) =>
        char.IsControl(c) || char.GetUnicodeCategory(c) is UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    // Marks that turn the reading direction, and those that only stay behind. Joiners are part of how words are written (U+200C, U+200D).
    private static bool IsInvisible(char c) => c is
        '\u00AD' or '\u061C' or '\u200B' or '\u200E' or '\u200F' or (>= '\u202A' and <= '\u202E') or (>= '\u2060' and <= '\u206F') or '\uFEFF';

    [GeneratedRegex(@"(?:<|&lt;)/?(?:p|i|b|u|a|em|strong|sub|sup|br|div|span|h[1-6]|ul|ol|li|title|section|sec|italic|bold|monospace|script|style|img|svg|iframe|math|mml:[a-z]+|jats:[a-z-]+)(?:[\s/][^<]{0,500})?(?:>|&gt;|/>)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Tag();

    [GeneratedRegex("<[^<>]*>")]
    private static partial Regex AnyTag();

    [GeneratedRegex(@"^\W{0,3}(?:Abstract|ABSTRACT)(?:\s*[:.—–-]+\s*|\s+(?=[\p{Lu}\p{Nd}“""$]))", RegexOptions.CultureInvariant)]
    private static partial Regex Label();
}
