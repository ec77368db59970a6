using Roundup.Model.Papers;

namespace Roundup.Tests.Sources.Pages;

public partial class Made_pages
{
    private const string Short = "In which I explain why I keep lists, and what for…";

    private static IEnumerable<Made> Forums =>
    [
        new("LessWrong", "https://www.lesswrong.com/posts/abcdefghijklmnopq/why-lists", $"""
            <title>Why lists — LessWrong</title><meta name="description" content="{Short}"><meta name="citation_title" content="Why lists"><meta name="citation_author" content="jane_d"><meta name="citation_author" content="Max Roe">
            <meta name="citation_publication_date" content="2022/10/31"><meta property="og:title" content="Why lists — LessWrong"><meta property="og:type" content="article"><meta property="og:site_name" content="LessWrong">
            <meta property="og:description" content="{Short}"><link rel="canonical" href="https://www.lesswrong.com/posts/abcdefghijklmnopq/why-lists">
            """)
        { Title = "Why lists", Authors = "jane_d; Max Roe", Date = "2022-10-31", Venue = "LessWrong" },
        new("Alignment Forum, also on LessWrong", "https://www.alignmentforum.org/posts/abcdefghijklmnopq/why-lists", """
            <title>Why lists — AI Alignment Forum</title><meta name="citation_title" content="Why lists"><meta name="citation_author" content="Jane Doe"><meta name="citation_publication_date" content="2022/10/31">
            <meta property="og:title" content="Why lists — AI Alignment Forum"><meta property="og:site_name" content="AI Alignment Forum"><link rel="canonical" href="https://www.lesswrong.com/posts/abcdefghijklmnopq/why-lists">
            """)
        { Title = "Why lists", Authors = "Jane Doe", Date = "2022-10-31", Venue = "AI Alignment Forum" },
        new("EA Forum", "https://forum.effectivealtruism.org/posts/abcdefghijklmnopq/lists", """
            <meta name="citation_title" content="Lists for good"><meta name="citation_author" content="Jane Doe"><meta name="citation_publication_date" content="2023/02/01"><meta property="og:title" content="Lists for good — EA Forum"><meta property="og:site_name" content="EA Forum">
            """)
        { Title = "Lists for good", Authors = "Jane Doe", Date = "2023-02-01", Venue = "EA Forum" },
        new("A forum in JSON-LD", "https://talk.example.org/t/lists/4", """
            <meta property="og:site_name" content="Talk"><title>Lists? - Talk</title><script type="application/ld+json">{"@context":"http://schema.org","@type":"DiscussionForumPosting","headline":"Lists?","author":{"@type":"Person","name":"jdoe","url":"https://talk.example.org/u/jdoe"},"datePublished":"2021-05-06T07:08:09Z"}</script>
            """)
        { Title = "Lists?", Authors = "jdoe", Date = "2021-05-06", Venue = "Talk" },
    ];

