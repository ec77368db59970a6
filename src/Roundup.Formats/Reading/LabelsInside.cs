using System.Text.RegularExpressions;

namespace Roundup.Formats.Reading;

/// <summary>Labels within a paragraph: bold ones anywhere, plain ones after the end of a sentence.</summary>
internal static partial class LabelsInside
{
    public static IEnumerable<Label> Find(InlineText text)
    {
        var last = -1;
        if (Labels.At(text) is { } opening)
        {
            last = opening.End;
            yield return opening;
        }

        foreach (var label in Dressed(text).Concat(Plain(text)).OrderBy(label => label.Start))
        {
            if (label.Start < last) continue;
            last = label.End;
            yield return label;
        }
    }

    private static IEnumerable<Label> Dressed(InlineText text)
    {
        for (var run = 1; run < text.Runs.Count; run++)
        {
            if (!text.Runs[run].Bold && !text.Runs[run].Italic) continue;
            if (text.Runs[run - 1].Bold || text.Runs[run - 1].Italic || text.Runs[run].Plain.Length > 70) continue;
            if (Labels.At(text, run) is { Kind: not LabelKind.Detail } label && (text.Runs[run].Plain.TrimEnd().EndsWith(':') || text.Markdown.AsSpan(Math.Max(0, label.End - 2), Math.Min(2, label.End)).IndexOfAny(':', '：') >= 0 || AtLineStart(text, label.Start)))
                yield return label with { Start = Opening(text.Markdown, text.Runs[run].Start) };
        }
    }

    private static IEnumerable<Label> Plain(InlineText text)
    {
        foreach (Match match in CandidatePattern().Matches(text.Markdown))
        {
            var words = match.Groups["words"].Value;
            var atLine = match.Index == 0 || text.Markdown[match.Groups["words"].Index - 1] == '\n';
            if (Labels.Known(words) is not { } known || (!atLine && !StrictPattern().IsMatch(words))) continue;
            yield return new Label(known.Kind, match.Groups["words"].Index, match.Index + match.Length, known.Author);
        }
    }

    private static int Opening(string markdown, int start)
    {
        while (start > 0 && markdown[start - 1] is '*' or '_') start--;
        return start;
    }

    private static bool AtLineStart(InlineText text, int start)
    {
        start = Opening(text.Markdown, start);
        return start == 0 || text.Markdown[start - 1] == '\n';
    }

    [GeneratedRegex(@"(?:^|\n|[.!?…)”""][ \u00A0]{1,2})(?<words>[\p{L}][\p{L}’' ()\-]{1,45})[:：]")]
    private static partial Regex CandidatePattern();

    /// <summary>In the midst of a paragraph only words that can hardly be anything else.</summary>
    [GeneratedRegex(@"^((my|our|\p{Lu}[\p{L}.\- ]+['’]s?) (own |personal |initial )?(opinions?|takes?|thoughts?|comments?|view)|why (it|this) matters|abstract|tl;?dr|(meine|unsere) (meinung|einschätzung)|mein (kommentar|fazit)|mon avis|notre avis|mi opinión|nuestra opinión|la mia opinione|minha opinião|editor'?s note|our take|我的看法|点评)$", RegexOptions.IgnoreCase)]
    private static partial Regex StrictPattern();
}
