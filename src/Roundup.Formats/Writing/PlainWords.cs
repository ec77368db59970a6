using Roundup.Formats.Mail;
using Roundup.Model.Text;

namespace Roundup.Formats.Writing;

/// <summary>The words of stored HTML on one line, formulas as TeX.</summary>
public static class PlainWords
{
    /// <param name="most">In characters; what is longer ends with an ellipsis.</param>
    public static string Of(SafeHtml html, int most)
    {
        var line = HtmlPiece.Line(html);
        return line.Length <= most ? line : $"{Letters.Cut(line, most - 1).TrimEnd()}…";
    }
}