    private static IEnumerable<Made> Blogs =>
    [
        new("Substack", "https://lists.substack.com/p/why-lists", """
            <title>Why lists - by Jane Doe - The List</title><meta property="og:type" content="article"><meta property="og:title" content="Why lists"><meta name="twitter:title" content="Why lists"><meta name="description" content="And what for"><meta property="og:description" content="And what for"><meta name="author" content="Jane Doe">
            <link rel="canonical" href="https://lists.substack.com/p/why-lists"><script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","url":"https://lists.substack.com/p/why-lists","mainEntityOfPage":"https://lists.substack.com/p/why-lists","headline":"Why lists","description":"And what for","image":[],"datePublished":"2023-04-05T06:07:08+00:00","dateModified":"2023-04-06T06:07:08+00:00","isAccessibleForFree":true,"author":[{"@type":"Person","name":"Jane Doe","url":"https://substack.com/@jane","identifier":"user:1","sameAs":["https://twitter.com/jane"]}],"publisher":{"@type":"Organization","name":"The List"}}</script>
            """)
        { Title = "Why lists", Authors = "Jane Doe", Date = "2023-04-05", Venue = "The List" },
        new("Medium", "https://medium.com/@jane/why-lists-0123456789ab", """
            <title data-rh="true">Why lists. And what for | by Jane Doe | The List | Medium</title><meta property="al:ios:app_name" content="Medium"/><meta data-rh="true" property="og:site_name" content="Medium"/><meta data-rh="true" property="og:type" content="article"/><meta data-rh="true" property="article:published_time" content="2020-06-07T08:09:10.111Z"/>
            <meta data-rh="true" property="og:title" content="Why lists"/><meta data-rh="true" name="author" content="Jane Doe"/><meta data-rh="true" property="article:author" content="https://medium.com/@jane"/><link data-rh="true" rel="canonical" href="https://blog.example.org/why-lists-0123456789ab"/>
            """)
        { Title = "Why lists", Authors = "Jane Doe", Date = "2020-06-07", Venue = "Medium", Ids = "url:https://blog.example.org/why-lists-0123456789ab" },
        new("WordPress with Yoast", "https://janedoe.example.org/2019/08/why-lists/", """
            <title>Why lists - Jane&#039;s Corner</title><link rel="canonical" href="https://janedoe.example.org/2019/08/why-lists/" /><meta property="og:locale" content="en_US" /><meta property="og:type" content="article" /><meta property="og:title" content="Why lists - Jane&#039;s Corner" /><meta property="og:site_name" content="Jane&#039;s Corner" />
            <meta property="article:published_time" content="2019-08-09T10:11:12+00:00" /><meta name="author" content="admin" /><meta name="twitter:label1" content="Written by" /><meta name="twitter:data1" content="Jane Doe" />
            <script type="application/ld+json" class="yoast-schema-graph">{"@context":"https://schema.org","@graph":[{"@type":"WebPage","@id":"https://janedoe.example.org/2019/08/why-lists/","name":"Why lists - Jane's Corner"},{"@type":"Article","@id":"https://janedoe.example.org/2019/08/why-lists/#article","isPartOf":{"@id":"https://janedoe.example.org/2019/08/why-lists/"},"author":{"@id":"https://janedoe.example.org/#/schema/person/1"},"headline":"Why lists","datePublished":"2019-08-09T10:11:12+00:00"},{"@type":"Person","@id":"https://janedoe.example.org/#/schema/person/1","name":"Jane Doe"}]}</script>
            """)
        { Title = "Why lists", Authors = "Jane Doe", Date = "2019-08-09", Venue = "Jane's Corner" },
        new("WordPress without", "https://example.wordpress.org/2011/03/04/why-lists/", """
            <title>Why lists | Notes</title><meta property="og:site_name" content="Notes" /><body class="single"><h1 class="site-title"><a href="/">Notes</a></h1><article><h1 class="entry-title">Why lists</h1><div class="entry-meta">Posted on <time class="entry-date" datetime="2011-03-04T05:06:07+00:00">March 4, 2011</time> <span class="byline">by <span class="author vcard"><a class="url fn n" href="/author/jane/" rel="author">Jane Doe</a></span></span></div><p>Because.</p></article>
            """)
        { Title = "Why lists", Authors = "Jane Doe", Date = "2011-03-04", Venue = "Notes" },
        new("GitHub Pages with jekyll-seo-tag", "https://janedoe.github.io/posts/2021-01-31-lists/", """
            <title>Why lists | Lil’ Lists</title><meta name="generator" content="Jekyll v3.9.0" /><meta property="og:title" content="Why lists" /><meta name="author" content="Jane Doe" /><meta property="og:site_name" content="Lil’ Lists" /><meta property="og:type" content="article" /><meta property="article:published_time" content="2021-01-31T12:00:00+00:00" />
            <link rel="canonical" href="https://janedoe.github.io/posts/2021-01-31-lists/" /><script type="application/ld+json">{"headline":"Why lists","dateModified":"2021-02-01T12:00:00+00:00","datePublished":"2021-01-31T12:00:00+00:00","author":{"@type":"Person","name":"Jane Doe"},"@type":"BlogPosting","url":"https://janedoe.github.io/posts/2021-01-31-lists/","@context":"https://schema.org"}</script>
            """)
        { Title = "Why lists", Authors = "Jane Doe", Date = "2021-01-31", Venue = "Lil’ Lists" },
        new("Hugo", "https://janedoe.example.io/posts/lists/", """
            <title>Why lists | Jane&rsquo;s log</title><meta name=author content="Jane Doe"><meta property="og:title" content="Why lists"/><meta property="og:type" content="article"/><meta property="article:published_time" content="2022-02-03T00:00:00+00:00"/><meta name=application-name content="Jane’s log">
            <body><header><h1 class=post-title>Why lists</h1><div class=post-meta>February 3, 2022&nbsp;·&nbsp;12 min&nbsp;·&nbsp;Jane Doe</div></header>
            """)
        { Title = "Why lists", Authors = "Jane Doe", Date = "2022-02-03", Venue = "Jane’s log" },
        new("A page by hand", "http://www.example.edu/~jane/lists.html", """
            <html><head><title>Why lists</title></head><body bgcolor=white><center><h1>Why lists</h1><a rel="author" href="/~jane">Jane Doe</a><p>5 March 1999</p></center><p>Because.
            """)
        { Title = "Why lists", Authors = "Jane Doe", Date = "1999-03-05", Venue = "example.edu" },
        new("Quarto", "https://jane.example.dev/posts/lists/", $"""
            <title>Jane’s notes - Why lists</title><meta name="author" content="Jane Doe"><meta name="author" content="Max Roe"><meta name="dcterms.date" content="2024-05-06"><meta name="description" content="{Longer}"><meta property="og:title" content="Why lists"><meta property="og:site_name" content="Jane’s notes">
            """)
        { Title = "Why lists", Authors = "Jane Doe; Max Roe", Date = "2024-05-06", Venue = "Jane’s notes", Begins = Long },
        new("Hugging Face", "https://huggingface.co/blog/lists", """
            <title>Why lists</title><meta name="description" content="We’re on a journey to advance and democratize artificial intelligence through open source and open science." /><meta property="og:title" content="Why lists" /><meta property="og:type" content="website" /><meta property="og:url" content="https://huggingface.co/blog/lists" />
            <body><a href="/blog">Back to Articles</a><h1 id=x>Why lists</h1><div><span>Published January 2, 2024</span></div><a class="author-name" href="/jane"><span>Jane Doe</span></a>
            """)
        { Title = "Why lists", Authors = "Jane Doe", Date = "2024-01-02", Venue = "huggingface.co" },
        new("Distill", "https://distill.pub/2020/lists/", """
            <title>Why Lists Work</title><meta property="og:type" content="article"/><meta property="og:title" content="Why Lists Work"/><meta property="og:site_name" content="Distill"/><meta name="citation_title" content="Why Lists Work"><meta name="citation_fulltext_html_url" content="https://distill.pub/2020/lists"><meta name="citation_volume" content="5"><meta name="citation_issue" content="3">
            <meta name="citation_firstpage" content="e00099"><meta name="citation_doi" content="10.23915/distill.00099"><meta name="citation_journal_title" content="Distill"><meta name="citation_journal_abbrev" content="Distill"><meta name="citation_publisher" content="Distill Working Group"><meta name="citation_publication_date" content="2020/03/10"/>
            <meta name="citation_author" content="Doe, Jane"><meta name="citation_author_institution" content="U"><meta name="citation_author" content="Roe, Max"><meta name="citation_reference" content="citation_title=Another;citation_author=Poe, Ann;citation_publication_date=1999;citation_arxiv_id=1706.03762;">
            <body><d-front-matter><script type="text/json">{"title":"Why Lists Work","description":"A look","authors":[{"author":"Jane Doe","authorURL":"https://example.org"}]}</script></d-front-matter><d-title><h1>Why Lists Work</h1></d-title>
            """)
        {
            Title = "Why Lists Work", Authors = "Jane Doe; Max Roe", Date = "2020-03-10", Venue = "Distill", Kind = PaperKind.Article, Ids = "doi:10.23915/distill.00099",
            Imprint = new("5", "3", "e00099", "Distill Working Group"),
        },
        new("Transformer Circuits", "https://transformer-circuits.pub/2031/lists/index.html", """
            <title>Lists in Superposition</title><meta charset="utf8"><body><d-front-matter><script id='distill-front-matter' type="text/json">{ "title": "Lists in Superposition", "description": "", "authors": [ {"author":"Jane Doe", "affiliation":"Lab"}, {"author":"Max Roe*"}, ] }</script></d-front-matter>
            <d-title><h1>Lists in Superposition</h1></d-title><div class="d-byline"><p>Published</p><div>July 8, 2031</div></div><d-article>Text.</d-article>
            """)
        { Title = "Lists in Superposition", Authors = "Jane Doe; Max Roe", Date = "2031-07-08", Venue = "transformer-circuits.pub" },
        new("al-folio, a distill post with its abstract", "https://jane.example.org/blog/2022/lists/", $$"""
            <title>Lists | Jane Doe</title><d-front-matter><script async type="text/json">{"title":"Lists","authors":[{"Jane Doe":"https://example.org"}],"publishedDate":"2022-06-07"}</script></d-front-matter><d-abstract><p>{{Long}}</p></d-abstract>
            """)
        { Title = "Lists", Authors = "Jane Doe", Date = "2022-06-07", Venue = "jane.example.org", Begins = Long },
    ];

