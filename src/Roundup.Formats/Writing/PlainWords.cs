using System.Net;
using System.Text.RegularExpressions;
using Roundup.Formats.Mail;
using Roundup.Model.Text;

namespace Roundup.Formats.Writing;

/// <summary>The words of stored HTML on one line, formulas as TeX.</summary>
public static partial class PlainWords
{
    /// <param name="most">In characters; what is longer ends with an ellipsis.</param>
    public static string Of(SafeHtml html, int most)
    {
        var line = HtmlPiece.Line(html);
        return line.Length <= most ? line : $"{Letters.Cut(line, most - 1).TrimEnd()}…";
    }

    /// <summary>The words of stored HTML on one line, formulas in the letters and signs that a page shows: N=4, not \mathcal{N}=4.</summary>
    public static string Shown(SafeHtml html) =>
        string.Join(' ', Unseen().Replace(WebUtility.HtmlDecode(Tags().Replace(html.ToString(), "")), "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();

    // What tells programs that a function is applied, that factors are multiplied.
    [GeneratedRegex("[\u2061-\u2064\u200B]")]
    private static partial Regex Unseen();
}
