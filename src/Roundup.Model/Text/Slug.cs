using System.Globalization;
using System.Text;

namespace Roundup.Model.Text;

public static class Slug
{
    /// <summary>In characters; a longer title is cut at a word.</summary>
    public const int MaxLength = 80;

    /// <summary>
    /// A title as a part of an address: lower case, ASCII letters and digits, hyphens between words. Accents are dropped,
    /// letters like ß spelt out, other scripts dropped too; what is left may be empty, and then the address does without.
    /// </summary>
    public static string Of(string title)
    {
        var slug = new StringBuilder();
        foreach (var character in Letters.Normal(title, NormalizationForm.FormKD))
        {
            if (char.GetUnicodeCategory(character) is UnicodeCategory.NonSpacingMark) continue;
            if (character is '\'' or '’') continue;
            if (char.IsAsciiLetterOrDigit(character)) slug.Append(char.ToLowerInvariant(character));
            else if (Letters.Spelt(character) is { } spelt && char.IsAscii(spelt[0])) slug.Append(spelt);
            else if (slug.Length > 0 && slug[^1] != '-') slug.Append('-');
        }

        var whole = slug.ToString().Trim('-');
        if (whole.Length <= MaxLength) return whole;
        var cut = whole.LastIndexOf('-', MaxLength);
        return cut > 0 ? whole[..cut] : whole[..MaxLength];
    }

    /// <summary>The same for what an issue is called: what stands below every issue's address already is never one of its names.</summary>
    public static string OfIssue(string heading) => Of(heading) is var slug && slug is "comment" ? "a-comment" : slug;
}
