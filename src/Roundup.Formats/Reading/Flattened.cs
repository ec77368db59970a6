using System.Text.RegularExpressions;

namespace Roundup.Formats.Reading;

/// <summary>
/// A post that lost all its line breaks. Labels of opinions, lists of people and the seams between a title and the sentence after
/// it are what is left to go by; every cut that rests on the look of a seam says so.
/// </summary>
internal static partial class Flattened
{
    private const int ShortestPost = 1500;
    private const string Seam = "The line breaks are lost: the title was cut where a new sentence seems to begin. Check where it starts and ends.";
    private const string NoSeam = "The line breaks are lost, and no title could be told from the words around it here.";

    public static bool Is(IReadOnlyList<Block> blocks)
    {
        var said = blocks.Where(block => block.Kind != BlockKind.Rule && block.Text.Trim().Length > 0).ToArray();
        if (said.Length is 0 or > 6 || said.Any(block => block.Kind is BlockKind.Row or BlockKind.Code)) return false;
        var longest = said.Max(block => block.Text.Length);
        return longest >= ShortestPost && longest >= said.Sum(block => block.Text.Length) * 0.7 && (FlatMarks.Opinions(Text(said)).Count > 0 || FlatMarks.People(Text(said)).Count > 1);
    }

    public static IReadOnlyList<Line> Lines(IReadOnlyList<Block> blocks, string? pageTitle)
    {
        var text = Text(blocks.Where(block => block.Kind != BlockKind.Rule));
        var lines = new List<Line>();
        if (pageTitle is not null) lines.Add(new Line(pageTitle, LineRole.IssueTitle));
        var people = FlatMarks.People(text);
        var opinions = FlatMarks.Opinions(text);
        if (people.Count > opinions.Count / 2) new FlatByPeople(text, people, opinions, lines).Read();
        else new FlatByOpinions(text, opinions, lines).Read();
        return lines;
    }

    /// <summary>The words before the first paper: a title, where they open with one, and the introduction.</summary>
    public static void Opening(string text, List<Line> lines)
    {
        var rest = text.Trim();
        if (TitlePattern().Match(rest) is { Success: true } title && !lines.Any(line => line.Role == LineRole.IssueTitle))
        {
            lines.Add(new Line(title.Value.Trim(), LineRole.IssueTitle, Seam));
            rest = rest[title.Length..].Trim();
        }

        if (OpeningWord().Match(rest) is { Success: true } word)
        {
            lines.Add(new Line("## " + word.Value.Trim(), LineRole.Section, null, LineBreak.None));
            rest = rest[word.Length..].Trim();
        }

        if (rest.Length > 0) lines.Add(new Line(rest, LineRole.Introduction, null, LineBreak.None));
    }

    /// <summary>The words after the last opinion's: a heading of farewell and what it stands over.</summary>
    public static void Closing(string text, List<Line> lines)
    {
        if (text.Trim().Length == 0) return;
        var heading = ClosingWord().Match(text);
        if (heading.Success) lines.Add(new Line("## " + heading.Groups[1].Value, LineRole.Section, null, LineBreak.None));
        lines.Add(new Line((heading.Success ? text[heading.Length..] : text).Trim(), LineRole.Closing, "The line breaks are lost: taken for closing words by what they say.", LineBreak.None));
    }

    /// <summary>Where the closing words begin; the end of the text for nowhere.</summary>
    public static int ClosingStart(string text)
    {
        foreach (var sentence in FlatMarks.Sentences(text))
        {
            if (sentence.Start == 0) continue;
            var words = text[sentence.Start..sentence.End];
            if (ClosingWord().IsMatch(words)) return sentence.Start;
        }

        return text.Length;
    }

    public static Line Title(string title, bool isSure) => new(title.Trim(), LineRole.PaperTitle, title.Trim().Length == 0 ? NoSeam : isSure ? null : Seam);

    private static string Text(IEnumerable<Block> blocks) => string.Join(" ", blocks.Select(block => block.Text.Replace('\n', ' ').Trim()));

    [GeneratedRegex(@"^.{3,100}?(#\s?\d{1,5}|\b([Ii]ssue|[Ww]eek|[Nn]o\.|[Vv]ol\.?|[Nn]r\.?)\s?\d{1,4})(?=\s+\p{Lu})")]
    private static partial Regex TitlePattern();

    [GeneratedRegex(@"^(Introduction|Intro|Preface|Foreword|Welcome|Editorial|Einleitung|Vorwort|Introducción|Introduzione|Introdução|Avant-propos)(?=\s+\p{Lu})")]
    private static partial Regex OpeningWord();

    [GeneratedRegex(@"^\s*(Going forward|Closing(?: words| thoughts| remarks)?|Conclusions?|Outro|FEEDBACK|Feedback|That's all(?: for this \w+)?|Wrapping up|Final (?:words|thoughts)|Looking ahead|Next (?:week|month|time)|Until next (?:week|time)|Thanks|Ausblick|Schlusswort|En conclusion|Conclusión|Para terminar)\s+(?=\p{Lu})")]
    private static partial Regex ClosingWord();
}