    private static IEnumerable<Made> Companies =>
    [
        new("OpenAI", "https://openai.com/index/lists/", """
            <title>Introducing lists | OpenAI</title><meta name="description" content="We’re introducing lists."><meta property="og:title" content="Introducing lists"><meta property="og:site_name" content="OpenAI"><meta property="og:type" content="website"><body><h1>Introducing lists</h1><p>September 12, 2031</p>
            """)
        { Title = "Introducing lists", Date = "2031-09-12", Venue = "OpenAI" },
        new("DeepMind", "https://deepmind.google/discover/blog/lists/", """
            <title>Lists for everyone - Google DeepMind</title><meta property="og:title" content="Lists for everyone"><meta property="og:site_name" content="Google DeepMind"><meta property="article:published_time" content="2031-03-04"><body><h1>Lists for everyone</h1><dl><dt>Published</dt><dd><time datetime="2031-03-04">4 March 2031</time></dd><dt>Authors</dt><dd>Jane Doe</dd></dl>
            """)
        { Title = "Lists for everyone", Date = "2031-03-04", Venue = "Google DeepMind" },
        new("Anthropic", "https://www.anthropic.com/research/lists", """
            <title>Tracing the lists of a model \ Anthropic</title><meta property="og:title" content="Tracing the lists of a model"/><meta property="og:type" content="website"/><body><article><h1>Tracing the lists of a model</h1><div>Mar 27, 2031</div>
            """)
        { Title = "Tracing the lists of a model", Date = "2031-03-27", Venue = "anthropic.com" },
        new("A company that signs its posts", "https://lab.example.com/blog/lists", """
            <meta property="og:site_name" content="Lab"><title>Lists for all | Lab</title><script type="application/ld+json">[{"@type":"BreadcrumbList","itemListElement":[]},{"@type":["Article","BlogPosting"],"headline":"Lists for all","author":{"@type":"Organization","name":"Lab"},"datePublished":"January 5, 2031"}]</script>
            """)
        { Title = "Lists for all", Authors = "Lab", Date = "2031-01-05", Venue = "Lab" },
        new("News", "https://news.example.com/2031/lists", """
            <meta property="og:title" content="Lists are back | The Daily Example"><meta property="og:site_name" content="The Daily Example"><meta name="parsely-author" content="Jane Doe"><meta name="parsely-pub-date" content="2031-01-05T08:00:00Z"><meta name="twitter:title" content="Lists are…">
            """)
        { Title = "Lists are back", Authors = "Jane Doe", Date = "2031-01-05", Venue = "The Daily Example" },
    ];

