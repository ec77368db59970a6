using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Roundup.Formats.Reading;

/// <summary>Turns HTML, from a page, a mail or a word processor, into Markdown. The walk keeps its own stack: no nesting is too deep.</summary>
internal sealed partial class HtmlPaste
{
    /// <summary>The parser takes time with the square of the depth; beyond this the tags are only stripped.</summary>
    private const int DeepestNesting = 400;

    private readonly MarkdownWriter _writer = new();
    private readonly Dictionary<IElement, bool> _layouts = [];

    /// <summary>Whether the paste is HTML, and not Markdown with some tags in it.</summary>
    public static bool IsHtml(string text)
    {
        var start = text.AsSpan().TrimStart();
        if (start.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase) || start.StartsWith("<html", StringComparison.OrdinalIgnoreCase)) return true;
        var tags = BlockTag().Count(text);
        return tags > 0 && start.Length > 0 && (start[0] == '<' || tags > 2) && tags > MarkdownMark().Count(text);
    }

    public static Pasted Read(string html)
    {
        if (Depth(html) > DeepestNesting) return new Pasted(TagOrComment().Replace(SilentPart().Replace(html, ""), "\n"), null);
        using var document = new HtmlParser().ParseDocument(html);
        var paste = new HtmlPaste();
        if (document.Body is { } body) paste.Walk(body);
        var title = document.QuerySelector("head > title")?.TextContent ?? document.Title;
        return new Pasted(paste._writer.ToString(), SiteSuffix.Cut(title));
    }

    private void Walk(INode root)
    {
        var node = root.FirstChild;
        while (node is not null)
        {
            if (node is IText text) _writer.Text(text.Data);
            var goesIn = node is IElement element && Enter(element) && node.HasChildNodes;
            if (goesIn)
            {
                node = node.FirstChild;
                continue;
            }

            if (node is IElement { HasChildNodes: false } empty && !IsSilent(empty)) Leave(empty);
            while (node is not null && node.NextSibling is null && node != root)
            {
                node = node.Parent;
                if (node is IElement parent && node != root) Leave(parent);
            }

            node = node is null || node == root ? null : node.NextSibling;
        }

        _writer.EndBlock();
    }

    private bool Enter(IElement element)
    {
        if (IsSilent(element)) return false;
        var tag = element.LocalName;
        if (tag == "br") _writer.Break();
        else if (tag == "hr") _writer.Rule();
        else if (tag == "img") _writer.Image(element.GetAttribute("alt"), element.GetAttribute("src"));
        else if (tag is "td" or "th" && IsLayout(element)) _writer.Open("div", null, default);
        else if (tag is "tr" or "table" && IsLayoutTable(element)) _writer.Open("div", null, default);
        else _writer.Open(tag, element.GetAttribute(tag == "a" ? "href" : "start"), HtmlDress.Of(element));
        return true;
    }

    private void Leave(IElement element)
    {
        var tag = element.LocalName;
        if (tag is "br" or "hr" or "img") return;
        var isLayout = (tag is "td" or "th" && IsLayout(element)) || (tag is "tr" or "table" && IsLayoutTable(element));
        _writer.Close(isLayout ? "div" : tag);
    }

    private static bool IsSilent(IElement element) =>
        element.LocalName is "script" or "style" or "noscript" or "template" or "svg" or "iframe" or "object" or "link" or "meta" or "title" or "head" or "input" or "select";

    /// <summary>Mails lay out whole pages in tables: a cell with headings, paragraphs or tables in it is no cell.</summary>
    private bool IsLayout(IElement cell) => TableOf(cell) is not { } table || IsLayoutTable(table);

    private bool IsLayoutTable(IElement element)
    {
        var table = element.LocalName == "table" ? element : TableOf(element);
        if (table is null) return true;
        if (_layouts.TryGetValue(table, out var known)) return known;
        return _layouts[table] = table.QuerySelector("td table, td h1, td h2, td h3, td p + p, td p + div, td ul, td blockquote") is not null
            || !table.QuerySelectorAll("tr").Take(50).Any(row => row.ChildElementCount > 1);
    }

    private static IElement? TableOf(IElement element)
    {
        var parent = element.ParentElement;
        while (parent is not null && parent.LocalName != "table") parent = parent.ParentElement;
        return parent;
    }

    private static int Depth(string html)
    {
        var depth = 0;
        var deepest = 0;
        foreach (var tag in AnyTag().EnumerateMatches(html))
        {
            var text = html.AsSpan(tag.Index, tag.Length);
            if (text[1] == '/') depth = Math.Max(0, depth - 1);
            else if (!text.EndsWith("/>") && !VoidTag().IsMatch(text)) deepest = Math.Max(deepest, ++depth);
        }

        return deepest;
    }

    [GeneratedRegex(@"</(p|div|h[1-6]|li|ul|ol|table|tr|td|article|section|blockquote)\s*>|<(p|h[1-6]|li|tr|td|article|meta|table)\b[^<>]*>", RegexOptions.IgnoreCase)]
    private static partial Regex BlockTag();

    [GeneratedRegex(@"^\s{0,3}(#{1,6} |[-*+] |\d+\. |\||>)|\]\(", RegexOptions.Multiline)]
    private static partial Regex MarkdownMark();

    [GeneratedRegex(@"</?[a-zA-Z][^<>]{0,2000}>")]
    private static partial Regex AnyTag();

    /// <summary>Tags that hold nothing, and those that a later one of their kind closes.</summary>
    [GeneratedRegex(@"^<(br|hr|img|meta|link|input|col|source|wbr|area|base|embed|track|p|li|td|tr|th|dt|dd|option|tbody|thead|html|body|head|!)\b", RegexOptions.IgnoreCase)]
    private static partial Regex VoidTag();

    [GeneratedRegex(@"<!--|-->|</?[a-zA-Z!][^<>]{0,2000}>")]
    private static partial Regex TagOrComment();

    [GeneratedRegex(@"<(script|style)\b[^<>]{0,500}>[^<]{0,100000}</(script|style)>", RegexOptions.IgnoreCase)]
    private static partial Regex SilentPart();
}
