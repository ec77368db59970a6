using System.Text;
using Roundup.Model.Text;

namespace Roundup.Formats.Writing;

/// <summary>Text as a file may hold it.</summary>
internal static class Written
{
    /// <summary>Whole characters without controls and byte order marks; line feeds between lines stay.</summary>
    public static string Text(string text)
    {
        var kept = new StringBuilder(text.Length);
        foreach (var character in Letters.Normal(text.ReplaceLineEndings("\n")))
        {
            if (character is '\t') kept.Append(' ');
            else if (character is '\n' || (!char.IsControl(character) && character is not '\uFEFF')) kept.Append(character is '\uFFFF' ? '\uFFFD' : character);
        }

        return kept.ToString().Trim();
    }

    /// <summary>One line: runs of white space are one blank. A blank that holds two words together stays.</summary>
    public static string Line(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (var character in Text(text))
        {
            if (!char.IsWhiteSpace(character) || character is '\u00A0' or '\u202F' or '\u2007') line.Append(character);
            else if (line.Length > 0 && line[^1] is not ' ') line.Append(' ');
        }

        return line.ToString().TrimEnd();
    }

    /// <summary>An address in which nothing ends it early: blanks, braces and backslashes are percent-encoded (RFC 3986 allows none of them).</summary>
    public static string Address(string address)
    {
        var kept = new StringBuilder(address.Length);
        foreach (var character in Text(address))
        {
            if (char.IsWhiteSpace(character) || character is '{' or '}' or '\\' or '"' or '<' or '>' or '`' or '^' or '|') kept.Append(Uri.HexEscape(character > 127 ? ' ' : character));
            else kept.Append(character);
        }

        return kept.ToString();
    }
}
