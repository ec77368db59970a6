using System.Text.RegularExpressions;
using Roundup.Model.Papers;
using Roundup.Sources;

namespace Roundup.Web.Capturing;

/// <summary>What a link to the form, or a phone's share menu, says in the address.</summary>
internal static partial class SharedWords
{
    /// <summary>In characters; what a share menu sends is far shorter, and an address that a server takes is not much longer.</summary>
    private const int Most = 20_000;

    /// <param name="text">Anything; many apps put the address in here, among words.</param>
    public static CaptureInput Read(PaperFinder finder, string? url, string? title, string? text, string? note)
    {
        var words = Short(text);
        var link = Short(url) is { Length: > 0 } given ? given : Find(finder, words) ?? Find(finder, Short(title)) ?? "";
        var rest = words.Replace(link is "" ? "\0" : link, "", StringComparison.Ordinal).Trim();
        return new CaptureInput
        {
            Link = link,
            Title = Short(title) is var name && name == link ? "" : Prefix().Replace(name, ""),
            Note = Short(note) is { Length: > 0 } said ? said : rest == Short(title) ? "" : rest,
        };
    }

    private static string? Find(PaperFinder finder, string words)
    {
        if (finder.Find(words) is [var first, ..]) return first.Text.Contains("://", StringComparison.Ordinal) ? first.Text : PaperAddress.Of(first.Id) ?? first.Text;
        return Address().Match(words) is { Success: true } match ? match.Value.TrimEnd('.', ',', ';', ')', ']', '!', '?') : null;
    }

    private static string Short(string? text) => Clipping.Visible(text).Trim() is var plain && plain.Length > Most ? plain[..Most] : plain;

    [GeneratedRegex(@"https?://[^\s<>""]+", RegexOptions.IgnoreCase)]
    private static partial Regex Address();

    // arXiv's pages are called [2202.05262] Locating and Editing …
    [GeneratedRegex(@"^\[\d{4}\.\d{4,5}(?:v\d+)?\]\s*")]
    private static partial Regex Prefix();
}
