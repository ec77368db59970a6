using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Roundup.Model.Text;

namespace Roundup.Web.Site;

/// <summary>The one place where text goes into a page as it is.</summary>
public static class SafeHtmlWriting
{
    public static IHtmlContent Raw(this SafeHtml html) => new Content(html);

    private sealed class Content(SafeHtml html) : IHtmlContent
    {
        public void WriteTo(TextWriter writer, HtmlEncoder encoder) => writer.Write(html.ToString());
    }
}
