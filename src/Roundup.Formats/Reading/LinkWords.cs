using System.Text.RegularExpressions;

namespace Roundup.Formats.Reading;

/// <summary>Words that are linked because something had to be: "here", "paper", "code". They name no work.</summary>
internal static partial class LinkWords
{
    public static bool AreGeneric(string label)
    {
        var plain = label.Trim().Trim('[', ']', '(', ')', ' ', '.', ':', ',', '*', '_', '→', '»', '>', '!').Trim();
        return plain.Length == 0 || (plain.Length <= 60 && GenericPattern().IsMatch(plain)) || !plain.Any(char.IsLetterOrDigit);
    }

    /// <summary>Whether a text holds only links, the words that announce them, and the marks between them.</summary>
    public static bool AreAll(InlineText text) =>
        text.Links.Any() && text.Runs.Where(run => run.Url is null).All(run => BetweenPattern().IsMatch(run.Plain) || AreGeneric(run.Plain));

    private const string Noun =
        @"(papers?|pdf|arxiv|abs(tract)?( page)?|codes?|github|gitlab|repo(sitory|s)?|project|page|web ?(site|page)|home ?page|site|blog|posts?|articles?|tweets?|threads?|twitter|videos?|slides|talk|demo|sources?|url|doi|html|data(set)?s?|models?|weights|checkpoints?|hugging ?face|hf|openreview|supp(lement(ary)?)?|appendix|poster|summary|reviews?|notes?|discussion|comments?|links?|colab|notebook|docs?|documentation|preprint|publication|book|report|survey|announcement|press release|news|podcast|interview|tutorial|playground|leaderboard|benchmark|semantic scholar|scholar|alphaxiv|acl( anthology)?|ieee|acm|nature|science|springer|neurips|nips|iclr|icml|cvpr|reddit|hn|hacker news|lesswrong|alignment forum|youtube|bibtex|bib|cite|json|implementation|pytorch|tensorflow|jax|stars?|badge|image|figure|website link|author'?s? page|原文|论文|代码|项目|链接|论文链接|代码链接|主页|論文|コード|논문|코드|artikel|quelle|aufsatz|article complet|papier|artículo|código|enlace|lien)";

    [GeneratedRegex(@"^(\[?(here|this|that|link|one|read( it)?|more|read (more|the (full |whole )?(paper|article|post|thread))( here| on)?|via|available( here)?|lire la suite|leer más|weiterlesen|hier|ici|aquí|this (one|https? url)|this )\]?|((the|a|this|full|official|original|read|see|view|open|download|project|paper|companion|our|their|short|journal|conference|published|free|live|online|interactive|code|arxiv|nips|neurips|icml|acl|blog|github|pytorch|tf|web|source|uzh)[ -])*" + Noun + @"( (\([^()]{1,14}\)|\d{1,2}|here|link|page|post|repo|version|paper|only))?)$", RegexOptions.IgnoreCase)]
    private static partial Regex GenericPattern();

    [GeneratedRegex(@"^[\s\p{P}\p{S}]*((and|or|und|oder|et|ou|y|o|&|here|available|at|on|see|also|via|read|more|links?|soon|coming soon|\d{1,3})[\s\p{P}\p{S}]*)*$", RegexOptions.IgnoreCase)]
    private static partial Regex BetweenPattern();
}
