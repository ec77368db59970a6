using Roundup.Model.Papers;

namespace Roundup.Tests.Sources.Pages;

public partial class Made_pages
{
    private static IEnumerable<Made> Proceedings =>
    [
        new("ACL Anthology", "https://aclanthology.org/2031.acl-long.7/", $"""
            <title>Grammar of Lists - ACL Anthology</title><meta content="Grammar of Lists" name=citation_title><meta content="Jane Doe" name=citation_author><meta content="Max Roe" name=citation_author>
            <meta content="Proceedings of the 69th Annual Meeting of the Association for Computational Linguistics (Volume 1: Long Papers)" name=citation_conference_title>
            <meta content="2031/7" name=citation_publication_date><meta content="https://aclanthology.org/2031.acl-long.7.pdf" name=citation_pdf_url>
            <meta content="101" name=citation_firstpage><meta content="119" name=citation_lastpage><meta content="10.18653/v1/2031.acl-long.7" name=citation_doi>
            <meta property="og:title" content="Grammar of Lists"><meta property="og:site_name" content="ACL Anthology"><meta property="og:type" content="article">
            <meta property="og:description" content="Jane Doe, Max Roe. Proceedings of the 69th Annual Meeting. 2031."><link rel=canonical href=https://aclanthology.org/2031.acl-long.7/>
            <body><h2 id=title><a href=x.pdf>Grammar of Lists</a></h2><p class=lead><a href=/people/j>Jane Doe</a>, <a href=/people/m>Max Roe</a></p>
            <div class="card bg-light mb-2 mb-lg-3"><div class="card-body acl-abstract"><h5 class="card-title">Abstract</h5><span>{Long} <span class=tex-math>$n^2$</span> <i>all</i>.</span></div></div><dl><dt>Anthology ID:</dt></dl>
            """)
        {
            Title = "Grammar of Lists", Authors = "Jane Doe; Max Roe", Date = "2031-07-01", Kind = PaperKind.ConferencePaper, Begins = Long + " $n^2$ all.",
            Venue = "Proceedings of the 69th Annual Meeting of the Association for Computational Linguistics (Volume 1: Long Papers)",
            Pdf = "https://aclanthology.org/2031.acl-long.7.pdf", Imprint = new(Pages: "101–119"),
        },
        new("PMLR", "https://proceedings.mlr.press/v139/doe21a.html", $"""
            <title>Learning to List</title><meta property="og:title" content="Learning to List"/><meta property="og:type" content="article"/><meta property="og:site_name" content="PMLR"/>
            <meta name="citation_title" content="Learning to List"/><meta name="citation_author" content="Jane Doe"/><meta name="citation_author" content="Max Roe"/>
            <meta name="citation_publication_date" content="2021/07/01"/><meta name="citation_conference_title" content="International Conference on Machine Learning"/>
            <meta name="citation_firstpage" content="11"/><meta name="citation_lastpage" content="20"/><meta name="citation_pdf_url" content="http://proceedings.mlr.press/v139/doe21a/doe21a.pdf"/>
            <body><article class="post-content"><h1>Learning to List</h1><div id="authors">Jane Doe, Max Roe</div><h4>Abstract</h4><div id="abstract" class="abstract">{Long}</div></article>
            """)
        {
            Title = "Learning to List", Authors = "Jane Doe; Max Roe", Date = "2021-07-01", Venue = "International Conference on Machine Learning", Kind = PaperKind.ConferencePaper,
            Begins = Long, Pdf = "http://proceedings.mlr.press/v139/doe21a/doe21a.pdf", Imprint = new(Pages: "11–20"),
        },
        new("NeurIPS", "https://papers.nips.cc/paper_files/paper/2021/hash/00000000000000000000000000000abc-Abstract.html", $"""
            <title>Lists are Trees</title><meta name="citation_title" content="Lists are Trees"/><meta name="citation_author" content="Doe, Jane"/><meta name="citation_author" content="Roe, Max"/>
            <meta name="citation_journal_title" content="Advances in Neural Information Processing Systems"/><meta name="citation_volume" content="34"/>
            <meta name="citation_pdf_url" content="https://papers.nips.cc/paper_files/paper/2021/file/00000000000000000000000000000abc-Paper.pdf"/><meta name="citation_publication_date" content="2021-12-06"/>
            <body><div class=col><h4>Lists are Trees</h4><h4>Authors</h4><p><i>Jane Doe, Max Roe</i></p><h4>Abstract</h4><p><p>{Long}</p></p></div></div><footer>Do not remove</footer>
            """)
        {
            Title = "Lists are Trees", Authors = "Jane Doe; Max Roe", Date = "2021-12-06", Venue = "Advances in Neural Information Processing Systems", Kind = PaperKind.ConferencePaper,
            Begins = Long, Pdf = "https://papers.nips.cc/paper_files/paper/2021/file/00000000000000000000000000000abc-Paper.pdf", Imprint = new("34"),
        },
        new("CVF", "https://openaccess.thecvf.com/content/CVPR2022/html/Doe_Seeing_Lists_CVPR_2022_paper.html", $"""
            <title>CVPR 2022 Open Access Repository</title><meta name="citation_title" content="Seeing Lists"><meta name="citation_author" content="Doe, Jane"><meta name="citation_author" content="Roe, Max">
            <meta name="citation_publication_date" content="2022"><meta name="citation_conference_title" content="Proceedings of the IEEE/CVF Conference on Computer Vision and Pattern Recognition">
            <meta name="citation_firstpage" content="5"><meta name="citation_lastpage" content="14"><meta name="citation_pdf_url" content="https://openaccess.thecvf.com/content/CVPR2022/papers/Doe_Seeing_Lists_CVPR_2022_paper.pdf">
            <body><div id="papertitle">Seeing Lists</div><div id="authors"><b><i>Jane Doe, Max Roe</i></b>; Proceedings</div><font size=5><center><b>Abstract</b></center></font><br/><div id="abstract" >
            {Long} Code: github.com/doe/lists</div>
            """)
        {
            Title = "Seeing Lists", Authors = "Jane Doe; Max Roe", Date = "2022-01-01", Kind = PaperKind.ConferencePaper, Begins = Long,
            Venue = "Proceedings of the IEEE/CVF Conference on Computer Vision and Pattern Recognition",
            Pdf = "https://openaccess.thecvf.com/content/CVPR2022/papers/Doe_Seeing_Lists_CVPR_2022_paper.pdf", Imprint = new(Pages: "5–14"),
        },
        new("OpenReview", "https://openreview.net/forum?id=abcdEFGH12", $"""
            <title>Lists at Last | OpenReview</title><meta name="citation_title" content="Lists at Last"><meta name="citation_author" content="Jane Doe"><meta name="citation_online_date" content="2031/10/05">
            <meta name="citation_pdf_url" content="https://openreview.net/pdf?id=abcdEFGH12"><meta name="citation_abstract" content="{Long}"><meta name="citation_conference_title" content="The Nineteenth International Conference on Lists">
            <meta property="og:site_name" content="OpenReview">
            """)
        {
            Title = "Lists at Last", Authors = "Jane Doe", Date = "2031-10-05", Kind = PaperKind.Preprint, Begins = Long, Pdf = "https://openreview.net/pdf?id=abcdEFGH12",
        },
        new("LNCS chapter", "https://link.springer.com/chapter/10.1007/978-3-000-00000-1_2", """
            <meta name="citation_title" content="Counting Lists"><meta name="citation_author" content="Doe, Jane"><meta name="citation_inbook_title" content="Theory of Lists"><meta name="citation_publication_date" content="2019">
            <meta name="citation_doi" content="10.1007/978-3-000-00000-1_2"><meta name="citation_publisher" content="Springer, Cham"><meta name="dc.description" content="Short line.">
            """)
        {
            Title = "Counting Lists", Authors = "Jane Doe", Date = "2019-01-01", Venue = "Theory of Lists", Kind = PaperKind.Chapter,
            Imprint = new(Publisher: "Springer, Cham"),
        },
    ];

