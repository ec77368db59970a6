using System.Text.RegularExpressions;
using Roundup.Model.Papers;

namespace Roundup.Formats.Reading;

/// <summary>What stands behind a link, by its label first, then by its address, then by the words before it.</summary>
internal static partial class LinkKinds
{
    public static LinkKind Of(string url, string label, string before)
    {
        foreach (var (kind, pattern) in new[] { (LinkKind.Code, CodeLabel()), (LinkKind.Data, DataLabel()), (LinkKind.Project, ProjectLabel()), (LinkKind.Video, VideoLabel()), (LinkKind.Discussion, DiscussionLabel()), (LinkKind.Pdf, PdfLabel()) })
            if (label.Length < 60 && pattern.IsMatch(label)) return kind;
        if (PaperLabel().IsMatch(label)) return PdfAddress().IsMatch(url) ? LinkKind.Pdf : LinkKind.Related;
        if (DataAddress().IsMatch(url)) return LinkKind.Data;
        if (CodeAddress().IsMatch(url)) return LinkKind.Code;
        if (VideoAddress().IsMatch(url)) return LinkKind.Video;
        if (DiscussionAddress().IsMatch(url)) return LinkKind.Discussion;
        if (PdfAddress().IsMatch(url)) return LinkKind.Pdf;
        if (LinkWords.AreGeneric(label) && CodeBefore().IsMatch(before)) return LinkKind.Code;
        if (label.Length == 0 && CodeBefore().IsMatch(before)) return LinkKind.Code;
        return ProjectAddress().IsMatch(url) ? LinkKind.Project : LinkKind.Related;
    }

    [GeneratedRegex(@"\b(codes?|repo(sitory)?|github|gitlab|implementation|notebook|colab|codebase|code repository)\b|^(代码|コード|코드)", RegexOptions.IgnoreCase)]
    private static partial Regex CodeLabel();

    [GeneratedRegex(@"^\W*((the|open) )?(data|data ?sets?|benchmark|corpus|weights|models?|数据集?)\W*$", RegexOptions.IgnoreCase)]
    private static partial Regex DataLabel();

    [GeneratedRegex(@"^\W*(the )?(project|project (page|website|site)|website|web ?page|home ?page|demo|项目(主页)?)\W*$", RegexOptions.IgnoreCase)]
    private static partial Regex ProjectLabel();

    [GeneratedRegex(@"^\W*(video|talk|youtube|recording|presentation)\W*$", RegexOptions.IgnoreCase)]
    private static partial Regex VideoLabel();

    [GeneratedRegex(@"^\W*(tweet|thread|twitter|discussion|comments|reddit|hacker news|hn|x)\W*$", RegexOptions.IgnoreCase)]
    private static partial Regex DiscussionLabel();

    [GeneratedRegex(@"^\W*(pdf( link)?|pdf version)\W*$", RegexOptions.IgnoreCase)]
    private static partial Regex PdfLabel();

    [GeneratedRegex(@"^\W*((the )?paper|arxiv|article|preprint|abs|report|book)\W*$", RegexOptions.IgnoreCase)]
    private static partial Regex PaperLabel();

    [GeneratedRegex(@"^https?://(www\.)?(github\.com/[\w.-]+/[\w.-]+|gist\.github\.com/|gitlab\.[\w.]+/[\w.-]+/|bitbucket\.org/[\w.-]+/|codeberg\.org/[\w.-]+/|sr\.ht/|(huggingface\.co|hf\.co)/(?!papers|blog|docs|datasets|collections)[\w.-]+/[\w.-]+|colab\.research\.google\.com/|codeocean\.com/|anonymous\.4open\.science/|paperswithcode\.com/)", RegexOptions.IgnoreCase)]
    private static partial Regex CodeAddress();

    [GeneratedRegex(@"^https?://(www\.)?((huggingface\.co|hf\.co)/datasets/|zenodo\.org/|(www\.)?kaggle\.com/datasets|figshare\.com/|[\w.]*dataverse\.|osf\.io/(?!preprints))", RegexOptions.IgnoreCase)]
    private static partial Regex DataAddress();

    [GeneratedRegex(@"^https?://(www\.|m\.)?(youtube\.com/|youtu\.be/|vimeo\.com/|slideslive\.com/|videolectures\.net/|bilibili\.com/)", RegexOptions.IgnoreCase)]
    private static partial Regex VideoAddress();

    [GeneratedRegex(@"^https?://(www\.|old\.|mobile\.)?(twitter\.com/|x\.com/|reddit\.com/r/|news\.ycombinator\.com/|bsky\.app/|mastodon\.|threads\.net/|linkedin\.com/)", RegexOptions.IgnoreCase)]
    private static partial Regex DiscussionAddress();

    [GeneratedRegex(@"\.pdf([?#].*)?$|arxiv\.org/pdf/|openreview\.net/pdf|/doi/pdf/", RegexOptions.IgnoreCase)]
    private static partial Regex PdfAddress();

    [GeneratedRegex(@"^https?://[\w-]+\.(github|gitlab)\.io/", RegexOptions.IgnoreCase)]
    private static partial Regex ProjectAddress();

    /// <summary>"Code can be found [here]", "they made their code public at [this repository]".</summary>
    [GeneratedRegex(@"\b(code|codebase|implementation|repository|source code|open[- ]sourced)\b[^.!?]{0,60}$|代码[^。]{0,20}$", RegexOptions.IgnoreCase)]
    private static partial Regex CodeBefore();
}
