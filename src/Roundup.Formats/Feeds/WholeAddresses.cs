using System.Text;
using Roundup.Model.Text;

namespace Roundup.Formats.Feeds;

/// <summary>Stored HTML for readers elsewhere, who don't know which page it stands on.</summary>
public static class WholeAddresses
{
    private const string Attribute = " href=\"";

    /// <summary>The same HTML with its links made whole.</summary>
    /// <param name="site">Where paths lead, without a slash at the end.</param>
    /// <param name="page">Where a place on the page (#e-7) leads: a whole address.</param>
    public static string In(SafeHtml safe, string site, string page)
    {
        var html = safe.ToString();
        if (!html.Contains(Attribute, StringComparison.Ordinal)) return html;

        var whole = new StringBuilder(html.Length + 256);
        for (var at = 0; at < html.Length;)
        {
            // Stored HTML was written by us: an angle bracket is a tag, and a double quote within an attribute is escaped.
            var open = html.IndexOf('<', at);
            var close = open < 0 ? -1 : html.IndexOf('>', open);
            if (close < 0) return whole.Append(html, at, html.Length - at).ToString();

            whole.Append(html, at, open - at).Append(Tag(html[open..(close + 1)], site, page));
            at = close + 1;
        }

        return whole.ToString();
    }

    private static string Tag(string tag, string site, string page)
    {
        var start = tag.IndexOf(Attribute, StringComparison.Ordinal);
        if (start < 0 || !tag.StartsWith("<a ", StringComparison.Ordinal)) return tag;

        var value = start + Attribute.Length;
        return tag[value] switch
        {
            '/' => tag.Insert(value, Escape(site)),
            '#' => tag.Insert(value, Escape(page)),
            _ => tag,
        };
    }

    private static string Escape(string address) => address.Replace("&", "&amp;", StringComparison.Ordinal).Replace("\"", "&quot;", StringComparison.Ordinal);
}