    private static IEnumerable<Made> Journals =>
    [
        new("Nature", "https://www.nature.com/articles/s00000-031-00001-x", $"""
            <title>Lists in the wild | Nature</title><meta name="journal_id" content="41586"/><meta name="dc.title" content="Lists in the wild"/><meta name="dc.source" content="Nature 2031 600:1"/><meta name="dc.date" content="2031-02-03"/>
            <meta name="dc.description" content="{Long}"/><meta name="prism.publicationName" content="Nature"/><meta name="citation_title" content="Lists in the wild"/><meta name="citation_journal_title" content="Nature"/>
            <meta name="citation_volume" content="600"/><meta name="citation_issue" content="7889"/><meta name="citation_firstpage" content="70"/><meta name="citation_lastpage" content="74"/><meta name="citation_publication_date" content="2031/02"/>
            <meta name="citation_online_date" content="2031/02/03"/><meta name="citation_doi" content="10.1038/s00000-031-00001-x"/><meta name="citation_author" content="Doe, Jane"/><meta name="citation_author_institution" content="U"/>
            <meta name="citation_pdf_url" content="/articles/s00000-031-00001-x.pdf"/><meta name="citation_publisher" content="Nature Publishing Group"/>
            """)
        {
            Title = "Lists in the wild", Authors = "Jane Doe", Date = "2031-02-03", Venue = "Nature", Kind = PaperKind.Article, Begins = Long,
            Pdf = "https://www.nature.com/articles/s00000-031-00001-x.pdf", Imprint = new("600", "7889", "70–74", "Nature Publishing Group"), Issued = "2031-02-01",
        },
        new("Open Journal Systems", "https://journal.example.org/index.php/jl/article/view/12", $"""
            <title>On keeping lists | Journal of Lists</title><meta name="DC.Creator.PersonalName" content="Jane Doe"/><meta name="DC.Date.issued" scheme="ISO8601" content="2020-11-30"/><meta name="DC.Description" xml:lang="en" content="{Long}"/>
            <meta name="DC.Identifier" content="12"/><meta name="DC.Identifier.DOI" content="10.5555/jl.12"/><meta name="DC.Source" content="Journal of Lists"/><meta name="DC.Title" content="On keeping lists"/><meta name="DC.Type" content="Text.Serial.Journal"/>
            <meta name="citation_journal_title" content="Journal of Lists"/><meta name="citation_author" content="Jane Doe"/><meta name="citation_title" content="On keeping lists"/><meta name="citation_date" content="2020/11/30"/>
            <meta name="citation_volume" content="3"/><meta name="citation_issue" content="2"/><meta name="citation_doi" content="10.5555/jl.12"/><meta name="citation_pdf_url" content="https://journal.example.org/index.php/jl/article/download/12/9"/>
            """)
        {
            Title = "On keeping lists", Authors = "Jane Doe", Date = "2020-11-30", Venue = "Journal of Lists", Kind = PaperKind.Article, Begins = Long, Ids = "doi:10.5555/jl.12",
            Pdf = "https://journal.example.org/index.php/jl/article/download/12/9", Imprint = new("3", "2"),
        },
        new("JMLR", "https://www.jmlr.org/papers/v3/doe03a.html", $"""
            <html><head><title>A Neural List Model</title><meta name="citation_title" content="A Neural List Model"><meta name="citation_author" content="Jane Doe"><meta name="citation_author" content="Max Roe">
            <meta name="citation_journal_title" content="Journal of Machine Learning Research"><meta name="citation_volume" content="3"><meta name="citation_issue" content="Feb"><meta name="citation_firstpage" content="1137">
            <meta name="citation_lastpage" content="1155"><meta name="citation_publication_date" content="2003"><meta name="citation_pdf_url" content="http://www.jmlr.org/papers/volume3/doe03a/doe03a.pdf"></head>
            <body><h2>A Neural List Model</h2><p><b><i>Jane Doe, Max Roe</i></b>; 3(Feb):1137-1155, 2003.</p><h3>Abstract</h3>
            <p class="abstract">{Long}</p><p>[abs][<a href=x>pdf</a>]</p></body></html>
            """)
        {
            Title = "A Neural List Model", Authors = "Jane Doe; Max Roe", Date = "2003-01-01", Venue = "Journal of Machine Learning Research", Kind = PaperKind.Article, Begins = Long,
            Pdf = "http://www.jmlr.org/papers/volume3/doe03a/doe03a.pdf", Imprint = new("3", "Feb", "1137–1155"),
        },
        new("A journal in JSON-LD alone", "https://pubs.example.org/lists/5", $$$$"""
            <title>Lists and logs - Annals</title><script type="application/ld+json">{"@context":"https://schema.org","@graph":[
            {"@id":"#issue","@type":"PublicationIssue","issueNumber":"4","isPartOf":{"@id":"#volume","@type":"PublicationVolume","volumeNumber":7,"isPartOf":{"@type":"Periodical","name":"Annals of Lists"}}},
            {"@type":"ScholarlyArticle","headline":"Lists and logs","author":[{"@type":"Person","givenName":"Jane","familyName":"Doe"},{"@id":"#max"}],"datePublished":"2022-03-04","abstract":"<p>{{{{Long}}}}</p>",
             "isPartOf":{"@id":"#issue","@type":"PublicationIssue","issueNumber":"4","isPartOf":{"@type":"PublicationVolume","volumeNumber":7,"isPartOf":{"@type":"Periodical","name":"Annals of Lists"}}},"pageStart":"1","pageEnd":"9",
             "identifier":{"@type":"PropertyValue","propertyID":"DOI","value":"10.5555/annals.5"},"sameAs":"https://doi.org/10.5555/annals.5","publisher":{"@type":"Organization","name":"Example Press"}},
            {"@id":"#max","@type":"Person","name":"Max Roe"}]}</script>
            """)
        {
            Title = "Lists and logs", Authors = "Jane Doe; Max Roe", Date = "2022-03-04", Venue = "Annals of Lists", Kind = PaperKind.Article, Begins = Long, Ids = "doi:10.5555/annals.5",
            Imprint = new("7", "4", "1–9", "Example Press"),
        },
        new("PRISM alone", "https://pubs.example.org/x/6", """
            <meta name="dc.title" content="Lists by half"><meta name="dc.creator" content="Doe, Jane; Roe, Max"><meta name="prism.publicationName" content="Letters on Lists"><meta name="prism.publicationDate" content="2018-05-06"><meta name="prism.volume" content="9">
            <meta name="prism.startingPage" content="e12"><meta name="prism.doi" content="doi:10.5555/lol.6"><meta name="dc.publisher" content="Example Society">
            """)
        {
            Title = "Lists by half", Authors = "Jane Doe; Max Roe", Date = "2018-05-06", Venue = "Letters on Lists", Kind = PaperKind.Article, Ids = "doi:10.5555/lol.6",
            Imprint = new("9", "", "e12", "Example Society"),
        },
        new("An abstract cut off in the tag", "https://pubs.example.org/x/7", $"""
            <meta name="citation_title" content="Lists, briefly"><meta name="citation_journal_title" content="Letters on Lists"><meta name="citation_author" content="Jane Doe"><meta name="citation_date" content="1 March 2017">
            <meta name="citation_abstract" content="{Long[..120]}..."><body><section id="abstract"><h2>Abstract</h2><p>{Long}</p></section>
            """)
        {
            Title = "Lists, briefly", Authors = "Jane Doe", Date = "2017-03-01", Venue = "Letters on Lists", Kind = PaperKind.Article, Begins = Long,
        },
    ];

