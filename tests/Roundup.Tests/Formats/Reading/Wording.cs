using System.Net;
using System.Text.RegularExpressions;
using Roundup.Model.Importing;

namespace Roundup.Tests.Formats.Reading;

/// <summary>Text as the figures compare it: words, without marks, tags and addresses.</summary>
internal static partial class Wording
{
    public static string Plain(string text) =>
        Blanks().Replace(Marks().Replace(LinkTarget().Replace(text, "]"), ""), " ").Trim();

    /// <summary>Whether a field begins with the words that the truth gives.</summary>
    public static bool Begins(string field, string first) => Plain(field).StartsWith(Plain(first).TrimEnd('.', ',', ';', ':'), StringComparison.OrdinalIgnoreCase);

    public static bool IsHtml(string paste) => paste.TrimStart().StartsWith('<');

    public static IReadOnlyList<string> Words(string paste)
    {
        var text = IsHtml(paste) ? WebUtility.HtmlDecode(Tags().Replace(Silent().Replace(paste, " "), " ")) : paste;
        text = Addresses().Replace(Comments().Replace(text, " "), " ");
        return [.. Word().Matches(Marks().Replace(text, " ")).Select(match => match.Value)];
    }

    public static IReadOnlyList<string> Words(ImportedIssue issue)
    {
        var fields = new List<string> { issue.Title, issue.Introduction, issue.Closing };
        foreach (var entry in issue.Entries)
        {
            fields.AddRange([entry.Section ?? "", entry.Title, entry.Abstract, entry.Text, .. entry.Authors]);
            fields.AddRange(entry.Opinions.SelectMany(opinion => new[] { opinion.Author ?? "", opinion.Text }));
            fields.AddRange(entry.Links.Select(link => link.Label ?? ""));
        }

        return [.. fields.SelectMany(field => Words(" " + field))];
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    [GeneratedRegex(@"\]\([^)\s]*\)")]
    private static partial Regex LinkTarget();

    [GeneratedRegex(@"[*_`\[\]]")]
    private static partial Regex Marks();

    [GeneratedRegex(@"<[^>]+>")]
    private static partial Regex Tags();

    [GeneratedRegex(@"<(script|style|title)[\s\S]*?</\1>")]
    private static partial Regex Silent();

    [GeneratedRegex(@"<!--[\s\S]*?-->|</?(p|a|i|b|br|div|blockquote|img)\b[^>]*>")]
    private static partial Regex Comments();

    [GeneratedRegex(@"https?://[^\s)>\]""|]+")]
    private static partial Regex Addresses();

    [GeneratedRegex(@"[\p{L}\p{N}][\p{L}\p{N}'’-]*")]
    private static partial Regex Word();
}
