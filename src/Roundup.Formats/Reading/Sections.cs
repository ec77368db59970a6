using System.Text.RegularExpressions;

namespace Roundup.Formats.Reading;

/// <summary>Headings that every roundup has: they hold the post together and name no paper.</summary>
internal static partial class Sections
{
    /// <summary>Whether the heading belongs to the furniture of a post, in whatever sense.</summary>
    public static bool AreFurniture(string heading) => OpensIssue(heading) || HoldsPapers(heading) || ClosesIssue(heading) || OtherPattern().IsMatch(Words(heading));

    /// <summary>Whether the heading's place in the issue says all that its words do.</summary>
    public static bool SayNothing(string heading) => OpensIssue(heading) || HoldsPapers(heading) || ClosesIssue(heading);

    public static bool OpensIssue(string heading) => OpeningPattern().IsMatch(Words(heading));

    /// <summary>"Papers", "This week's papers": says no more than that papers follow.</summary>
    public static bool HoldsPapers(string heading) => PapersPattern().IsMatch(Words(heading));

    public static bool ClosesIssue(string heading) => ClosingPattern().IsMatch(Words(heading));

    private static string Words(string heading) => heading.Length > 80 ? "" : EdgePattern().Replace(heading, "").Replace('’', '\'');

    [GeneratedRegex(@"^[^\p{L}\p{N}]+|[^\p{L}\p{N})]+$")]
    private static partial Regex EdgePattern();

    [GeneratedRegex(@"^(introduction|intro|preface|foreword|welcome|hello|about( this (issue|newsletter|post))?|editorial|from the editor|preamble|einleitung|einführung|vorwort|editorial|avant-propos|éditorial|introducción|presentación|prólogo|introduzione|introdução|inleiding|введение|前言|引言|导言|简介|はじめに|서론)$", RegexOptions.IgnoreCase)]
    private static partial Regex OpeningPattern();

    [GeneratedRegex(@"^((the |this (week|month)'?s |top |new |recent |latest |selected |featured |all |research |interesting |more |my |our |weekly |monthly |daily |today'?s |ai |ml |\d+ )*(papers?|articles|publications|preprints|reading list|paper list|list|entries|the list|readings?|research|paper summaries)( of the (week|month|day))?( list)?|(die |neue )?(arbeiten|artikel|veröffentlichungen|papiere)|(les )?(articles|papiers|publications)|(los )?artículos|publicaciones|articoli|artigos|статьи|论文( ?列表)?|本周论文|論文|논문)$", RegexOptions.IgnoreCase)]
    private static partial Regex PapersPattern();

    [GeneratedRegex(@"^(going forward|closing( (words|thoughts|remarks|notes?))?|conclusions?|outro|feedback|that's (all|it)( .{1,30})?|wrap(ping)?[- ]?up|final (words|thoughts|notes?)|until next (time|week)|see you( .{1,30})?|thank(s| you)( .{1,30})?|next (week|time|month|issue)|looking ahead|end ?notes?|credits|acknowledg(e)?ments?|contact|subscribe|contribut(e|ing)|license|schluss(wort)?|ausblick|zum schluss|bis nächste woche|conclusion|pour finir|en conclusion|à la semaine prochaine|conclusión|para terminar|despedida|hasta la próxima( semana)?|conclusione|conclusão|заключение|结语|结束语|写在最后|おわりに|맺음말)$", RegexOptions.IgnoreCase)]
    private static partial Regex ClosingPattern();

    [GeneratedRegex(@"^((table of )?contents?|toc|references|bibliography|comments?|\d+ comments?|share|related posts|news|highlights?|other|misc(ellaneous)?|links|mentioned in|new comment|discussion about this post|inhalt(sverzeichnis)?|sommaire|índice|目录)$", RegexOptions.IgnoreCase)]
    private static partial Regex OtherPattern();
}
