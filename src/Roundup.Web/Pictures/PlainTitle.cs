using System.Text.RegularExpressions;
using Roundup.Model.Text;

namespace Roundup.Web.Pictures;

/// <summary>A title where no formula can be set: dollars and commands of TeX go, what they are about stays.</summary>
internal static partial class PlainTitle
{
    public static string Of(string title)
    {
        var plain = new System.Text.StringBuilder();
        var at = 0;
        foreach (var span in MathsInText.Find(title))
        {
            plain.Append(title, at, span.Start - at).Append(Marks().Replace(Commands().Replace(span.Tex(title), "$1"), ""));
            at = span.End;
        }

        return plain.Append(title, at, title.Length - at).ToString();
    }

    [GeneratedRegex(@"\\([A-Za-z]+)\*?\s*")]
    private static partial Regex Commands();

    [GeneratedRegex(@"[{}$\\]")]
    private static partial Regex Marks();
}
