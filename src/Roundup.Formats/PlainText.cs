using System.Net;
using System.Text;
using Roundup.Formats.Maths;
using Roundup.Model.Text;

namespace Roundup.Formats;

/// <summary>
/// Text that is not Markdown (abstracts of papers): shown as it is, with paragraphs at blank lines and links where addresses stand.
/// Maths (<c>$…$</c>) becomes MathML; what can't be read as maths stays as written. TeX's dashes and quotation marks are set (<see cref="TexSigns"/>).
/// </summary>
public static partial class PlainText
{
    /// <summary>
    /// The version of the rendering, kept beside stored HTML. Raise it when the output changes, so that stored text is rendered again.
    /// 1 left maths as written, 2 TeX's dashes and quotation marks.
    /// </summary>
    public const int Renderer = 3;

    // A text in thousands of paragraphs is an attack or a listing: it is shown as a listing, in one element.
    private const int MaxParagraphs = 4_000;

    private const int MaxLinks = 2_000;

    /// <summary>
    /// Whether maths can be set at all: false where the build left the library out. Waits for the library to load, twenty seconds at most.
    /// </summary>
    public static bool SetsMaths => TexMaths.IsReady();

    /// <summary>The text as readers see it. Never fails, whatever is in it; a text of any length is rendered.</summary>
    public static Prose Render(string text) =>
        string.IsNullOrWhiteSpace(text)
            ? Prose.Empty with { Source = text }
            : new(text, WithMaths(text, words => Html(TexSigns.Set(words), ProseKind.Editorial)), Renderer);

    /// <summary>
    /// A text as one line, a title above all, to stand in a heading or a link: maths as MathML, and everything else, addresses too, as it is
    /// written. Never fails.
    /// </summary>
    public static SafeHtml Line(string text) =>
        WithMaths(string.Join(' ', text.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries)), words => new(Sanitiser.Escape(words)));

    /// <summary>Paragraphs and links of a text that is taken as written.</summary>
    internal static SafeHtml Html(string text, ProseKind kind)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var html = new StringBuilder(text.Length + 64);
        var paragraphs = 0;
        var links = 0;
        var open = false;
        foreach (var line in lines)
        {
            if (string.IsNullOrWhiteSpace(line))
            {
                if (open) html.Append("</p>\n");
                open = false;
                continue;
            }

            if (!open && ++paragraphs > MaxParagraphs) return Listing(text, kind);
            html.Append(open ? "\n" : "<p>");
            open = true;
            AppendLinked(html, line.AsSpan().Trim(), ref links);
        }

        if (open) html.Append("</p>\n");
        return Sanitiser.Clean(html.ToString(), kind);
    }

    /// <summary>Text in which every character stands for itself.</summary>
    private static string Escape(ReadOnlySpan<char> text) => WebUtility.HtmlEncode(text.ToString());

    // HTML drops a line end that a listing begins with.
    private static SafeHtml Listing(string text, ProseKind kind) => Sanitiser.Clean($"<pre>{Escape(text.TrimStart('\n', '\r'))}</pre>", kind);

    private static void AppendLinked(StringBuilder html, ReadOnlySpan<char> line, ref int links)
    {
        var rest = line;
        while (links < MaxLinks && Address.Find(rest) is { Length: > 0 } found)
        {
            var address = Escape(rest.Slice(found.Start, found.Length));
            html.Append(Escape(rest[..found.Start]));
            html.Append("<a href=\"").Append(address).Append("\">").Append(address).Append("</a>");
            rest = rest[(found.Start + found.Length)..];
            links++;
        }

        html.Append(Escape(rest));
    }
}
