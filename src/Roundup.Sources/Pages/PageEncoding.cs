using System.Text;
using System.Text.RegularExpressions;

namespace Roundup.Sources.Pages;

/// <summary>
/// The characters of a page, and no more of them than are read. In order: the byte order mark, what the server said, what the page says, UTF-8.
/// A page that is UTF-8 although it says otherwise is read as that, since no text in another encoding is UTF-8 by chance.
/// </summary>
internal static partial class PageEncoding
{
    /// <summary>In bytes. A head that is longer is cut, and then nothing behind it is read.</summary>
    public const int MaxHead = 512 * 1024;

    /// <summary>In bytes, behind the head: an abstract and a byline stand near its beginning.</summary>
    public const int MaxBody = 512 * 1024;

    /// <summary>In bytes; browsers look for the page's own word on it in the first 1,024, and some pages have it later.</summary>
    private const int MaxPreview = 8 * 1024;

    private static readonly Encoding Western = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <param name="charset">What the server said; null where it said nothing.</param>
    public static string Read(ReadOnlySpan<byte> page, string? charset = null)
    {
        if (page.StartsWith<byte>([0xEF, 0xBB, 0xBF])) return Encoding.UTF8.GetString(Part(page[3..]));
        if (page.StartsWith<byte>([0xFF, 0xFE])) return Text(Encoding.Unicode, page[2..]);
        if (page.StartsWith<byte>([0xFE, 0xFF])) return Text(Encoding.BigEndianUnicode, page[2..]);

        // Only the server may say UTF-16: a page whose own word on it can be read is not.
        var declared = Named(charset) ?? (Named(OwnWord(page)) is { } own && own is not UnicodeEncoding ? own : null);
        if (declared is UnicodeEncoding wide) return Text(wide, page);

        var part = Part(page);
        var utf8 = Encoding.UTF8.GetString(part);
        var (good, bad) = Count(utf8);
        if (declared is null or UTF8Encoding) return bad > good ? Western.GetString(part) : utf8;
        return good > 0 && bad is 0 ? utf8 : declared.GetString(part);
    }

    /// <summary>The head and a bounded part of the body, cut between two characters.</summary>
    private static ReadOnlySpan<byte> Part(ReadOnlySpan<byte> page)
    {
        var head = page[..Math.Min(page.Length, MaxHead)];
        var body = head.IndexOf("<body"u8) is >= 0 and var lower ? lower : head.IndexOf("<BODY"u8);
        var end = body < 0 && page.Length > MaxHead ? MaxHead : Math.Min(page.Length, Math.Max(body, 0) + MaxBody);
        while (end < page.Length && end > 0 && (page[end] & 0xC0) is 0x80) end--;
        return page[..end];
    }

    private static string Text(Encoding wide, ReadOnlySpan<byte> page) =>
        wide.GetString(page[..Math.Min(page.Length & ~1, MaxHead + MaxBody)]);

    private static (int Good, int Bad) Count(string text)
    {
        var (good, bad) = (0, 0);
        foreach (var c in text)
        {
            if (c is '\uFFFD') bad++;
            else if (c > '\u007F') good++;
        }
        return (good, bad);
    }

    private static string? OwnWord(ReadOnlySpan<byte> page)
    {
        var preview = Encoding.Latin1.GetString(page[..Math.Min(page.Length, MaxPreview)]);
        return Declaration().Match(preview) is { Success: true } match ? match.Groups["name"].Value : null;
    }

    // The names of encoding.spec.whatwg.org; UTF-7 is not among them, and the platform refuses it.
    private static Encoding? Named(string? name)
    {
        var plain = name?.Trim(' ', '"', '\'').ToLowerInvariant() ?? "";
        if (plain is "") return null;
        if (plain is "utf-8" or "utf8" or "unicode-1-1-utf-8") return Encoding.UTF8;
        if (plain is "utf-16" or "utf-16le") return Encoding.Unicode;
        if (plain is "utf-16be") return Encoding.BigEndianUnicode;
        if (plain is "iso-8859-1" or "latin1" or "us-ascii" or "ascii" or "l1") return Western;
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(plain is "x-sjis" or "sjis" ? "shift_jis" : plain);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    [GeneratedRegex(@"<(?:meta\b[^>]{0,200}?charset|\?xml\b[^>]{0,100}?encoding)\s*=\s*[""']?\s*(?<name>[A-Za-z0-9_:.-]{2,40})",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Declaration();
}
