using System.Text;
using Roundup.Formats.Mail;
using Roundup.Model.Text;

namespace Roundup.Formats;

/// <summary>Finds maths that readers would see as TeX: written with its delimiters, and not set.</summary>
public static class UnsetMaths
{
    /// <param name="html">Stored HTML. What stands in code is meant as it is written.</param>
    public static bool IsIn(SafeHtml html)
    {
        var text = html.ToString();
        if (text.AsSpan().IndexOfAny('$', '\\') < 0) return false;

        var (words, code) = (new StringBuilder(text.Length), 0);
        foreach (var piece in HtmlPiece.Of(html))
        {
            if (piece.Tag is "code" or "pre") code += piece.IsEnd ? -1 : 1;
            if (piece.Tag is not "") words.Append(HtmlPiece.IsBlock(piece.Tag) ? "\n\n" : "");
            else if (code == 0) words.Append(piece.IsFormula ? "·" : piece.Words);
        }

        return MathsInText.Find(words.ToString()).Any();
    }

    /// <param name="html">As <see cref="Line.Html"/>; empty for a title that stands as it is written.</param>
    public static bool IsIn(string title, SafeHtml html) => html.IsEmpty ? MathsInText.Find(title).Any() : IsIn(html);
}