    private static IEnumerable<Made> Odd =>
    [
        new("A paper with a wall's name", "https://pubs.example.org/x/8", "<title>Access Denied</title><meta name=citation_title content='Access Denied'><meta name=citation_journal_title content='Letters on Lists'>")
        { Title = "Access Denied", Venue = "Letters on Lists", Kind = PaperKind.Article },
        new("A story with a wall's name", "https://jane.example.org/blog/1", "<title>Access denied – a story</title><meta property=og:type content=article><meta name=author content='Jane Doe'>")
        { Title = "Access denied – a story", Authors = "Jane Doe", Venue = "jane.example.org" },
        new("A canonical link to the blog's front page", "https://jane.example.org/blog/2", "<title>Second post</title><link rel=canonical href='https://jane.example.org/'>")
        { Title = "Second post", Venue = "jane.example.org" },
        new("A canonical link to the folder above", "https://jane.example.org/blog/2", "<title>Second post</title><link rel=canonical href='/blog/'>")
        { Title = "Second post", Venue = "jane.example.org" },
        new("Metadata in the body, tags unclosed", "https://jane.example.org/blog/3", "<p>x<div><meta property=og:title content='Third post'><meta name=author content='Jane Doe'><h1>Third")
        { Title = "Third post", Authors = "Jane Doe", Venue = "jane.example.org" },
        new("Markup in a title", "https://jane.example.org/blog/4", "<meta name=citation_title content='The role of &lt;i&gt;p53&lt;/i&gt; in H&lt;sub&gt;2&lt;/sub&gt;O'>")
        { Title = "The role of p53 in H2O", Venue = "jane.example.org" },
        new("A tag in a title that is no markup", "https://jane.example.org/blog/5", "<meta property=og:title content='The &lt;canvas&gt; element'>")
        { Title = "The <canvas> element", Venue = "jane.example.org" },
        new("A title in a drawing", "https://jane.example.org/blog/6", "<head><title>Sixth post</title></head><body><svg><title>Close</title></svg><h1>Sixth post</h1>")
        { Title = "Sixth post", Venue = "jane.example.org" },
        new("Two scripts, one broken", "https://jane.example.org/blog/7", """<title>x</title><script type=application/ld+json>{"@type":"Article",</script><script type=application/ld+json>/*<![CDATA[*/{"@type":"Article","headline":"Seventh post","author":["Jane Doe","Max Roe"]}/*]]>*/</script>""")
        { Title = "Seventh post", Authors = "Jane Doe; Max Roe", Venue = "jane.example.org" },
        new("A list of articles", "https://jane.example.org/blog/", """<title>All posts | Jane Doe</title><script type=application/ld+json>{"@type":"Blog","blogPost":[]}</script><script type=application/ld+json>[{"@type":"BlogPosting","headline":"First post","url":"/blog/1"},{"@type":"BlogPosting","headline":"Second post","url":"/blog/2"}]</script>""")
        { Title = "All posts | Jane Doe", Venue = "jane.example.org" },
        new("An article among others", "https://jane.example.org/blog/2/", """<title>x</title><script type=application/ld+json>[{"@type":"BlogPosting","headline":"First post","url":"/blog/1"},{"@type":"BlogPosting","headline":"Second post","url":"/blog/2","author":"Jane Doe"}]</script>""")
        { Title = "Second post", Authors = "Jane Doe", Venue = "jane.example.org" },
        new("An article and its comments", "https://jane.example.org/blog/10", "<title>Tenth post</title><h1>Tenth post</h1><p class=byline>By Jane Doe</p><p>Text.</p><ol><li><span class=author>Max Roe</span> says<p>Yes.</ol>")
        { Title = "Tenth post", Authors = "Jane Doe", Venue = "jane.example.org" },
        new("The site's name for a title of all pages", "https://jane.example.org/blog/11", "<meta property=og:site_name content='Jane’s notes'><meta property=og:title content='Jane’s notes'><title>Eleventh post - Jane’s notes</title>")
        { Title = "Eleventh post", Venue = "Jane’s notes" },
        new("A teaser is no abstract", "https://jane.example.org/blog/8", $"<title>Eighth post</title><meta property=og:type content=article><meta property=og:description content='{Long[..250]}…'>")
        { Title = "Eighth post", Venue = "jane.example.org" },
        new("An article about an article", "https://jane.example.org/blog/9", """<title>Ninth post</title><script type=application/ld+json>{"@type":"BlogPosting","headline":"Ninth post","identifier":"10.5555/other","sameAs":"https://arxiv.org/abs/1706.03762"}</script>""")
        { Title = "Ninth post", Venue = "jane.example.org" },
    ];
}