    private static IEnumerable<Made> Repositories =>
    [
        new("EPrints", "https://eprints.example.ac.uk/id/eprint/99/", $"""
            <title>Listing in libraries - Example Repository</title><meta name="eprints.title" content="Listing in libraries"/><meta name="eprints.creators_name" content="Doe, Jane"/><meta name="eprints.creators_name" content="Roe, Max"/>
            <meta name="eprints.type" content="conference_item"/><meta name="eprints.event_title" content="Libraries 2016"/><meta name="eprints.date" content="2016-09"/><meta name="eprints.abstract" content="{Long}"/>
            <meta name="eprints.document_url" content="https://eprints.example.ac.uk/99/1/paper.pdf"/><meta name="eprints.id_number" content="doi:10.5555/lib.99"/><meta name="DC.title" content="Listing in libraries"/>
            """)
        {
            Title = "Listing in libraries", Authors = "Jane Doe; Max Roe", Date = "2016-09-01", Venue = "Libraries 2016", Kind = PaperKind.ConferencePaper, Begins = Long, Ids = "doi:10.5555/lib.99",
            Pdf = "https://eprints.example.ac.uk/99/1/paper.pdf",
        },
        new("Digital Commons (bepress)", "https://commons.example.edu/etd/5/", """
            <meta name="bepress_citation_title" content="A thesis on lists"><meta name="bepress_citation_author" content="Doe, Jane"><meta name="bepress_citation_date" content="2015"><meta name="bepress_citation_dissertation_institution" content="Example University">
            <meta name="bepress_citation_pdf_url" content="https://commons.example.edu/cgi/viewcontent.cgi?article=1&amp;context=etd">
            """)
        {
            Title = "A thesis on lists", Authors = "Jane Doe", Date = "2015-01-01", Venue = "Example University", Kind = PaperKind.Thesis,
            Pdf = "https://commons.example.edu/cgi/viewcontent.cgi?article=1&context=etd", Imprint = new(Publisher: "Example University"),
        },
        new("DSpace", "https://dspace.example.edu/handle/1/2", """
            <meta name="DC.creator" content="Doe, Jane"/><meta name="DCTERMS.dateAccepted" content="2014-01-02T03:04:05Z" /><meta name="DCTERMS.issued" content="2013-12" /><meta name="DC.identifier" content="http://hdl.handle.net/1/2" />
            <meta name="DCTERMS.abstract" content="Abstract: How lists grow." /><meta name="DC.title" content="How lists grow"/><meta name="DC.type" content="Thesis"/><meta name="citation_title" content="How lists grow"/>
            <meta name="citation_author" content="Doe, Jane"/><meta name="citation_date" content="2013-12"/><meta name="citation_dissertation_institution" content="Example Institute"/>
            """)
        {
            Title = "How lists grow", Authors = "Jane Doe", Date = "2013-12-01", Venue = "Example Institute", Kind = PaperKind.Thesis, Begins = "How lists grow.", Imprint = new(Publisher: "Example Institute"),
        },
        new("A report of an institute", "https://institute.example.org/reports/3", """
            <meta name="citation_title" content="Lists: a report"><meta name="citation_author" content="Jane Doe"><meta name="citation_technical_report_institution" content="Institute for Lists"><meta name="citation_publication_date" content="2012/04/05"><meta name="citation_arxiv_id" content="1204.0123">
            """)
        {
            Title = "Lists: a report", Authors = "Jane Doe", Date = "2012-04-05", Venue = "Institute for Lists", Kind = PaperKind.Report, Ids = "arxiv:1204.0123", Imprint = new(Publisher: "Institute for Lists"),
        },
        new("SSRN", "https://papers.ssrn.com/sol3/papers.cfm?abstract_id=1234567", """
            <title>Lists at Law by Jane Doe :: SSRN</title><meta name="citation_title" content="Lists at Law"><meta name="citation_author" content="Doe, Jane"><meta name="citation_doi" content="10.2139/ssrn.1234567"><meta name="citation_online_date" content="2019/08/09">
            <meta name="citation_journal_title" content="SSRN Electronic Journal">
            """)
        {
            Title = "Lists at Law", Authors = "Jane Doe", Date = "2019-08-09", Venue = "SSRN Electronic Journal", Kind = PaperKind.Preprint,
        },
        new("arXiv listing by another reader", "https://reader.example.org/abs/2", """
            <title>[2202.05262] Lists | Reader</title><meta name="citation_title" content="Lists with $k$ items"><meta name="citation_arxiv_id" content="2202.05262"><meta name="citation_pmid" content="32015508"><meta name="citation_author" content="M&uuml;ller, J&ouml;rg">
            """)
        {
            Title = "Lists with $k$ items", Authors = "Jörg Müller", Kind = PaperKind.Preprint, Ids = "arxiv:2202.05262 pubmed:32015508",
        },
    ];
}
