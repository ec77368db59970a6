using System.Text;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Roundup.Formats;

// The text without its marks, for descriptions and snippets.
public static partial class SafeMarkdown
{
    /// <summary>
    /// The words of a Markdown text, a line for each paragraph, heading, list item and table cell. Plain text, not HTML: escape it.
    /// Never fails; a text too long or too tangled to parse comes back as it is written.
    /// </summary>
    public static string ToPlainText(string markdown)
    {
        if (markdown.Length > MaxEditorialLength || Parse(markdown, ProseKind.Editorial) is not { } document) return markdown.Trim();
        var words = new StringBuilder(markdown.Length);
        foreach (var node in document.Descendants())
        {
            if (node is LeafBlock && words.Length > 0 && words[^1] is not '\n') words.Append('\n');
            if (node is CodeBlock code) words.Append(code.Lines.ToString());
            else words.Append(Words(node));
        }

        return words.ToString().Trim();
    }

    /// <summary>How many pictures of a Markdown text say nothing to those who can't see them. 0 for a text too long or too tangled to parse.</summary>
    public static int WordlessImages(string markdown)
    {
        if (!markdown.Contains("![", StringComparison.Ordinal) || markdown.Length > MaxEditorialLength || Tangle.IsTooTangled(markdown)) return 0;
        try
        {
            return Markdown.Parse(markdown, Pipelines[ProseKind.Editorial]).Descendants<LinkInline>().Count(link => link.IsImage && !link.Descendants().Any(IsWord));
        }
        catch (ArgumentException)
        {
            // Nested beyond Markdig's limit, as in Parse.
            return 0;
        }
    }

    private static bool IsWord(MarkdownObject node) => !string.IsNullOrWhiteSpace(Words(node));

    private static string Words(MarkdownObject node) => node switch
    {
        LiteralInline literal => literal.Content.ToString(),
        CodeInline code => code.Content,
        Formula formula => formula.Source,
        AutolinkInline link => link.Url,
        HtmlEntityInline entity => entity.Transcoded.ToString(),
        LineBreakInline => " ",
        _ => "",
    };
}
