using System.Text.RegularExpressions;

namespace Roundup.Formats.Reading;

/// <summary>Takes apart what stands behind a title on its line: people, remarks in brackets, links, a summary.</summary>
internal static partial class RestLines
{
    public static bool BeginsWithPeople(Block block, Lead lead)
    {
        var text = block.Kind == BlockKind.Row ? block.Cells[lead.Cell] : block.Text;
        return Split(text[lead.End..]).FirstOrDefault() is { Role: LineRole.Authors };
    }

    public static IReadOnlyList<Line> Split(string rest)
    {
        var lines = new List<Line>();
        while (true)
        {
            rest = SeparatorPattern().Replace(rest, "");
            if (rest.Length == 0) return lines;
            if (Peel(rest) is not { } piece) break;
            lines.Add(new Line(rest[..piece.Length].Trim(), piece.Role, null, LineBreak.None));
            rest = rest[piece.Length..];
        }

        lines.AddRange(Remainder(rest));
        return lines;
    }

    private static (int Length, LineRole Role)? Peel(string rest)
    {
        if (GroupPattern().Match(rest) is { Success: true } group && group.Groups["in"].Value is var inside)
        {
            if (Names.AreAll(inside, mayBeOne: true)) return (group.Length, LineRole.Authors);
            if (LinkWords.AreAll(new InlineText(inside))) return (group.Length, LineRole.Links);
            if (inside.Length <= 120 && !inside.Contains("](")) return (group.Length, LineRole.Aside);
        }

        if (LeadingLinks(rest) is { } links) return (links, LineRole.Links);
        foreach (var pattern in new[] { ByPattern(), ItalicPattern(), PeoplePattern() })
        {
            if (pattern.Match(rest) is { Success: true } people && Names.AreAll(people.Groups["in"].Value, mayBeOne: pattern != PeoplePattern()))
                return (people.Length, LineRole.Authors);
        }

        return null;
    }

    /// <summary>How far links and nothing else reach; null where the text does not open with one.</summary>
    private static int? LeadingLinks(string rest)
    {
        var text = new InlineText(rest.Length > 6000 ? rest[..6000] : rest);
        var end = 0;
        foreach (var run in text.Runs)
        {
            if (run.Url is not null && (end > 0 || LinkWords.AreGeneric(run.Plain) || PaperMarks.IsBare(run.Plain) || rest[0] == '[' && rest[1] == '[')) end = run.End;
            else if (!MarksPattern().IsMatch(run.Plain)) break;
        }

        if (end == 0) return null;
        while (end < rest.Length && rest[end] is ']' or ')' or '*' or '_') end++;
        return end;
    }

    private static IEnumerable<Line> Remainder(string rest)
    {
        var text = new InlineText(rest);
        var from = rest.Length;
        for (var at = text.Runs.Count - 1; at >= 0; at--)
        {
            var run = text.Runs[at];
            if (run.Url is not null && (LinkWords.AreGeneric(run.Plain) || PaperMarks.IsBare(run.Plain))) from = run.Start;
            else if (!MarksPattern().IsMatch(run.Plain)) break;
        }

        var head = rest[..from].TrimEnd(' ', '[', '(', '*', '|', '\n');
        var isApart = head.Length > 0 && (head[^1] is '.' or '!' or '?' or ')' or '”' or ':' || rest[head.Length..from].IndexOfAny(['[', '(', '|', '\n']) >= 0);
        if (from == rest.Length || !isApart) return [new Line(rest.Trim(), LineRole.Text, null, LineBreak.None)];
        return [new Line(head, LineRole.Text, null, LineBreak.None), new Line(rest[head.Length..].Trim(), LineRole.Links, null, LineBreak.None)];
    }

    [GeneratedRegex(@"^(\s|[,;:：.–—|•·→)\]]|-+(?=\s|$)|<br ?/?>)+")]
    private static partial Regex SeparatorPattern();

    [GeneratedRegex(@"^[*_]*[(（](?<in>[^()（）]{2,3000}(\([^()]*\)[^()]*){0,20})[)）][*_]*:?")]
    private static partial Regex GroupPattern();

    [GeneratedRegex(@"^(by|von|par|por|di)\s+(?<in>[^.()\[\n|–—:]{3,400}?)(?=\s*([.()\[\n|–—:]|$| - ))", RegexOptions.IgnoreCase)]
    private static partial Regex ByPattern();

    [GeneratedRegex(@"^[*_](?<in>[^*_\n]{4,600})[*_]")]
    private static partial Regex ItalicPattern();

    [GeneratedRegex(@"^(?<in>\p{Lu}[^()\[\n|–—:*]{6,2000}?)(?=\s*([(\[\n|–—:*]|$| - |\.\s|\.$|, ?\d{4}))")]
    private static partial Regex PeoplePattern();

    [GeneratedRegex(@"^[\s\p{P}\p{S}]*((and|or|und|&)[\s\p{P}\p{S}]*)?$")]
    private static partial Regex MarksPattern();
}
