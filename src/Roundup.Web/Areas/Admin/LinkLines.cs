using Roundup.Model.Papers;

namespace Roundup.Web.Areas.Admin;

/// <summary>Links as they are typed: one a line, the kind before the address and a name behind it, both optional.</summary>
public static class LinkLines
{
    public static string Write(IEnumerable<PaperLink> links, LinkKind usual) =>
        string.Join('\n', links.Select(l => string.Join(' ', new[] { l.Kind == usual ? "" : Word(l.Kind), l.Url, l.Label ?? "" }.Where(part => part is not ""))));

    /// <param name="usual">The kind of a line that names none.</param>
    public static List<PaperLink> Read(string? lines, LinkKind usual) =>
        [.. (lines ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(line => ReadLine(line, usual))];

    private static PaperLink ReadLine(string line, LinkKind usual)
    {
        var words = line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var kind = usual;
        // A number is not a kind, though Enum.TryParse thinks so.
        var named = words.Length > 1 && char.IsLetter(words[0][0]) && Enum.TryParse(words[0].TrimEnd(':'), ignoreCase: true, out kind);
        if (!named) kind = usual;
        var rest = named ? words.AsSpan(1) : words;
        return new PaperLink(kind, rest[0], rest.Length > 1 ? string.Join(' ', rest[1..]) : null);
    }

    private static string Word(LinkKind kind) => kind.ToString().ToLowerInvariant();
}
