using Roundup.Sources;

namespace Roundup.Tests.Sources;

public class Finding_papers_in_prose
{
    private static readonly PaperFinder Finder = new();

    [Theory]
    [InlineData("see [NAMET](https://arxiv.org/pdf/2505.11876v2.pdf) for more", "arxiv:2505.11876v2")]
    [InlineData("[https://arxiv.org/pdf/1811.12359.pdf](https://arxiv.org/pdf/1811.12359.pdf)", "arxiv:1811.12359")]
    [InlineData("Vaswani et al., arXiv preprint arXiv:1706.03762, 2017.", "arxiv:1706.03762")]
    [InlineData("as in 1706.03762, 2202.05262 and hep-th/0605073.", "arxiv:1706.03762 arxiv:2202.05262 arxiv:hep-th/0605073")]
    [InlineData("PDF side stamp: arXiv:0706.0001v1 [q-bio.CB] 1 Jun 2007", "arxiv:0706.0001v1")]
    [InlineData("(see doi:10.1016/S0140-6736(20)30183-5).", "doi:10.1016/s0140-6736(20)30183-5")]
    [InlineData("10.1175/1520-0469(1996)053<0946:ASTFHH>2.0.CO;2 is old", "doi:10.1175/1520-0469(1996)053<0946:astfhh>2.0.co;2")]
    [InlineData("<p>10.1145/1234567</p>", "doi:10.1145/1234567")]
    [InlineData("@misc{x, eprint={2202.05262}, doi = {10.1145/1234567}, url={https://arxiv.org/abs/2202.05262}}", "arxiv:2202.05262")]
    [InlineData("https://arxiv.org/abs/1706.03762,https://arxiv.org/abs/2202.05262", "arxiv:1706.03762 arxiv:2202.05262")]
    [InlineData("请看https://arxiv.org/abs/1706.03762这篇", "arxiv:1706.03762")]
    [InlineData("10.48550/arXiv.2202.05262 and 10.1093/mnras/1210.1234", "arxiv:2202.05262 doi:10.1093/mnras/1210.1234")]
    [InlineData("same twice: arXiv:2202.05262, https://arxiv.org/pdf/2202.05262v2", "arxiv:2202.05262")]
    [InlineData("PMID: 32015508 (PMC2652875); see 2022.acl-long.568", "pubmed:32015508 pmc:PMC2652875 acl:2022.acl-long.568")]
    [InlineData("Without a scheme: arxiv.org/abs/1706.03762 and www.aclweb.org/anthology/P19-1001.", "arxiv:1706.03762 acl:P19-1001")]
    [InlineData("[paper](<https://www.aclweb.org/anthology/2020.acl-main.190/>)", "acl:2020.acl-main.190")]
    [InlineData("[2]http://proceedings.mlr.press/v9/glorot10a.html", "pmlr:v9/glorot10a")]
    [InlineData("math.GT/0309136 is about knots", "arxiv:math/0309136")]
    [InlineData("a preprint (http://rpg.ifi.uzh.ch/docs/RAL18_Loquercio.pdf)", "url:http://rpg.ifi.uzh.ch/docs/RAL18_Loquercio.pdf")]
    [InlineData("https://ojs.aaai.org/index.php/AAAI/article/view/11796#abstract", "url:https://ojs.aaai.org/index.php/AAAI/article/view/11796")]
    public void Papers_in_order_each_once(string text, string expected) =>
        Assert.Equal(expected, string.Join(' ', Finder.Find(text).Select(paper => paper.Id.ToString())));

    [Theory]
    [InlineData("It costs $1706.03762 or £ 12, see HJD=2450274.4156 and 2448446.4710(5), 1008.3408s later.")]
    [InlineData("Call +1 555 0123.4567 on 2026-11-24 at 10:30, version v10.1234.5 or 10.0.4.1/24.")]
    [InlineData("Code: https://github.com/kmeng01/rome, blog https://distill.pub, https://i.imgur.com/ft09Pk9.png .")]
    [InlineData("https://huggingface.co/papers/trending https://arxiv.org/list/cs.CL/recent https://psyarxiv.com/")]
    [InlineData("https://example.org/talk/slides.pdf and https://example.org/2019/poster_final.pdf")]
    [InlineData("mail me at a@arxiv.org/abs or foo.bar/baz; and/or; 1/2; km/h; n/a")]
    [InlineData("accuracy 0.9210.1234, loss 1210.12, range -1706.03762")]
    [InlineData("part X12-3456, order P19-1001")]
    public void Text_that_names_none(string text) => Assert.Empty(Finder.Find(text));

    [Fact]
    public void Says_what_was_found_and_where()
    {
        const string text = "first (https://arxiv.org/abs/1706.03762), then arXiv:2202.05262v1.";
        Assert.All(Finder.Find(text), paper => Assert.Equal(paper.Text, text.Substring(paper.Start, paper.Text.Length)));
        Assert.Equal(["https://arxiv.org/abs/1706.03762", "arXiv:2202.05262v1"], Finder.Find(text).Select(paper => paper.Text));
    }
}
