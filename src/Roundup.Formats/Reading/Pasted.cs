using System.Text.RegularExpressions;
using Roundup.Formats.Reading.References;
using Roundup.Model;

namespace Roundup.Formats.Reading;

/// <summary>A paste, made one kind of thing: Markdown.</summary>
/// <param name="PageTitle">What the page or the file calls itself, where that stands outside the text.</param>
internal sealed partial record Pasted(string Markdown, string? PageTitle)
{
    /// <summary>Entries of reference lists, which marks in the Markdown stand for.</summary>
    public IReadOnlyList<string> Sources { get; init; } = [];

    /// <summary>In characters. The longest roundups known have a twentieth of it.</summary>
    public const int MaxLength = 4_000_000;

    public static Refusal? Read(string paste, out Pasted pasted)
    {
        pasted = new Pasted("", null);
        if (paste.Length > MaxLength) return new($"This is too long: {paste.Length / 1_000_000.0:0.0} million characters, where {MaxLength / 1_000_000} million can be read at once. Paste one issue at a time.");
        if (IsBinary(paste)) return new("This is not text: it looks like a file of another kind, such as a PDF or a picture. Copy the words out of it, or paste links.");
        if (string.IsNullOrWhiteSpace(paste)) return new("There is nothing to read here: paste a post, or one link a line.");
        var text = Normal(paste);
        var (rest, sources) = text.AsSpan().TrimStart() is ['<', ..] ? (text, []) : ReferenceCutter.Cut(Unquoted(text));
        if (HtmlPaste.IsHtml(rest)) pasted = InMarkdown(HtmlPaste.Read(rest));
        else pasted = FrontMatter(MarkdownTags.Clean(sources.Count > 0 ? rest : Unquoted(text)));
        if (sources.Count > 0) pasted = pasted with { Sources = sources };
        return null;
    }

    /// <summary>A page shows its entries as code: they are found once it is text.</summary>
    private static Pasted InMarkdown(Pasted page) =>
        ReferenceCutter.Cut(page.Markdown) is { Sources.Count: > 0 } cut ? page with { Markdown = cut.Text, Sources = cut.Sources } : page;

    /// <summary>Whether so many characters are no text's that the paste is a file.</summary>
    private static bool IsBinary(string paste)
    {
        var length = Math.Min(paste.Length, 20_000);
        var odd = 0;
        for (var at = 0; at < length; at++)
            if (paste[at] is '\0' or '\uFFFD' || (char.IsControl(paste[at]) && paste[at] is not ('\t' or '\n' or '\r' or '\f' or '\v' or '\u0085' or '\u001b'))) odd++;
        return paste.StartsWith("%PDF-", StringComparison.Ordinal) || paste.StartsWith("PK\u0003\u0004", StringComparison.Ordinal) || odd * 50 > length;
    }

    private static string Normal(string paste) => Invisible().Replace(paste.ReplaceLineEndings("\n"), "").Replace('\u00A0', ' ').Replace('\u2028', '\n').Replace("\t", "    ");

    /// <summary>A mail that was answered or forwarded stands behind marks on every line.</summary>
    private static string Unquoted(string text)
    {
        var lines = text.Split('\n');
        var said = lines.Where(line => line.Trim().Length > 0).ToArray();
        if (said.Length < 4 || said.Count(line => line.StartsWith('>')) < said.Length * 0.9) return text;
        return string.Join('\n', lines.Select(line => line.StartsWith("> ", StringComparison.Ordinal) ? line[2..] : line.StartsWith('>') ? line[1..] : line));
    }

    /// <summary>The YAML above a post of a static site names its title; its other lines stay as text.</summary>
    private static Pasted FrontMatter(string text)
    {
        var match = FrontMatterPattern().Match(text);
        if (!match.Success) return new Pasted(text, null);
        var lines = match.Groups[1].Value.Split('\n');
        var title = lines.FirstOrDefault(line => line.StartsWith("title:", StringComparison.OrdinalIgnoreCase));
        if (title is null) return new Pasted(text, null);
        var others = string.Join('\n', lines.Where(line => line != title));
        return new Pasted(others + "\n\n" + text[match.Length..], title[6..].Trim().Trim('"', '\''));
    }

    [GeneratedRegex(@"[\u200B\u200C\u2060\uFEFF\u00AD\u200E\u200F]|\p{Cc}(?<![\n\t])")]
    private static partial Regex Invisible();

    [GeneratedRegex(@"\A\s*---\n((?:[\w-]+:.*\n|[ \t]+.*\n|- .*\n){1,40})---\n")]
    private static partial Regex FrontMatterPattern();
}
