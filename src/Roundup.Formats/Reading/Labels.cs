using System.Text.RegularExpressions;

namespace Roundup.Formats.Reading;

internal enum LabelKind
{
    Opinion,
    Abstract,
    Summary,
    Authors,

    /// <summary>Announces links: "Read more", "Code", "Paper link".</summary>
    Links,

    /// <summary>A name and a short value, of no part of ours: "Venue", "Published".</summary>
    Detail,
}

/// <param name="End">Where the labelled text begins.</param>
/// <param name="Author">Whose opinion it is, where the label says so.</param>
internal sealed record Label(LabelKind Kind, int Start, int End, string? Author = null);

/// <summary>Words that say what the text after them is: "My opinion:", "**Abstract**", "Code:".</summary>
internal static partial class Labels
{
    /// <summary>A label is a few words; more is a sentence.</summary>
    private const int Longest = 70;

    public static bool StartsWithLabel(string line)
    {
        if (line.Length == 0) return false;
        var first = line[0];
        if (first is not ('*' or '_') && line.AsSpan(0, Math.Min(line.Length, Longest)).IndexOfAny(':', '：') < 0 && line.Length > Longest) return false;
        return At(new InlineText(line)) is { Kind: not LabelKind.Detail };
    }

    /// <summary>The label that the text opens with; null for none.</summary>
    public static Label? At(InlineText text, int run = 0)
    {
        var runs = text.Runs;
        while (run < runs.Count && runs[run].IsBlank) run++;
        if (run == runs.Count || runs[run].Url is not null) return null;
        var (words, end, isDressed, hasColon) = runs[run].Bold || runs[run].Italic ? Dressed(text, run) : Undressed(text, run);
        if (words.Length is 0 or > Longest) return null;
        var isAll = string.IsNullOrWhiteSpace(text.Markdown[end..].Trim('*', '_'));
        if (!hasColon && !isAll && !isDressed) return null;
        var start = LabelStart(text, run);
        if (Known(words, isDressed || isAll || hasColon) is { } known)
        {
            var isMeta = known.Kind == LabelKind.Opinion && MetadataPattern().IsMatch(text.Markdown.AsSpan(end, Math.Min(60, text.Markdown.Length - end)));
            return isMeta ? new Label(LabelKind.Detail, start, end) : new Label(known.Kind, start, end, known.Author);
        }

        return isDressed && hasColon && words.Length <= 40 ? new Label(LabelKind.Detail, start, end) : null;
    }

    /// <summary>What a few words announce: also for headings and for columns of a table.</summary>
    public static (LabelKind Kind, string? Author)? Known(string words, bool isMarked = true)
    {
        var plain = words.Trim().Trim(':', '：', '.', '*', '_', '"', '“', '”', '-', '–', '—', '!', ' ');
        plain = EmojiPattern().Replace(plain, "").Trim();
        if (plain.Length is 0 or > Longest) return null;
        if (OpinionWords.Read(plain) is { } opinion) return (LabelKind.Opinion, opinion.Author);
        if (!isMarked) return null;
        if (AbstractPattern().IsMatch(plain)) return (LabelKind.Abstract, null);
        if (SummaryPattern().IsMatch(plain)) return (LabelKind.Summary, null);
        if (AuthorsPattern().IsMatch(plain)) return (LabelKind.Authors, null);
        return LinksPattern().IsMatch(plain) ? (LabelKind.Links, null) : null;
    }

    private static int LabelStart(InlineText text, int run)
    {
        var before = run == 0 ? 0 : text.Runs[run - 1].End;
        return Math.Min(text.Runs[run].Start, Math.Max(before, 0));
    }

    private static (string Words, int End, bool IsDressed, bool HasColon) Dressed(InlineText text, int run)
    {
        var last = run;
        while (last + 1 < text.Runs.Count && (text.Runs[last + 1].Bold || text.Runs[last + 1].Italic) && text.Runs[last + 1].Url is null) last++;
        var words = string.Concat(text.Runs.Skip(run).Take(last - run + 1).Select(each => each.Plain)).Trim();
        var end = text.Runs[last].End;
        while (end < text.Markdown.Length && text.Markdown[end] is '*' or '_') end++;
        var colon = words.EndsWith(':') || words.EndsWith('：');
        if (!colon && ColonPattern().Match(text.Markdown, end, Math.Min(4, text.Markdown.Length - end)) is { Success: true } after && after.Index == end)
        {
            end += after.Length;
            colon = true;
        }

        // "_My opinion:_" in one run with what follows is no label of its own: "*My opinion: this is great*".
        var inner = words.IndexOfAny([':', '：']);
        if (inner > 0 && inner < words.Length - 1 && Known(words[..inner]) is not null) return Undressed(text, run);
        return (words, end, true, colon);
    }

