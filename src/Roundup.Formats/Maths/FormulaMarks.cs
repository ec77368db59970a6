using System.Text;
using Roundup.Model.Text;

namespace Roundup.Formats.Maths;

/// <summary>
/// Formulas are taken out before words are made HTML and put back behind the sanitiser, which knows no MathML and needs to know none: what is
/// put back is what <see cref="MathMl"/> wrote.
/// </summary>
internal static class FormulaMarks
{
    /// <summary>Stands for a formula among words. Unicode promises that it is no character, so no text has a use for it; one that holds it loses it.</summary>
    public const char Mark = '\uFDD0';

    public static string Without(string text) => text.Replace(Mark, '\uFFFD');

    /// <summary>
    /// Null when a mark was lost or came to stand in a tag, which can't happen; but then a formula would be code, so it is looked for. Angle
    /// brackets are tags: in words and attributes they are encoded.
    /// </summary>
    public static SafeHtml? PutBack(string html, List<string> formulas)
    {
        var whole = new StringBuilder(html.Length + formulas.Sum(formula => formula.Length));
        var (used, isTag) = (0, false);
        foreach (var c in html)
        {
            if (c is '<' or '>') isTag = c is '<';
            if (c is not Mark) whole.Append(c);
            else if (isTag || used == formulas.Count) return null;
            else whole.Append(formulas[used++].Replace("\u00A0", "&nbsp;", StringComparison.Ordinal));
        }

        return used == formulas.Count ? new SafeHtml(whole.ToString()) : null;
    }
}
