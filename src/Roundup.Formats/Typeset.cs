using System.Net;
using Roundup.Model.Text;

namespace Roundup.Formats;

/// <summary>Titles as readers see them.</summary>
public static class Typeset
{
    /// <summary>One line of plain text; maths between dollars is set.</summary>
    public static Line Line(string text) => new(text, text.Contains('$') ? new SafeHtml(WebUtility.HtmlEncode(text)) : SafeHtml.Empty);
}
