using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Roundup.Model.Text;

namespace Roundup.Web.Site;

/// <summary>The one place where text goes into a page as it is.</summary>
public static class SafeHtmlWriting
{
    public static IHtmlContent Raw(this SafeHtml html) => new Content(html);

    /// <summary>A title with its maths set, where it has any.</summary>
    /// <param name="html">As <see cref="Model.Papers.Paper.TitleHtml"/>: empty for a title that is plain text.</param>
    public static IHtmlContent Title(string title, SafeHtml html) => html.IsEmpty ? new StringHtmlContent(title) : html.Raw();

    private sealed class Content(SafeHtml html) : IHtmlContent
    {
        public void WriteTo(TextWriter writer, HtmlEncoder encoder) => writer.Write(html.ToString());
    }
}
