using System.Text.RegularExpressions;

namespace Roundup.Formats.Reading;

/// <summary>Asks of one block how it could begin a paper.</summary>
internal sealed partial class LeadFinder(PaperMarks marks)
{
    /// <summary>The title that the block could begin with; null for none.</summary>
    public Lead? Find(Block block)
    {
        if (block.Reference is { } reference) return new Lead(LeadForm.Link, 0, 0, reference.Title, IsPaper: true);
        if (block.Kind is BlockKind.Rule or BlockKind.Code or BlockKind.Quote || block.Text.Length == 0) return null;
        if (block.Kind == BlockKind.Row) return new RowReader(this).Find(block);
        return FindIn(block.Inline, block.Kind);
    }

    public Lead? FindIn(InlineText text, BlockKind kind)
    {
        var first = FirstWords(text);
        if (first < 0) return null;
        if (PaperMarks.IsBare(text.Plain) || StartsBare(text.Runs[first])) return Bare(text, first);
        if (PaperLabel().IsMatch(text.Markdown) && text.Links.FirstOrDefault() is { Label: true, Plain: not null } linked && WordCount(linked.Plain) > 2 && IsTitle(linked.Plain.Trim()))
            return new Lead(LeadForm.Link, linked.Start, linked.End, linked.Plain.Trim(), LinksToPaper(text));
        if (TitleLabel().Match(text.Markdown) is { Success: true } named && text.Markdown.Length - named.Length is > 3 and < 400)
            return new Lead(LeadForm.Named, 0, text.Markdown.Length, InlineText.PlainOf(text.Markdown[named.Length..]).Trim(), LinksToPaper(text));
        if ((first == 0 ? Labels.At(text) : Labels.At(text, first)) is { } label && !IsHeadline(text, label)) return null;
        var run = text.Runs[first];
        if (run.Url is not null) return run.Label ? Linked(text, first, kind) : Bare(text, first);
        if (run.Bold) return Bold(text, first, kind);
        return WordsLead.Find(text, first, marks, kind);
    }

    public bool PointsAtPaper(string markdown) => markdown.Length < 4000 && LinksToPaper(new InlineText(markdown));

    /// <summary>"**Drift is linear after all:**" on a line of its own: a colon alone makes no label of it.</summary>
    private static bool IsHeadline(InlineText text, Label label) =>
        label.Kind == LabelKind.Detail && text.Markdown.AsSpan(label.End).IsWhiteSpace() && WordCount(text.Plain) > 3;

    private static bool StartsBare(Run run) => run.Url is not null && PaperMarks.IsBare(run.Plain);

    /// <summary>The first run that says something: past numbers, dates, venues in brackets, and links that are only labels.</summary>
    private static int FirstWords(InlineText text)
    {
        for (var at = 0; at < text.Runs.Count; at++)
        {
            var run = text.Runs[at];
            var rest = at + 1 < text.Runs.Count;
            var isPrefix = run.IsBlank || (PrefixPattern().IsMatch(run.Plain) && run.Url is null) || (run.Url is not null && run.Label && LinkWords.AreGeneric(run.Plain) && !PaperMarks.IsBare(run.Plain));
            if (!isPrefix) return at;
            if (!rest) return -1;
        }

        return -1;
    }

    private Lead? Bare(InlineText text, int run)
    {
        var words = PaperMarks.IsBare(text.Plain) && text.Runs[run].Url is null ? text.Plain.Trim() : text.Runs[run].Plain;
        if (marks.AddressOf(words) is null && text.Runs[run].Url is null) return null;
        var end = text.Runs[run].Url is null ? text.Markdown.Length : text.Runs[run].End;
        return new Lead(LeadForm.Bare, text.Runs[run].Start, end, words, marks.IsPaper(words) || marks.IsPaper(text.Runs[run].Url));
    }

    private Lead? Linked(InlineText text, int run, BlockKind kind)
    {
        var last = run;
        while (last + 1 < text.Runs.Count && text.Runs[last + 1] is var next
            && (next.Url == text.Runs[run].Url || (next.Url is null && next.IsBlank && last + 2 < text.Runs.Count && text.Runs[last + 2].Url == text.Runs[run].Url))) last++;
        var title = string.Concat(text.Runs.Skip(run).Take(last - run + 1).Select(each => each.Plain)).Trim();
        if (!IsTitle(title) || text.Runs[run].Url!.StartsWith('#')) return null;
        var isPaper = marks.IsPaper(text.Runs[run].Url) || LinksToPaper(text);
        var (start, end) = Dress(text.Markdown, text.Runs[run].Start, text.Runs[last].End);
        var opens = Opens(text.Markdown, end);
        if (!opens && kind != BlockKind.Row && !(kind == BlockKind.Item && isPaper && WordCount(title) >= 3)) return null;
        return new Lead(LeadForm.Link, start, end, title, isPaper);
    }

