using System.Text.RegularExpressions;

namespace Roundup.Formats.Reading;

/// <summary>HTML within Markdown, as READMEs have it: what Markdown can say is said in Markdown, the rest of the tags go.</summary>
internal static partial class MarkdownTags
{
    public static string Clean(string markdown)
    {
        if (!markdown.Contains('<')) return markdown;
        var text = CommentPattern().Replace(markdown, "");
        text = ScriptPattern().Replace(text, "");
        text = BreakPattern().Replace(text, TableCutter.BreakInCell.ToString());
        text = LinkPattern().Replace(text, match => $"[{match.Groups["text"].Value.Trim()}]({match.Groups["url"].Value})");
        text = ImagePattern().Replace(text, match => $"![{AltPattern().Match(match.Value).Groups[1].Value}]({SourcePattern().Match(match.Value).Groups[1].Value})");
        text = BoldPattern().Replace(text, "**");
        text = ItalicPattern().Replace(text, "*");
        text = BlockPattern().Replace(text, "\n\n");
        return OutsideTables(TagPattern().Replace(text, ""));
    }

    /// <summary>In a table's row a break stays in its cell; elsewhere it ends the line.</summary>
    private static string OutsideTables(string text) => !text.Contains(TableCutter.BreakInCell) ? text
        : string.Join('\n', text.Split('\n').Select(line => line.TrimStart().StartsWith('|') ? line : line.Replace(TableCutter.BreakInCell, '\n')));

    [GeneratedRegex(@"<!--[^>]*?(?:>[^>]*?){0,20}-->")]
    private static partial Regex CommentPattern();

    [GeneratedRegex(@"<(script|style)\b[^>]{0,500}>[\s\S]{0,200000}?</\1\s*>", RegexOptions.IgnoreCase)]
    private static partial Regex ScriptPattern();

    [GeneratedRegex(@"\s?<br\s*/?>[ ]?", RegexOptions.IgnoreCase)]
    private static partial Regex BreakPattern();

    [GeneratedRegex(@"<a\s[^<>]{0,300}?href\s*=\s*[""']?(?<url>[^""'\s<>]{1,2000})[""']?[^<>]{0,500}>(?<text>[^<]{0,600}(?:<(?!/a)[^<>]{0,200}>[^<]{0,400}){0,6})</a\s*>", RegexOptions.IgnoreCase)]
    private static partial Regex LinkPattern();

    [GeneratedRegex(@"<img\b[^<>]{0,1500}>", RegexOptions.IgnoreCase)]
    private static partial Regex ImagePattern();

    [GeneratedRegex(@"\balt\s*=\s*[""']([^""'\[\]]{0,300})[""']", RegexOptions.IgnoreCase)]
    private static partial Regex AltPattern();

    [GeneratedRegex(@"\bsrc\s*=\s*[""']?([^""'\s<>()]{1,1500})", RegexOptions.IgnoreCase)]
    private static partial Regex SourcePattern();

    [GeneratedRegex(@"</?(b|strong)>", RegexOptions.IgnoreCase)]
    private static partial Regex BoldPattern();

    [GeneratedRegex(@"</?(i|em|cite)>", RegexOptions.IgnoreCase)]
    private static partial Regex ItalicPattern();

    [GeneratedRegex(@"</?(p|div|details|summary|center|section|article|ul|ol|blockquote|h[1-6])\b[^<>]{0,300}>", RegexOptions.IgnoreCase)]
    private static partial Regex BlockPattern();

    [GeneratedRegex(@"</?(a|span|font|sub|sup|u|s|small|mark|kbd|li|dl|dt|dd|table|tr|td|th|tbody|thead|picture|source|video|iframe|svg|path|code|pre|big|ins|del|hr|nobr|wbr|tt|strong|b|em|i)\b[^<>]{0,500}>", RegexOptions.IgnoreCase)]
    private static partial Regex TagPattern();
}
