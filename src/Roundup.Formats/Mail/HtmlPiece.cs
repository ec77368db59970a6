using System.Net;
using Roundup.Model.Text;

namespace Roundup.Formats.Mail;

/// <summary>A tag or a run of words of stored HTML. A formula is words: its TeX between dollars, for mail programs know no MathML.</summary>
/// <param name="Tag">Empty for words.</param>
/// <param name="Words">Decoded.</param>
/// <param name="Value">Of the one attribute that counts: where a link leads, where a list starts. Decoded.</param>
internal readonly record struct HtmlPiece(string Tag, bool IsEnd, string Words, string Value)
{
    /// <summary>Whether the words are a formula's, which pages show set.</summary>
    public bool IsFormula { get; init; }

    /// <summary>Stored HTML was written by us, so that an angle bracket is a tag and every attribute has its double quotes.</summary>
    public static IEnumerable<HtmlPiece> Of(SafeHtml safe)
    {
        var html = safe.ToString();
        for (var at = 0; at < html.Length;)
        {
            var open = html.IndexOf('<', at);
            if (open != at)
            {
                var words = open < 0 ? html[at..] : html[at..open];
                yield return new("", false, WebUtility.HtmlDecode(words), "");
                at += words.Length;
                continue;
            }

            var close = html.IndexOf('>', at);
            if (close < 0) yield break;

            var tag = html[(at + 1)..close];
            at = close + 1;
            if (NameOf(tag) is not "math") yield return new(NameOf(tag), tag.StartsWith('/'), "", Attribute(tag, NameOf(tag) is "ol" ? "start" : "href"));
            else if (!tag.StartsWith('/'))
            {
                yield return new("", false, Formula(tag), "") { IsFormula = true };
                at = html.IndexOf("</math>", at, StringComparison.Ordinal) is var end and >= 0 ? end + "</math>".Length : html.Length;
            }
        }
    }

    /// <summary>All words on one line.</summary>
    public static string Line(SafeHtml html) => string.Join(' ', string.Concat(Of(html).Select(p => p.Tag is "" ? p.Words : IsBlock(p.Tag) ? " " : "")).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public static bool IsBlock(string tag) => tag is not ("" or "a" or "em" or "strong" or "del" or "code");

    private static string NameOf(string tag)
    {
        var name = tag.AsSpan().TrimStart('/');
        var end = name.IndexOfAny(' ', '/');
        return (end < 0 ? name : name[..end]).ToString();
    }

    private static string Attribute(string tag, string name)
    {
        var start = tag.IndexOf($" {name}=\"", StringComparison.Ordinal);
        if (start < 0) return "";

        start += name.Length + 3;
        return WebUtility.HtmlDecode(tag[start..tag.IndexOf('"', start)]);
    }

    private static string Formula(string tag) => tag.Contains(" display=\"block\"", StringComparison.Ordinal) ? $"$${Attribute(tag, "alttext")}$$" : $"${Attribute(tag, "alttext")}$";
}
