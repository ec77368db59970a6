using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Roundup.Sources;

/// <summary>Text out of the markup that sources put around it: HTML, JATS, either of them escaped once more.</summary>
internal static class MarkupText
{
    /// <summary>Plain text in one line, as <see cref="PaperText.Clean"/> leaves it; "" for nothing. Text without markup comes back as it is.</summary>
    public static string Clean(string? markup)
    {
        if (string.IsNullOrWhiteSpace(markup)) return "";

        var text = markup.Contains("&lt;", StringComparison.Ordinal) ? WebUtility.HtmlDecode(markup) : markup;
        if (!text.Contains('<')) return PaperText.Clean(text);

        var body = new HtmlParser().ParseDocument(text).Body;
        return PaperText.Clean(body is null ? "" : string.Concat(body.Descendants().OfType<IText>().Select(t => t.Data)));
    }
}
