using System.Buffers;
using Roundup.Model.Text;

namespace Roundup.Sources;

public sealed partial class PaperText
{
    private static readonly string[] Fonts = [@"\textit{", @"\emph{", @"\textbf{", @"\text{", @"\textrm{", @"\textsf{", @"\texttt{", @"\textsc{", @"\mathit{"];

    private static readonly SearchValues<char> Vowels = SearchValues.Create("aeiou");

    /// <summary>Copies the maths that begins here as it is written. False where none does.</summary>
    private bool ReadMaths()
    {
        if (MathsInText.At(_text, _at) is { } maths)
        {
            if (WordsOf(maths.Tex(_text)) is { } words) Write(words, maths.Length);
            else Copy(maths.Length);
            return true;
        }

        if (LinkedWords(out var length) is { } link)
        {
            Write(link, length);
            return true;
        }

        // Three dollars are nobody's maths, and neither are two of them.
        if (_text[_at] is not '$') return false;
        Copy(MathsInText.Run(_text, _at));
        return true;
    }

    // $\href{address}{words}$ is a link, in dollars so that arXiv's page should show it.
    private string? LinkedWords(out int length)
    {
        length = 0;
        if (string.CompareOrdinal(_text, _at, @"$\href{", 0, 7) is not 0 || ArgumentEnd(6) is not (> 0 and var first) || Peek(first) is not '{') return null;
        if (ArgumentEnd(first) is not (> 0 and var last) || Peek(last) is not '$') return null;
        length = last + 1;
        return _text[(_at + first + 1)..(_at + last - 1)];
    }

    /// <summary>
    /// Dollars serve for italics too: <c>$\textit{Embedded agents}$</c>, <c>$Drosophila$</c>. Set as maths, such words fall apart into letters. Four
    /// letters with a vowel are a word; fewer may be a product.
    /// </summary>
    private static string? WordsOf(string tex)
    {
        var font = Array.Find(Fonts, start => tex.StartsWith(start, StringComparison.Ordinal));
        var words = font is not null && tex[^1] is '}' ? tex.AsSpan(font.Length, tex.Length - font.Length - 1) : tex;
        foreach (var c in words)
            if (!char.IsLetter(c) && (font is null || c is not (' ' or '-' or ',' or '.' or '’' or '\''))) return null;
        var isWord = font is not null || (words.Length > 3 && words[1..].ContainsAny(Vowels) && words[1..].IndexOfAnyInRange('A', 'Z') < 0);
        return isWord && words.Length > 0 ? words.ToString() : null;
    }
}
