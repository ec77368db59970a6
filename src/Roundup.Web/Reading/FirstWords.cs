using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Roundup.Model.Text;

namespace Roundup.Web.Reading;

/// <summary>The beginning of what was said, for a list: plain words on one line, of HTML that is kept already.</summary>
public static partial class FirstWords
{
    /// <param name="limit">In characters; cut behind a sentence, or at a word where none ends in the second half.</param>
    public static string Of(SafeHtml html, int limit = 160)
    {
        var line = string.Join(' ', WebUtility.HtmlDecode(Text(html.ToString(), limit * 8)).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (line.Length <= limit) return line;

        var sentence = 0;
        foreach (var blank in BehindSentence().EnumerateMatches(line.AsSpan(0, Math.Min(line.Length, limit + 2)))) sentence = blank.Index;
        if (sentence > limit / 2) return $"{line[..sentence]} …";

        var cut = line.LastIndexOf(' ', limit);
        return $"{(cut > 0 ? line[..cut] : Letters.Cut(line, limit)).TrimEnd(',', ';', ':', '.')} …";
    }

    // The sanitiser writes every "<" of a text as an entity, so that a "<" here begins a tag. What a formula was made of is not said twice.
    private static string Text(string html, int enough)
    {
        var words = new StringBuilder();
        for (var at = 0; at < html.Length && words.Length < enough; at++)
        {
            if (html[at] is not '<')
            {
                words.Append(html[at]);
                continue;
            }

            if (html.AsSpan(at).StartsWith("<annotation") && html.IndexOf("</annotation>", at, StringComparison.Ordinal) is > 0 and var end) at = end;
            if (IsBlock(html.AsSpan(at + 1))) words.Append(' ');
            at = html.IndexOf('>', at) is >= 0 and var close ? close : html.Length;
        }

        return words.ToString();
    }

    // What ends with a point and is no sentence: K. Meng et al. 2022, cf. Fig. 3, i.e. here.
    [GeneratedRegex(@"(?<=(?:[!?…]|(?<!\b(?i:\p{L}|al|cf|vs|ca|fig|eq|sec|no|dr|mr|ms|mrs|st))\.)[”’""')\]]*) (?=[^\p{Ll}])")]
    private static partial Regex BehindSentence();

    private static bool IsBlock(ReadOnlySpan<char> tag)
    {
        tag = tag.TrimStart('/');
        return tag.StartsWith("p>") || tag.StartsWith("li") || tag.StartsWith("br") || tag.StartsWith("h") || tag.StartsWith("blockquote") || tag.StartsWith("td") || tag.StartsWith("pre");
    }
}
