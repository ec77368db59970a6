using System.Text.RegularExpressions;

namespace Roundup.Formats.Reading.References;

/// <summary>Pages as they are printed: first and last with an en dash.</summary>
internal static partial class Pages
{
    public static string Of(string text) => Range().Replace(text.Trim(), "$1–$2");

    public static string Of(string first, string last) => last is "" || last == first || Range().IsMatch(first) ? Of(first) : $"{first.Trim()}–{last.Trim()}";

    [GeneratedRegex(@"(?<![\w-])(\w{1,20})\s*(?:-{1,3}|[‐-―−])\s*(\w{1,20})(?![\w-])")]
    private static partial Regex Range();
}
