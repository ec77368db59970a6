using Markdig;
using Markdig.Renderers;
using Markdig.Syntax;
using Roundup.Formats.Maths;
using Roundup.Model;
using Roundup.Model.Text;

namespace Roundup.Formats;

/// <summary>Who wrote the text, which decides what it may hold.</summary>
public enum ProseKind
{
    /// <summary>By an editor: headings, lists, quotes, code, tables, links, emphasis, strikethrough, rules, maths between dollars.</summary>
    Editorial,

    /// <summary>By a reader: emphasis, links, lists, quotes, code, a little maths. A line break is kept, and links don't vouch for their target.</summary>
    Comment,
}

/// <summary>
/// Markdown to HTML that is safe to write into a page. Raw HTML is shown as it is written; images become links, for a picture
/// from elsewhere would tell that place about each reader. What is too tangled to parse in a bounded time is shown as it is
/// written, paragraph by paragraph, so that nothing is lost.
/// </summary>
public static partial class SafeMarkdown
{
    /// <summary>
    /// The version of the rendering, kept beside stored HTML. Raise it when the output changes, so that stored text is rendered again.
    /// </summary>
    public const int Renderer = 2;

    public const int MaxEditorialLength = 200_000;

    public const int MaxCommentLength = 10_000;

    /// <summary>Renders Markdown. The source is kept exactly as it is given.</summary>
    /// <returns>Null, or why the text can't be kept; <paramref name="prose"/> is then empty.</returns>
    public static Refusal? Render(string markdown, ProseKind kind, out Prose prose)
    {
        prose = Prose.Empty;
        if (Refuse(markdown, kind) is { } refusal) return refusal;
        prose = string.IsNullOrWhiteSpace(markdown)
            ? Prose.Empty with { Source = markdown }
            : new(markdown, Html(markdown, kind), Renderer);
        return null;
    }

    private static Refusal? Refuse(string markdown, ProseKind kind)
    {
        var most = kind is ProseKind.Comment ? MaxCommentLength : MaxEditorialLength;
        if (markdown.Length > most)
        {
            return new(FormattableString.Invariant(
                $"This text has {markdown.Length:N0} characters; {most:N0} is the most. Shorten it or split it in two."));
        }

        // No database of ours keeps these two as they are, so the source would not come back as it was written.
        return Unkeepable(markdown) is var line and > 0
            ? new($"Line {line} has a broken character that can't be kept. Delete it or type it again.")
            : null;
    }

    private static int Unkeepable(string text)
    {
        var line = 1;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is '\n') line++;
            if (text[i] is '\0') return line;
            if (!char.IsSurrogate(text[i])) continue;
            if (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[i + 1])) return line;
            i++;
        }

        return 0;
    }

    private static SafeHtml Html(string markdown, ProseKind kind)
    {
        if (Parse(FormulaMarks.Without(markdown), kind) is not { } document) return PlainText.Html(markdown, kind);
        var formulas = Set(document, kind);
        var html = Sanitiser.Clean(Write(document, kind), kind);
        return formulas is [] ? html : FormulaMarks.PutBack(html.ToString(), formulas) ?? PlainText.Html(markdown, kind);
    }

    /// <summary>The text as a tree whose size and depth are bounded; null when it would be larger.</summary>
    private static MarkdownDocument? Parse(string markdown, ProseKind kind)
    {
        if (Tangle.IsTooTangled(markdown)) return null;
        try
        {
            var document = Markdown.Parse(markdown, Pipelines[kind]);
            return Tangle.IsTooLarge(document) ? null : Settle(document);
        }
        catch (ArgumentException)
        {
            // Markdig's answer to blocks nested beyond its limit of 128.
            return null;
        }
    }

    private static string Write(MarkdownDocument document, ProseKind kind)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        var renderer = new HtmlRenderer(writer);
        Pipelines[kind].Setup(renderer);
        renderer.ObjectRenderers.Insert(0, new Marks());
        renderer.Render(document);
        return writer.ToString();
    }
}
