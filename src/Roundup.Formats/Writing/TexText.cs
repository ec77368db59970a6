using System.Text;

namespace Roundup.Formats.Writing;

/// <summary>
/// Text as TeX sets it letter for letter: what TeX takes for a command is written as one that prints it, pairs that it would join (--, ``, ?`) are
/// kept apart. Maths stays as it is. Braces in the result always match, whatever stood in the text.
/// </summary>
internal static class TexText
{
    // Between two of these TeX makes one sign: an en dash, a quotation mark.
    private const string Joining = "-',";

    public static string Of(string text) => string.Concat(TexPart.Of(text).Select(part => part.IsMaths ? part.Text : Escape(part.Text)));

    public static string Escape(string words)
    {
        var tex = new StringBuilder(words.Length + 16);
        for (var at = 0; at < words.Length; at++)
        {
            if (at > 0 && words[at] == words[at - 1] && Joining.Contains(words[at])) tex.Append("{}");
            tex.Append(words[at] switch
            {
                '&' or '%' or '#' or '_' or '$' => $"\\{words[at]}",
                '{' => @"{\textbraceleft}",
                '}' => @"{\textbraceright}",
                '\\' => @"{\textbackslash}",
                '~' => @"{\textasciitilde}",
                '^' => @"{\textasciicircum}",
                // Not \textasciigrave, which readers take for another sign: where it stands in titles, an opening quote is meant.
                '`' => "{`}",
                '<' => @"{\textless}",
                '>' => @"{\textgreater}",
                '|' => @"{\textbar}",
                '\u00A0' => "~",
                var character => $"{character}",
            });
        }

        return tex.ToString();
    }
}