    private static (string Words, int End, bool IsDressed, bool HasColon) Undressed(InlineText text, int run)
    {
        var from = text.Runs[run].Start;
        var length = Math.Min(Longest + 10, text.Markdown.Length - from);
        var colon = text.Markdown.AsSpan(from, length).IndexOfAny(':', '：');
        var line = text.Markdown.AsSpan(from, length).IndexOf('\n');
        if (colon >= 0 && (line < 0 || colon < line)) return (text.Markdown.Substring(from, colon).Trim('*', '_', ' '), from + colon + 1, false, true);
        var dash = DashPattern().Match(text.Markdown, from, length);
        if (dash.Success && (line < 0 || dash.Index - from < line) && OpinionWords.Read(text.Markdown[from..dash.Index].Trim()) is not null)
            return (text.Markdown[from..dash.Index].Trim(), dash.Index + dash.Length, false, true);
        var all = line >= 0 ? line : text.Markdown.Length - from;
        return all > Longest ? ("", 0, false, false) : (text.Markdown.Substring(from, all).Trim(), from + all, false, false);
    }

    [GeneratedRegex(@"\G\s?[:：]", RegexOptions.None)]
    private static partial Regex ColonPattern();

    [GeneratedRegex(@"\s[—–-]\s")]
    private static partial Regex DashPattern();

    [GeneratedRegex(@"^\W*(\d+ (pages?|figures?|pp)|accepted|to appear|published (at|in)|camera.ready|submitted|under review|code (is )?(available )?at http)", RegexOptions.IgnoreCase)]
    private static partial Regex MetadataPattern();

    [GeneratedRegex(@"^[\p{So}\p{Cs}\uFE0F\u200D\s]+|[\p{So}\p{Cs}\uFE0F\u200D\s]+$")]
    private static partial Regex EmojiPattern();

    [GeneratedRegex(@"^((original |paper |full |the |arxiv )?abstract( \(.*\))?|(from the )?abstract|zusammenfassung|kurzfassung|résumé( de l'article)?|resumé|resumen|riassunto|resumo|samenvatting|аннотация|摘要|论文摘要|要旨|概要|アブストラクト|초록)$", RegexOptions.IgnoreCase)]
    private static partial Regex AbstractPattern();

    [GeneratedRegex(@"^((my |our |brief |short |quick |one[- ](line|sentence) |paper |ai |the )?(summary|summaries|description)|tl;?\s?dr|in (short|brief|a nutshell)|the gist|gist|overview|key (points?|ideas?|takeaways?|findings?|insights?|results?|contributions?)|main (points?|ideas?|findings?|results?|contributions?)|what('s| is) new|what (it|they|the authors) (does|did|do|found)|method(s|ology)?|results?|background|problem|contributions?|kurz gesagt|en bref|en resumen|要点|总结|まとめ|요약)$", RegexOptions.IgnoreCase)]
    private static partial Regex SummaryPattern();

    [GeneratedRegex(@"^(the )?(authors?(\(s\))?|by|writers?|autor(en|es|in|innen)?|auteurs?|autori|作者|著者|저자|авторы?)$", RegexOptions.IgnoreCase)]
    private static partial Regex AuthorsPattern();

    [GeneratedRegex(@"^(read (more|the paper|it|the full paper)( here| on)?|more( info(rmation)?)?|see also|further reading|related( (work|papers?|reading|links?|posts?))?|links?|urls?|(paper|arxiv|pdf|code|project|source|abs|doi|github|article|full.text|download|website|blog)( ?(links?|urls?|page|repo(sitory)?|post))?|paper (&|and) code|sources?( code)?|(official )?(code|implementation|repo(sitory)?|github|gitlab|hugging ?face|colab|demo|models?|weights|datasets?|data|project|website|homepage|video|slides|talk|tweet|thread|twitter|x|blog|poster|openreview|arxiv|pdf|doi|html|venue link)|weiterlesen|mehr( dazu)?|lire (plus|la suite)|en savoir plus|leer más|enlaces?|liens?|论文|论文链接|链接|代码|代码链接|项目|项目主页|コード|リンク|論文|코드|링크|논문)$", RegexOptions.IgnoreCase)]
    private static partial Regex LinksPattern();
}
