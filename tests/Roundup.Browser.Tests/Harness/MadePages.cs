using Microsoft.Playwright;

namespace Roundup.Browser.Tests.Harness;

/// <summary>
/// Pages of other sites, made up in the shape of the real ones and served under their names by the browser itself, with a content security policy
/// that lets a page do nothing at all.
/// </summary>
internal static class MadePages
{
    public const string Policy = "default-src 'none'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

    public const string OpenReviewAbstract = "We ask what a page can say when no server may read it. The loss $\\mathcal{L}$ falls & rises. Code is at https://github.com/made/up.";

    public static readonly string[] OpenReviewAuthors = [.. Enumerable.Range(1, 12).Select(i => $"Author Number{i}")];

    private static readonly Dictionary<string, string> Pages = new()
    {
        // As guests see it since 2026: no citation_* in the head.
        ["https://openreview.net/forum?id=MadeUp_-id1"] = $"""
            <title>Reading What Servers Cannot | OpenReview</title><link rel="canonical" href="https://openreview.net/forum">
            <body><nav><a href="https://github.com/openreview">GitHub</a></nav>
            <div class="forum-note">
              <div class="forum-title mt-2"><h2 class="citation_title">Reading What Servers Cannot</h2></div>
              <div class="forum-authors mb-2"><h3>{string.Join(", ", OpenReviewAuthors.Select(a => $"<a href='/profile?id=~{a.Replace(' ', '_')}1'>{a}</a>"))}</h3></div>
              <div class="note-content">
                <div><strong class="note-content-field disable-tex-rendering">TL;DR:</strong> <span class="note-content-value">Short words that are no abstract, though they are long enough to be taken for one by mistake.</span></div>
                <div><strong class="note-content-field disable-tex-rendering">Abstract:</strong> <div class="note-content-value markdown-rendered"><p>We ask what a page can say when no
                  server may read it. The loss <span class="katex"><span class="katex-mathml"><math><semantics><mi>L</mi><annotation encoding="application/x-tex">\mathcal&#123;L&#125;</annotation></semantics></math></span><span class="katex-html" aria-hidden="true">L</span></span> falls &amp; rises. Code is at <a href="https://github.com/made/up">https://github.com/made/up</a>.</p></div></div>
                <div><strong class="note-content-field disable-tex-rendering">Data:</strong> <span class="note-content-value"><a href="https://zenodo.org/records/1">zenodo.org/records/1</a></span></div>
              </div>
            </div>
            <div class="note"><div class="note-content"><strong class="note-content-field">Review:</strong> <span class="note-content-value">The abstract is fine. See <a href="https://github.com/other/work">other work</a>.</span></div></div>
            """,
        ["https://www.publisher.example/articles/s41586-001"] = $$"""
            <title>A closed article | The Journal</title><link rel="canonical" href="https://publisher.example/articles/s41586-001?a=b">
            <meta name="citation_title" content="A closed article on &lt;i&gt;open&lt;/i&gt; questions"><meta name="citation_journal_title" content="The Journal of Doors">
            <meta name="citation_author" content="Lovelace, Ada"><meta name="citation_author" content="Davis, Jr."><meta name="citation_author" content="The DOOR Collaboration">
            <meta name="citation_doi" content="10.1234/doors.2024.001"><meta name="citation_publication_date" content="2024/3/7"><meta name="citation_pdf_url" content="https://publisher.example/articles/s41586-001.pdf">
            <meta name="dc.description" content="Short."><meta name="__proto__" content="x"><meta name="constructor" content="y">
            <script type="application/ld+json">{ broken</script>
            <script type="application/ld+json">{"@graph":[{"@type":"WebSite","name":"Site"},{"@type":"ScholarlyArticle","headline":"Not this one","author":[{"name":"No One"}]}]}</script>
            <body class="abstract-page"><a class="abstract-link" href="#abs">Abstract</a>
            <section aria-labelledby="Abs1-abstract"><h2 id="Abs1-abstract">Abstract</h2><div><p>Abstract interpretation is not a heading here. Doors are studied, and what stands behind them is told at length.</p><p>A second part says less.</p></div></section>
            <section><h2>Data availability</h2><p><a href="https://figshare.com/articles/1">Data</a></p></section>
            """,
        ["https://arxiv.org/abs/2401.01234"] = """
            <title>[2401.01234] Counting Authors</title>
            <meta name="citation_title" content="Counting Authors in \'Ecole Style"><meta name="citation_author" content="Noether, Emmy"><meta name="citation_author" content="Erd\H{o}s, Paul">
            <meta name="citation_date" content="2024/01/02"><meta name="citation_online_date" content="2024/02/03"><meta name="citation_pdf_url" content="http://www.arxiv.org/pdf/2401.01234"><meta name="citation_arxiv_id" content="2401.01234">
            <meta name="citation_abstract" content="We count $n$ authors with $\mathcal{O}(n)$ steps, and this is said in many words. Code: https://github.com/count/authors.">
            <meta property="og:url" content="https://arxiv.org/abs/2401.01234v3"><meta property="og:site_name" content="arXiv.org">
            <link rel="canonical" href="https://arxiv.org/abs/2401.01234">
            <body><div id="content-inner"><div id="abs"><h1 class="title mathjax"><span class="descriptor">Title:</span>Counting Authors</h1>
            <blockquote class="abstract mathjax"><span class="descriptor">Abstract:</span>We count $n$ authors with many words, and this goes on for a while. Code: <a href="https://github.com/count/authors" class="link-external">this https URL</a>.</blockquote>
            <table><tr><td class="comments">Project page: <a href="https://count.github.io/">this https URL</a></td></tr></table></div>
            <div id="labstabs"><a href="https://huggingface.co/huggingface">What is Huggingface?</a></div></div>
            """,
        ["https://aclanthology.org/2023.acl-long.1/"] = """
            <title>Made Up Words - ACL Anthology</title>
            <meta content="Made Up Words: A Study" name="citation_title"><meta content="Grace Hopper" name="citation_author"><meta content="Alan Turing" name="citation_author">
            <meta content="2023/07" name="citation_publication_date"><meta content="https://aclanthology.org/2023.acl-long.1.pdf" name="citation_pdf_url"><meta content="10.18653/v1/2023.acl-long.1" name="citation_doi">
            <meta name="citation_conference_title" content="Proceedings of the 61st Annual Meeting">
            <body><div class="row acl-paper-details"><div class="col"><div class="card bg-light acl-abstract"><div class="card-body acl-abstract"><h5 class="card-title">Abstract</h5><span>Words are made up. We make up words, and count how often anybody notices that they were made up.</span></div></div>
            <dl><dt>Code</dt><dd><a href="https://github.com/made/words"><i></i>&nbsp;made/words</a></dd><dt>Bibkey:</dt><dd>x</dd></dl></div></div>
            """,
        ["https://www.lesswrong.com/posts/abcdefghijklmnopq/on-reading"] = $"""
            <title>On reading — LessWrong</title><link rel="canonical" href="https://www.lesswrong.com/posts/abcdefghijklmnopq/on-reading">
            <meta name="citation_title" content="On reading"><meta name="citation_author" content="someone"><meta name="citation_author" content="A. N. Other"><meta name="citation_publication_date" content="2025/05/06"><meta property="og:description" content="A short one.">
            <body><div class="PostsPage-postContent"><p>Reading is ~10 times slower than writing.</p><p>{string.Concat(Enumerable.Repeat("This goes on. ", 80))}</p><p>The end, which is not quoted.</p></div>
            <div class="CommentBody">We looked at <a href="https://github.com/commenter/x">code</a></div>
            """,
        ["https://www.bare.example/post"] = """
            <title>Only a title | Bare</title><meta property="og:site_name" content="Bare"><body><p id="pick">Words worth keeping.</p>
            """,
    };

    /// <summary>Answers for the other sites; what is not made up is not there.</summary>
    public static Task ServeAsync(IBrowserContext visitor) => visitor.RouteAsync(url => url.StartsWith("https://", StringComparison.Ordinal), route => route.FulfillAsync(new()
    {
        Status = Pages.ContainsKey(route.Request.Url) ? 200 : 404,
        ContentType = "text/html; charset=utf-8",
        Headers = new Dictionary<string, string> { ["Content-Security-Policy"] = Policy, ["Cross-Origin-Opener-Policy"] = "same-origin" },
        Body = $"<!doctype html><html lang=en><head><meta charset=utf-8>{Pages.GetValueOrDefault(route.Request.Url, "")}<script>document.title = 'A script of the page ran.'</script>",
    }));
}
