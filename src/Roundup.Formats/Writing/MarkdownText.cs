using System.Text;

namespace Roundup.Formats.Writing;

/// <summary>Plain text in Markdown: what CommonMark would take for a mark is escaped, and nothing else, so that it reads well as it stands.</summary>
public static class MarkdownText
{
    /// <summary>One line, anywhere in a paragraph or a heading.</summary>
    internal static string Line(string text)
    {
        var line = Written.Line(text);
        var markdown = new StringBuilder(line.Length + 16);
        for (var at = 0; at < line.Length; at++)
        {
            if (AddressAt(line, at) is var length and > 0)
            {
                markdown.Append(line, at, length);
                at += length - 1;
                continue;
            }

            if (IsMark(line, at)) markdown.Append('\\');
            markdown.Append(line[at]);
        }

        return markdown.ToString();
    }

    /// <summary>One line that begins a paragraph.</summary>
    internal static string Paragraph(string text) => Line(text) is var line && Opens(line) is var at and >= 0 ? line.Insert(at, "\\") : line;

    internal static string Quote(string text) =>
        string.Join("\n>\n", Written.Text(text).Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(p => $"> {Paragraph(p)}"));

    /// <summary>A link that says what the text says. The address stands in angles where round brackets or blanks could end it.</summary>
    public static string Link(string text, string address) => $"[{Line(text)}]({(address.AsSpan().ContainsAny("() ") ? $"<{Written.Address(address)}>" : Written.Address(address))})";

    private static bool IsMark(string line, int at) => line[at] switch
    {
        '*' or '`' or '[' or ']' or '<' => true,
        '\\' => at + 1 == line.Length || (char.IsAscii(line[at + 1]) && (char.IsPunctuation(line[at + 1]) || char.IsSymbol(line[at + 1]))),
        '_' => !(at > 0 && at + 1 < line.Length && char.IsLetterOrDigit(line[at - 1]) && char.IsLetterOrDigit(line[at + 1])),
        '&' => line.AsSpan(at, Math.Min(12, line.Length - at)).Contains(';'),
        _ => false,
    };

    // Where a backslash keeps the line from being a heading, a quote, a list or a rule; -1 where it is none.
    private static int Opens(string line)
    {
        if (line is "") return -1;
        if (line[0] is '#' or '>' or '+' or '-' or '=' or '~' or '|') return 0;

        var digits = line.TakeWhile(char.IsAsciiDigit).Count();
        return digits is > 0 and < 10 && digits < line.Length && line[digits] is '.' or ')' ? digits : -1;
    }

    // Addresses stay whole: they are links as they stand.
    private static int AddressAt(string line, int at)
    {
        if (line[at] is not 'h' || (at > 0 && char.IsLetterOrDigit(line[at - 1]))) return 0;

        var rest = line.AsSpan(at);
        if (!rest.StartsWith("https://", StringComparison.Ordinal) && !rest.StartsWith("http://", StringComparison.Ordinal)) return 0;
        var end = rest.IndexOfAny(" <>[]\\`*");
        return end < 0 ? rest.Length : end;
    }
}
