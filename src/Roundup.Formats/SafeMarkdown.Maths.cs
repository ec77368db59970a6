using System.Diagnostics;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Roundup.Formats.Maths;
using Roundup.Model.Text;

namespace Roundup.Formats;

// Maths between dollars in Markdown. Backslashes keep their meaning there: \( is a bracket. As in plain text a mark stands for a formula until
// the sanitiser is through, and what can't be set, or would cost too much, stays as it is written.
public static partial class SafeMarkdown
{
    /// <summary>What the maths of one text may cost.</summary>
    /// <param name="All">For all of them: once it is over, the rest stays as written.</param>
    /// <param name="Each">For one formula.</param>
    private sealed record Budget(int Formulas, int Length, int Markup, TimeSpan All, TimeSpan Each);

    private static readonly Dictionary<ProseKind, Budget> Budgets = new()
    {
        [ProseKind.Editorial] = new(500, TexMaths.MaxLength, 400_000, TimeSpan.FromSeconds(5), TexMaths.MaxTime),
        // A stranger's text is rendered while they wait: 250 ms is the most, and real formulas take a few.
        [ProseKind.Comment] = new(60, 500, 60_000, TimeSpan.FromMilliseconds(80), TimeSpan.FromMilliseconds(80)),
    };

    /// <summary>Maths with its dollars, not set yet.</summary>
    private sealed class Formula : LeafInline
    {
        public required string Source { get; init; }

        public required string Tex { get; init; }

        public required bool IsDisplay { get; init; }
    }

    private sealed class Dollars : InlineParser
    {
        public Dollars() => OpeningCharacters = ['$'];

        public override bool Match(InlineProcessor processor, ref StringSlice slice)
        {
            var run = MathsInText.Run(slice.Text, slice.Start);
            if (MathsInText.At(slice.Text, slice.Start) is { } span && span.End <= slice.End + 1)
            {
                processor.Inline = new Formula { Source = slice.Text.Substring(span.Start, span.Length), Tex = span.Tex(slice.Text), IsDisplay = span.IsDisplay };
                slice.Start = span.End;
                return true;
            }

            // All of a run at once: its second dollar opens nothing that the first didn't.
            processor.Inline = new LiteralInline(slice.Text.Substring(slice.Start, Math.Min(run, slice.Length)));
            slice.Start += Math.Min(run, slice.Length);
            return true;
        }
    }

    private sealed class Marks : HtmlObjectRenderer<Formula>
    {
        protected override void Write(HtmlRenderer renderer, Formula formula) => renderer.Write(FormulaMarks.Mark);
    }

    /// <summary>Sets what can be set in time; the rest becomes the words that it was.</summary>
    private static List<string> Set(MarkdownDocument document, ProseKind kind)
    {
        var (budget, set, markup, started) = (Budgets[kind], new List<string>(), 0, Stopwatch.GetTimestamp());
        foreach (var formula in document.Descendants<Formula>().ToList())
        {
            var isWithin = set.Count < budget.Formulas && markup < budget.Markup && formula.Tex.Length <= budget.Length && Stopwatch.GetElapsedTime(started) < budget.All;
            if (isWithin && TexMaths.Render(formula.Tex, formula.IsDisplay, budget.Each) is { } html)
            {
                set.Add(html);
                markup += html.Length;
            }
            else formula.ReplaceBy(new LiteralInline(formula.Source));
        }

        return set;
    }
}
