using System.Text.RegularExpressions;

namespace Roundup.Formats.Reading;

/// <summary>Flat text whose papers are known by the people behind their titles: Title (People) (remark): summary.</summary>
internal sealed partial class FlatByPeople(string text, IReadOnlyList<FlatMark> people, IReadOnlyList<FlatMark> opinions, List<Line> lines)
{
    public void Read()
    {
        var from = 0;
        for (var at = 0; at < people.Count; at++)
        {
            var (before, headings, title) = TitleBefore(text[from..people[at].Start]);
            if (at == 0) Flattened.Opening(before, lines);
            else Body(from, from + before.Length);
            if (headings.Length > 0) lines.Add(new Line("## " + headings, LineRole.Section, "The line breaks are lost: headings are what stands in capitals.", LineBreak.None));
            lines.Add(Flattened.Title(title, isSure: false));
            lines.Add(new Line(text[people[at].Start..people[at].End], LineRole.Authors, null, LineBreak.None));
            from = people[at].End;
        }

        var end = from + Flattened.ClosingStart(text[from..]);
        Body(from, end);
        Flattened.Closing(text[end..], lines);
    }

    /// <summary>The title is what stands between the last sentence and the people, without headings in capitals before it.</summary>
    private static (string Before, string Headings, string Title) TitleBefore(string segment)
    {
        var start = FlatMarks.Sentences(segment + " ").LastOrDefault(sentence => segment[sentence.Start..].Trim().Length > 0).Start;
        var tail = segment[start..];
        if (CapitalsPattern().Matches(tail).LastOrDefault() is { } capitals && capitals.Index + capitals.Length < tail.TrimEnd().Length)
            return (segment[..(start + capitals.Index)], capitals.Value.Trim(), tail[(capitals.Index + capitals.Length)..].Trim());
        return (segment[..start], "", tail.Trim());
    }

    private void Body(int from, int to)
    {
        var at = from;
        if (RemarkPattern().Match(text[from..to]) is { Success: true } remark)
        {
            lines.Add(new Line(remark.Value.Trim(), LineRole.Aside, null, LineBreak.None));
            at += remark.Length;
        }

        var role = LineRole.Text;
        foreach (var opinion in opinions.Where(each => each.Start >= from && each.End <= to))
        {
            Put(text[at..opinion.Start], role);
            Put(text[opinion.Start..opinion.End], LineRole.OpinionLabel);
            (at, role) = (opinion.End, LineRole.Opinion);
        }

        Put(text[at..to], role);
    }

    private void Put(string words, LineRole role)
    {
        if (words.Trim(' ', ':').Length > 0) lines.Add(new Line(words.Trim(), role, null, LineBreak.None));
    }

    [GeneratedRegex(@"(?<![\p{L}\p{N}])(?:[\p{Lu}][\p{Lu}&/-]{3,}|\p{Lu}{2,3}\s[\p{Lu}]{4,})(?:\s+(?:\([\p{Lu} ]+\)|[\p{Lu}&/-]{2,}(?![\p{Ll}])))*(?=\s+[\p{Lu}\p{N}""“])")]
    private static partial Regex CapitalsPattern();

    [GeneratedRegex(@"^\s*(\([^()]{3,80}\)\s*)?:?\s*")]
    private static partial Regex RemarkPattern();
}