    private Lead? Bold(InlineText text, int run, BlockKind kind)
    {
        var last = run;
        while (last + 1 < text.Runs.Count && (text.Runs[last + 1].Bold || (text.Runs[last + 1].IsBlank && last + 2 < text.Runs.Count && text.Runs[last + 2].Bold && !text.Runs[last + 1].Plain.Contains('\n')))) last++;
        var title = string.Concat(text.Runs.Skip(run).Take(last - run + 1).Select(each => each.Plain)).Trim();
        var (start, end) = Dress(text.Markdown, text.Runs[run].Start, text.Runs[last].End);
        var isLine = text.Markdown.AsSpan(end).IsWhiteSpace() && WordCount(title) > 3;
        if (!IsTitle(title) || (title.EndsWith(':') && !isLine) || Names.AreMany(title) || LinkWords.AreGeneric(title)) return null;
        var isPaper = LinksToPaper(text);
        var rest = text.Markdown.AsSpan(end).TrimStart();
        if (rest.StartsWith(":") && WordCount(title) < 4 && !isPaper) return null;
        return Opens(text.Markdown, end) ? new Lead(LeadForm.Bold, start, end, title, isPaper) : null;
    }

    private bool LinksToPaper(InlineText text) => text.Links.Any(link => marks.IsPaper(link.Url)) || PaperMarks.Ids(text.Plain).Any();

    /// <summary>Whether what follows a title could follow a title: an end, a mark, people; not the rest of a sentence.</summary>
    private static bool Opens(string markdown, int end)
    {
        var rest = markdown.AsSpan(end).TrimStart(" *_”\"’'");
        return rest.Length == 0 || rest[0] is '\n' or '(' or '[' or '-' or '–' or '—' or ':' or '：' or '.' or '|' or '•' or '·' or ';' or '<' or ',' or '!' or '→' or '（' or '【' or '`' || char.IsDigit(rest[0])
            || rest.StartsWith("by ", StringComparison.OrdinalIgnoreCase) || rest.StartsWith("http", StringComparison.OrdinalIgnoreCase)
            || (end < markdown.Length && markdown[end..].TrimStart() is ['*' or '_', ..]);
    }

    /// <summary>Stretches a title over the marks and quotes around it.</summary>
    public static (int Start, int End) Dress(string markdown, int start, int end)
    {
        while (start > 0 && markdown[start - 1] is '*' or '_' or '“' or '"' or '„' or '«') start--;
        while (end < markdown.Length && (markdown[end] is '*' or '_' && !(end + 1 < markdown.Length && markdown[end + 1] == '(') || (markdown[end] is '”' or '"' or '“' or '»' && start < end && markdown[start] is '“' or '"' or '„' or '«'))) end++;
        return (start, end);
    }

    public static int WordCount(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;

    private static bool IsTitle(string title) =>
        title.Length is >= 2 and <= 400 && title.Any(char.IsLetter) && WordCount(title) <= 45 && !LinkWords.AreGeneric(title) && Labels.Known(title) is null;

    /// <summary>"Paper: [Title](…)"</summary>
    [GeneratedRegex(@"^[*_]*(paper|article|preprint|aufsatz|artículo|论文|論文|논문)( (of the (week|day|month)|#?\d{1,3}))?[*_]*\s?[:：][*_]*\s*\[", RegexOptions.IgnoreCase)]
    private static partial Regex PaperLabel();

    [GeneratedRegex(@"^[*_]*(paper )?(title|titel|titre|título|titolo|标题|题目|タイトル|제목)[*_]*\s?[:：][*_]*\s*", RegexOptions.IgnoreCase)]
    private static partial Regex TitleLabel();

    [GeneratedRegex(@"^[\s\p{So}\p{Sk}\p{Cs}\uFE0F\u200D\p{Pd}•·|,:;.\[\](){}★☆→>""“”*'‘’]*((\[[xX]\]|\(?\d{1,3}[.):\]]|#\d{1,3}[.:)]?|\[\d{1,3}\]|[\[(]?\d{4}[-/.](\d\d|\p{L}{3})([-/.]\d\d)?[\])]?|\d{1,2}\.?\s\p{L}{3,9}\.?(\s\d{4})?|\p{L}{3,9}\.?\s\d{1,2}(,?\s\d{4})?|[\[(][*_`]*[\p{Lu}][\p{L}\-. ]{1,14}['’ -]?\d{2,4}[*_`]*[\])]|[\[(]\d{4}[\])])[\s\p{So}\uFE0F\p{Pd}•·|,:;.]*)?$")]
    private static partial Regex PrefixPattern();
}
