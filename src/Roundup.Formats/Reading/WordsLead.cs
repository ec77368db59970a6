using System.Text.RegularExpressions;

namespace Roundup.Formats.Reading;

/// <summary>Finds a title in plain words: before the links that belong to it, or as a short line of its own.</summary>
internal static partial class WordsLead
{
    public static Lead? Find(InlineText text, int first, PaperMarks marks, BlockKind kind)
    {
        var start = text.Runs[first].Start;
        var isPaper = text.Links.Any(link => marks.IsPaper(link.Url)) || PaperMarks.Ids(text.Plain).Any();
        if (Citation.Find(text, start) is { } cited && (isPaper || kind == BlockKind.Item)) return new Lead(LeadForm.Words, cited.Start, cited.End, InlineText.PlainOf(text.Markdown[cited.Start..cited.End]).Trim(), isPaper);
        var link = Enumerable.Range(first, text.Runs.Count - first).Where(at => text.Runs[at].Url is not null).Select(at => (int?)at).FirstOrDefault();
        var id = PaperMarks.Ids(text.Markdown).FirstOrDefault(match => match.Index >= start)?.Index ?? int.MaxValue;
        if (link is null && id == int.MaxValue) return Plain(text, start, isPaper);
        var at = Math.Min(id, link is { } index ? text.Runs[index].Start : int.MaxValue);
        if (Introduced(text, first, link, at, marks, kind) is { } named) return named;
        if (link is { } follower && at == text.Runs[follower].Start && !Follows(text, follower)) return FirstLine(text, start, at, isPaper);
        return Until(text, start, at, isPaper) ?? FirstLine(text, start, at, isPaper);
    }

    /// <summary>"Meng et al.: [Title](…)": a linked title that a few words introduce.</summary>
    private static Lead? Introduced(InlineText text, int first, int? link, int at, PaperMarks marks, BlockKind kind)
    {
        if (link is not { } index || at != text.Runs[index].Start || !text.Runs[index].Label) return null;
        var run = text.Runs[index];
        var before = text.Markdown[text.Runs[first].Start..at].Trim();
        if (LeadFinder.WordCount(run.Plain) < 3 || LinkWords.AreGeneric(run.Plain) || LeadFinder.WordCount(before) > 12) return null;
        var introduces = before.EndsWith(':') || before.EndsWith('：') || Names.AreAll(before.TrimEnd(',', '.', '-', '–', '“', '"', ' '), mayBeOne: true) || ColonBeforeQuote().IsMatch(before);
        if (!introduces || (kind == BlockKind.Paragraph && !marks.IsPaper(run.Url))) return null;
        return new Lead(LeadForm.Link, run.Start, run.End, run.Plain.Trim(), marks.IsPaper(run.Url));
    }

    /// <summary>Whether links close the words before them, and are not the object of a sentence.</summary>
    private static bool Follows(InlineText text, int link)
    {
        var run = text.Runs[link];
        var before = text.Markdown[..run.Start].TrimEnd(' ');
        if (run.Label && !LinkWords.AreGeneric(run.Plain) && !PaperMarks.IsBare(run.Plain) && !before.EndsWith('[') && !before.EndsWith('(')) return false;
        if (ArticlePattern().IsMatch(before)) return false;
        var rest = AndLink().Replace(text.Markdown[run.End..], "").TrimStart(' ', '*', '_', ')', ']', '.');
        return rest.Length == 0 || !char.IsLetter(rest[0]) || !char.IsLower(rest[0]) || before.EndsWith('[') || before.EndsWith('(') || !run.Label;
    }

    private static Lead? Until(InlineText text, int start, int at, bool isPaper)
    {
        var before = IntroPattern().Replace(text.Markdown[start..at], "");
        if (before.Contains('\n')) return FirstLine(text, start, at, isPaper);
        var end = start + before.Length;
        var title = InlineText.PlainOf(text.Markdown[start..end]).Trim();
        return IsPlainTitle(title, 45) ? new Lead(LeadForm.Words, start, end, title, isPaper) : null;
    }

    private static Lead? FirstLine(InlineText text, int start, int at, bool isPaper)
    {
        var line = text.Markdown.IndexOf('\n', start);
        if (line < 0 || line > at) return null;
        var title = InlineText.PlainOf(text.Markdown[start..line]).Trim();
        return IsPlainTitle(title, 30) && !title.EndsWith('.') ? new Lead(LeadForm.Plain, start, line, title, isPaper) : null;
    }

    private static Lead? Plain(InlineText text, int start, bool isPaper)
    {
        var line = text.Markdown.IndexOf('\n', start) is > 0 and var found ? found : text.Markdown.Length;
        var title = InlineText.PlainOf(text.Markdown[start..line]).Trim();
        return IsPlainTitle(title, 30) && !title.EndsWith('.') ? new Lead(LeadForm.Plain, start, line, title, isPaper) : null;
    }

    private static bool IsPlainTitle(string title, int mostWords)
    {
        if (title.Length is < 4 or > 300 || title[^1] is ';' or ',' or ':' || LeadFinder.WordCount(title) > mostWords) return false;
        var firstLetter = title.FirstOrDefault(char.IsLetter);
        return firstLetter != default && (LeadFinder.WordCount(title) >= 2 || title.Length >= 6) && !Names.AreMany(title) && !LinkWords.AreGeneric(title)
            && Labels.Known(title) is null && !Sections.AreFurniture(title) && !SentencePattern().IsMatch(title)
            && !(SpokenPattern().IsMatch(title) && LeadFinder.WordCount(title) > 6);
    }

    [GeneratedRegex(@"[\s\[({,;:.\-–—|/•·<""“]*((read more( on| at)?|paper|preprint|link|links|pdf|arxiv|doi|url|available( at)?|see|code|code at|in|at|via|from|source)[\s\[({,;:.\-–—|<]*)?$", RegexOptions.IgnoreCase)]
    private static partial Regex IntroPattern();

    [GeneratedRegex(@"^\s*(or|and|und|&|/|,)\s*(?=\[)")]
    private static partial Regex AndLink();

    [GeneratedRegex(@"^(i('m|'ve|'ll)?|we('re|'ve)?|you|if you|here('s| is| are)|there (is|are)|check out|read|thanks|thank you|please|for more|let me|this (is|week)|these)\s", RegexOptions.IgnoreCase)]
    private static partial Regex SpokenPattern();

    [GeneratedRegex(@"[:：]\s*[“""„]$")]
    private static partial Regex ColonBeforeQuote();

    [GeneratedRegex(@"\b(a|an|the|this|these|their|our|his|her|its|great|nice|excellent|incredible|interesting|recent|new|read|see|check out|in|of|to|and|with)$", RegexOptions.IgnoreCase)]
    private static partial Regex ArticlePattern();

    [GeneratedRegex(@"[.!?] \p{Lu}\p{Ll}+ \p{Ll}+ \p{Ll}+")]
    private static partial Regex SentencePattern();
}
