using System.Diagnostics;
using System.Text;
using Roundup.Formats.Maths;
using Roundup.Model.Text;

namespace Roundup.Formats;

// Maths is taken out before the words are made HTML and put back behind the sanitiser, which knows no MathML and needs to know none: what is
// put back is what MathMl wrote.
public static partial class PlainText
{
    // Stands for a formula among words. Unicode promises that it is no character, so no text has a use for it; one that holds it loses it.
    private const char Mark = '\uFDD0';

    // What a text may cost, whoever sent it. Beyond that its maths stays as written; a real abstract has up to fifty formulas in a few milliseconds.
    private const int MaxFormulas = 500;
    private const int MaxMarkup = 400_000;
    private static readonly TimeSpan MaxTime = TimeSpan.FromSeconds(5);

    private static SafeHtml WithMaths(string text, Func<string, SafeHtml> html)
    {
        if (text.AsSpan().IndexOfAny('$', '\\') < 0) return html(text);
        var spans = MathsInText.Find(text).Take(MaxFormulas).ToList();
        if (spans is [] || !TexMaths.IsReady()) return html(text);
        var words = TakeOut(text, spans, out var formulas);
        return formulas is [] ? html(text) : PutBack(html(words).ToString(), formulas) ?? html(text);
    }

    private static string TakeOut(string text, List<MathsSpan> spans, out List<string> formulas)
    {
        formulas = [];
        var words = new StringBuilder(text.Length);
        var (at, markup, started) = (0, 0, Stopwatch.GetTimestamp());
        foreach (var span in spans)
        {
            if (markup > MaxMarkup || Stopwatch.GetElapsedTime(started) > MaxTime) break;
            if (TexMaths.Render(span.Tex(text), span.IsDisplay) is not { } formula) continue;
            words.Append(text.AsSpan(at, span.Start - at).ToString().Replace(Mark, '\uFFFD')).Append(Mark);
            formulas.Add(formula);
            markup += formula.Length;
            at = span.End;
        }

        return words.Append(text.AsSpan(at).ToString().Replace(Mark, '\uFFFD')).ToString();
    }

    // Null when a mark was lost or came to stand in a tag, which can't happen; but then a formula would be code, so it is looked for. Angle
    // brackets are tags: in words and attributes they are encoded.
    private static SafeHtml? PutBack(string html, List<string> formulas)
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
