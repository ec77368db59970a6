using System.Runtime.CompilerServices;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Ganss.Xss;
using Roundup.Model.Text;

[assembly: InternalsVisibleTo("Roundup.Tests")]

namespace Roundup.Formats;

/// <summary>
/// The only maker of <see cref="SafeHtml"/>: parses HTML and keeps what is on the list below, nothing else.
/// One instance of each sanitiser serves all threads: HtmlSanitizer promises that sanitising is safe
/// for concurrent use as long as nobody changes its settings, and they are set here once.
/// </summary>
public static class Sanitiser
{
    /// <summary>What a link of a stranger tells search engines and the page it opens.</summary>
    internal const string StrangersRel = "ugc nofollow noopener";

    internal static readonly string[] Tags =
    [
        "p", "br", "hr", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote", "pre", "code", "em", "strong", "del",
        "a", "table", "thead", "tbody", "tr", "th", "td",
    ];

    // No attribute is allowed everywhere: a title on a paragraph or a start on a link has no business here.
    private static readonly Dictionary<string, string[]> Attributes = new(StringComparer.Ordinal)
    {
        ["a"] = ["href", "title"],
        ["ol"] = ["start"],
    };

    private static readonly HtmlParser Parser = new(new HtmlParserOptions { IsScripting = true });
    private static readonly HtmlSanitizer Ours = Strict(rel: null);
    private static readonly HtmlSanitizer Strangers = Strict(StrangersRel);

    /// <summary>
    /// Keeps the allowed elements of a fragment of HTML. An element that is not allowed goes with all that is in it, except
    /// a link without an address that we accept: its words stay.
    /// </summary>
    /// <param name="html">
    /// Any HTML is made safe, but not in a bounded time: 100,000 elements within one another take ten seconds. So this is for the
    /// renderers here, which bound what they write, and not for HTML from elsewhere.
    /// </param>
    /// <param name="kind">Links in comments are marked as a stranger's.</param>
    internal static SafeHtml Clean(string html, ProseKind kind)
    {
        using var document = Parser.ParseDocument("<!doctype html><html><body>" + html);
        if (document.Body is not { } body) return SafeHtml.Empty;
        var sanitiser = kind is ProseKind.Comment ? Strangers : Ours;
        sanitiser.SanitizeDom(document, body);
        var kept = new StringBuilder(html.Length);
        Write(body, kept);
        return new(kept.ToString());
    }

    private static HtmlSanitizer Strict(string? rel)
    {
        var sanitiser = new HtmlSanitizer(new HtmlSanitizerOptions
        {
            AllowedTags = new HashSet<string>(Tags),
            AllowedAttributes = new HashSet<string>(Attributes.Values.SelectMany(names => names)),
            AllowedSchemes = new HashSet<string> { "http", "https", "mailto" },
            UriAttributes = new HashSet<string> { "href" },
        });
        sanitiser.KeepChildNodes = false;
        sanitiser.FilterUrl += (_, url) => url.SanitizedUrl = Address.IsAcceptable(url.OriginalUrl) ? url.OriginalUrl : null;
        sanitiser.PostProcessNode += (_, processed) => Tighten(processed.Node as IElement, rel);
        return sanitiser;
    }

    private static void Tighten(IElement? element, string? rel)
    {
        if (element is null) return;
        var allowed = Attributes.GetValueOrDefault(element.LocalName, []);
        foreach (var attribute in element.Attributes.ToList())
        {
            if (!allowed.Contains(attribute.Name)) element.RemoveAttribute(attribute.Name);
        }

        if (element.LocalName is not "a") return;
        if (!element.HasAttribute("href")) element.Replace([.. element.ChildNodes]);
        else if (rel is not null) element.SetAttribute("rel", rel);
    }

    // As the HTML Standard serialises. AngleSharp's own writer takes time by the square of the nodes beside one another: half
    // a second for 20,000 rules.
    private static void Write(INode parent, StringBuilder html)
    {
        foreach (var node in parent.ChildNodes)
        {
            if (node is IText text) html.Append(Escape(text.Data));
            if (node is not IElement element) continue;
            html.Append('<').Append(element.LocalName);
            foreach (var attribute in element.Attributes)
            {
                html.Append(' ').Append(attribute.Name).Append("=\"").Append(Escape(attribute.Value).Replace("\"", "&quot;")).Append('"');
            }

            html.Append('>');
            if (element.LocalName is "br" or "hr") continue;
            Write(element, html);
            html.Append("</").Append(element.LocalName).Append('>');
        }
    }

    /// <summary>Text between tags in which every character stands for itself, as the HTML Standard serialises it.</summary>
    internal static string Escape(string text) =>
        text.Replace("&", "&amp;").Replace("\u00A0", "&nbsp;").Replace("<", "&lt;").Replace(">", "&gt;").Replace('\0', '\uFFFD').Replace('\uFFFF', '\uFFFD');
}
