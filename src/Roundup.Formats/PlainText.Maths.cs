using System.Diagnostics;
using System.Text;
using Roundup.Formats.Maths;
using Roundup.Model.Text;

namespace Roundup.Formats;

public static partial class PlainText
{
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
        return formulas is [] ? html(text) : FormulaMarks.PutBack(html(words).ToString(), formulas) ?? html(text);
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
            words.Append(FormulaMarks.Without(text[at..span.Start])).Append(FormulaMarks.Mark);
            formulas.Add(formula);
            markup += formula.Length;
            at = span.End;
        }

        return words.Append(FormulaMarks.Without(text[at..])).ToString();
    }
}
