using System.Text.RegularExpressions;
using Roundup.Model.Papers;

namespace Roundup.Sources;

/// <summary>The addresses that authors write into abstracts and comments: <c>Code is available at https://rome.baulab.info/.</c></summary>
internal static partial class LinksInText
{
    /// <summary>In characters, before the address: the sentence that says what it is.</summary>
    private const int SentenceLength = 100;

    /// <summary>In order, each once, without the sentence's own full stop.</summary>
    public static IEnumerable<PaperLink> Of(string text) =>
        from address in Prose.Addresses(text)
        let found = text.Substring(address.Start, address.Length)
        let url = address.HasScheme ? found : $"https://{found}"
        where url.Length <= PaperLink.MaxLength && Uri.IsWellFormedUriString(url, UriKind.Absolute)
        let kind = Kind(url, text, address.Start)
        where address.HasScheme || kind is not LinkKind.Related
        group kind by url into link
        select new PaperLink(link.First(), link.Key);

    private static LinkKind Kind(string url, string text, int start)
    {
        if (LinkKinds.Of(url) is var kind && kind is not (LinkKind.Related or LinkKind.Project)) return kind;

        var before = text[Math.Max(0, start - SentenceLength)..start];
        var sentence = before[(before.LastIndexOf(". ", StringComparison.Ordinal) + 1)..];
        return Code().IsMatch(sentence) ? LinkKind.Code : Data().IsMatch(sentence) ? LinkKind.Data : kind;
    }

    [GeneratedRegex(@"\b(?:code|codes|source|implementation|implementations|software|repository)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Code();

    [GeneratedRegex(@"\b(?:data|dataset|datasets|benchmark|corpus)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Data();
}
