using System.Text.RegularExpressions;

namespace Roundup.Sources;

/// <summary>
/// Tells which addresses in a reader's text are papers although no authority names them. The rule, in order:
/// <list type="number">
/// <item>a file that says it is slides, a poster or a supplement is not;</item>
/// <item>any other PDF is a paper, wherever it stands;</item>
/// <item>an article's page at a publisher, a proceedings site, a preprint server or a research department is;</item>
/// <item>so is a path by which repositories and journal software everywhere name an article (DSpace's <c>/handle/</c>, Open Journal
/// Systems' <c>/article/view/</c>, EPrints' <c>/id/eprint/</c>);</item>
/// <item>everything else is not: home pages, blogs, repositories of code, data sets, forums, pictures, shortened links.</item>
/// </list>
/// </summary>
internal static partial class PaperPages
{
    /// <summary>Host, or the domain that it is below, and the beginnings of its articles' paths.</summary>
    private static readonly (string Domain, string[] Paths)[] Publishers =
    [
        ("ieeexplore.ieee.org", ["/document/", "/abstract/document/", "/xpls/", "/stamp/stamp.jsp", "/xpl/"]),
        ("computer.org", ["/csdl/"]),
        ("dl.acm.org", ["/citation.cfm", "/doi/", "/ft_gateway.cfm"]),
        ("sciencedirect.com", ["/science/article/"]),
        ("link.springer.com", ["/article/", "/chapter/", "/content/"]),
        ("nature.com", ["/articles/", "/nature/journal/"]),
        ("science.org", ["/doi/"]),
        ("sciencemag.org", ["/content/"]),
        ("pnas.org", ["/content/", "/doi/"]),
        ("cell.com", ["/article/", "/fulltext/"]),
        ("jmlr.org", ["/beta/papers/"]),
        ("jair.org", ["/index.php/jair/article/", "/papers/", "/media/"]),
        ("ijcai.org", ["/proceedings/", "/Proceedings/", "/papers"]),
        ("aaai.org", ["/ocs/", "/Papers/", "/papers/", "/index.php/AAAI/article/", "/ojs/index.php/"]),
        ("mitpressjournals.org", ["/doi/"]),
        ("direct.mit.edu", ["/coli/article", "/tacl/article", "/neco/article", "/qss/article", "/isal/"]),
        ("academic.oup.com", ["/"]),
        ("onlinelibrary.wiley.com", ["/doi/"]),
        ("tandfonline.com", ["/doi/"]),
        ("iopscience.iop.org", ["/article/"]),
        ("journals.aps.org", ["/"]),
        ("royalsocietypublishing.org", ["/doi/"]),
        ("mdpi.com", ["/"]),
        ("frontiersin.org", ["/articles/", "/journals/"]),
        ("journals.plos.org", ["/"]),
        ("elifesciences.org", ["/articles/"]),
        ("peerj.com", ["/articles/", "/preprints/"]),
        ("usenix.org", ["/conference/", "/legacy/event/", "/system/files/"]),
        ("isca-speech.org", ["/archive/"]),
        ("bmva-archive.org.uk", ["/"]),
        ("bmvc2019.org", ["/wp-content/uploads/papers/"]),
        ("cv-foundation.org", ["/openaccess/"]),
        ("ecva.net", ["/papers/"]),
        ("roboticsproceedings.org", ["/"]),
        ("proceedings.mlsys.org", ["/paper"]),
        ("vldb.org", ["/pvldb/"]),
        ("ndss-symposium.org", ["/ndss-paper/"]),
        ("eprint.iacr.org", ["/"]),
        ("distill.pub", ["/20"]),
        ("transformer-circuits.pub", ["/20"]),
        ("jstor.org", ["/stable/"]),
        ("projecteuclid.org", ["/euclid.", "/journals/", "/download/"]),
        ("researchgate.net", ["/publication/"]),
        ("openreview.net", ["/forum/"]),
        ("hal.science", ["/"]),
        ("hal.archives-ouvertes.fr", ["/"]),
        ("hal.inria.fr", ["/"]),
        ("drops.dagstuhl.de", ["/opus/", "/entities/document/"]),
        ("nber.org", ["/papers/"]),
        ("philpapers.org", ["/rec/", "/archive/"]),
        ("techrxiv.org", ["/articles/", "/doi/"]),
        ("preprints.org", ["/manuscript/"]),
        ("osf.io", ["/preprints/"]),
        ("openalex.org", ["/W", "/works/W"]),
        ("dblp.org", ["/rec/"]),
        ("citeseerx.ist.psu.edu", ["/viewdoc/", "/document", "/doc/", "/doc_view/"]),
        ("core.ac.uk", ["/display/", "/works/", "/download/", "/reader/"]),
        ("europepmc.org", ["/article/", "/abstract/"]),
        ("semanticscholar.org", ["/paper/"]),
        ("paperswithcode.com", ["/paper/"]),
        ("papers.ssrn.com", ["/sol3/papers.cfm"]),
        ("research.google", ["/pubs/"]),
        ("research.google.com", ["/pubs/"]),
        ("ai.google", ["/research/pubs/"]),
        ("ai.meta.com", ["/research/publications/"]),
        ("ai.facebook.com", ["/research/publications/"]),
        ("research.fb.com", ["/publications/"]),
        ("microsoft.com", ["/en-us/research/publication/"]),
        ("machinelearning.apple.com", ["/research/"]),
        ("deepmind.google", ["/research/publications/"]),
        ("deepmind.com", ["/research/publications/"]),
        ("cdn.openai.com", ["/papers/"]),
    ];

    public static bool Has(WebAddress address)
    {
        if (address.Path.Length < 2) return false;
        if (IsPdf(address)) return !Beside().IsMatch(WebAddress.Decoded(address.Path));

        return Publishers.Any(publisher => address.IsUnder(publisher.Domain)
                && publisher.Paths.Any(path => address.Path.StartsWith(path, StringComparison.Ordinal) && address.Path.Length > 1))
            || Repository().IsMatch(address.Path);
    }

    private static bool IsPdf(WebAddress address) =>
        address.Path.TrimEnd('/').EndsWith(".pdf", StringComparison.OrdinalIgnoreCase)
        || address.Path.EndsWith(".ps.gz", StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex("(?:^|[/_.-])(?:slides?|posters?|supp|suppl|supplement|supplementary|appendix|syllabus|cv|resume)(?:[/_.-]|$)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Beside();

    [GeneratedRegex("/handle/[0-9][0-9.]*/[0-9A-Za-z]|/article/(?:view|download|viewFile)/[0-9]|/id/eprint/[0-9]|/eprint/[0-9]|/viewdoc/",
        RegexOptions.CultureInvariant)]
    private static partial Regex Repository();
}
