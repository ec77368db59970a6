using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Roundup.Model.Text;

namespace Roundup.Web.Site;

/// <summary>The one place where text goes into a page as it is.</summary>
public static class SafeHtmlWriting
{
    // Letters of every script as they are; < > & ' + are escaped by every encoder but the relaxed one.
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static IHtmlContent Raw(this SafeHtml html) => new Content(html);

    /// <summary>A title with its maths set, where it has any.</summary>
    /// <param name="html">As <see cref="Model.Papers.Paper.TitleHtml"/>: empty for a title that is plain text.</param>
    public static IHtmlContent Title(string title, SafeHtml html) => html.IsEmpty ? new StringHtmlContent(title) : html.Raw();

    /// <summary>Data for programs within a page (JSON-LD). No browser runs it, and a policy against scripts does not look at it; nothing in it can end its element.</summary>
    public static IHtmlContent Data(JsonNode data) => new Block(data);

    // The encoder of its own accord escapes what HTML could take for a tag, an entity or the end of a script.
    private sealed class Block(JsonNode data) : IHtmlContent
    {
        public void WriteTo(TextWriter writer, HtmlEncoder encoder) => writer.Write(data.ToJsonString(Plain));
    }

    private sealed class Content(SafeHtml html) : IHtmlContent
    {
        public void WriteTo(TextWriter writer, HtmlEncoder encoder) => writer.Write(html.ToString());
    }
}
