using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Roundup.Model.Papers;
using Roundup.Sources;
using Roundup.Sources.Fetching;
using Roundup.Sources.Pages;

namespace Roundup.Tests.Sources.Pages;

public class Asking_pages
{
    private const string Post = "https://www.lesswrong.com/posts/abcdefghijklmnopq";

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.Zero));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_page_becomes_a_record_under_the_id_that_was_asked_for()
    {
        var paper = Assert.Single(await FetchAsync("page", Replies().Add(Post, HttpStatusCode.OK, Html("Why lists"), mediaType: "text/html"), Post));
        Assert.Equal(("url:" + Post, "Why lists", "page", PaperKind.Page), (paper.Id.Key, paper.Title, paper.Source, paper.Kind));
    }

    [Fact]
    public async Task The_servers_word_on_the_encoding_counts()
    {
        var body = Encoding.Latin1.GetBytes("<title>Über Listen</title>");
        var replies = Replies().Add("https://a.example.org/x", HttpStatusCode.OK, body, mediaType: "text/html; charset=iso-8859-1");
        Assert.Equal("Über Listen", Assert.Single(await FetchAsync("page", replies, "https://a.example.org/x")).Title);

        var japanese = CodePagesEncodingProvider.Instance.GetEncoding("shift_jis")!.GetBytes("<title>一覧表の研究</title>");
        replies.Add("https://a.example.org/y", HttpStatusCode.OK, japanese, mediaType: "text/html; charset=Shift_JIS");
        Assert.Equal("一覧表の研究", Assert.Single(await FetchAsync("page", replies, "https://a.example.org/y")).Title);
    }

    [Fact]
    public async Task GreaterWrong_leads_to_LessWrong()
    {
        var replies = Replies().Add(Post, HttpStatusCode.OK, Html("Why lists", $"<link rel=canonical href={Post}>"), mediaType: "text/html");
        var paper = Assert.Single(await FetchAsync("page", replies, "https://www.greaterwrong.com/posts/abcdefghijklmnopq/why-lists"));
        Assert.Equal(("url:" + Post, "Why lists"), (paper.Id.Key, paper.Title));
    }

    [Theory]
    [InlineData(401, false, "sign-in")]
    [InlineData(403, false, "refuses servers")]
    [InlineData(404, false, "nothing at that address (404)")]
    [InlineData(410, false, "taken down (410)")]
    [InlineData(451, false, "refuses servers")]
    [InlineData(418, false, "refuses servers")]
    [InlineData(500, true, "trouble (500)")]
    [InlineData(429, true, "busy")]
    public async Task A_refusal_is_said_once_and_whether_it_passes(int status, bool isPassing, string words)
    {
        var replies = Replies().Add(Post, (HttpStatusCode)status, Html("Just a moment..."), mediaType: "text/html");
        var failure = await Assert.ThrowsAsync<SourceException>(() => FetchAsync("page", replies, Post));
        Assert.Contains(words, failure.Message);
        Assert.Contains("paste the details", failure.Message);
        Assert.Equal((isPassing, "page"), (failure.IsPassing, failure.PaperSource));
        Assert.Single(replies.Requests);
    }

    [Fact]
    public async Task A_wall_that_says_200_is_refused_too()
    {
        var failure = await Assert.ThrowsAsync<SourceException>(() => FetchAsync("page", Replies().Add(Post, HttpStatusCode.OK, Html("Just a moment..."), mediaType: "text/html"), Post));
        Assert.Equal((ClosedDoor.Refuses, false), (failure.Message, failure.IsPassing));
    }

    [Fact]
    public async Task A_PDF_is_said_to_be_one() =>
        Assert.Contains("There is a PDF", (await Assert.ThrowsAsync<SourceException>(() => FetchAsync("page",
            Replies().Add("https://a.example.org/x.pdf", HttpStatusCode.OK, [], mediaType: "application/pdf"), "https://a.example.org/x.pdf"))).Message);

    [Fact]
    public async Task One_page_that_fails_does_not_take_the_others_with_it()
    {
        var replies = Replies().Add(Post, HttpStatusCode.OK, Html("Why lists"), mediaType: "text/html").Add("https://b.example.org/x", HttpStatusCode.Forbidden, [], mediaType: "text/html");
        Assert.Equal(["Why lists"], (await FetchAsync("page", replies, "https://b.example.org/x", Post)).Select(paper => paper.Title));
    }

    [Theory]
    [InlineData("2022.acl-long.568", "ACL Anthology", "https://aclanthology.org/2022.acl-long.568/")]
    [InlineData("P19-1001", "ACL Anthology", "https://aclanthology.org/P19-1001/")]
    [InlineData("https://proceedings.mlr.press/v139/sun21c.html", "PMLR", "https://proceedings.mlr.press/v139/sun21c.html")]
    [InlineData("https://www.jmlr.org/papers/v3/bengio03a.html", "JMLR", "https://jmlr.org/papers/v3/bengio03a.html")]
    [InlineData("https://openaccess.thecvf.com/content/CVPR2022/papers/Doe_Seeing_Lists_CVPR_2022_paper.pdf", "CVF", "https://openaccess.thecvf.com/content/CVPR2022/html/Doe_Seeing_Lists_CVPR_2022_paper.html")]
    [InlineData("cvf:Karras_A_Style-Based_Generator_CVPR_2019", "CVF", "https://openaccess.thecvf.com/content_CVPR_2019/html/Karras_A_Style-Based_Generator_CVPR_2019_paper.html")]
    [InlineData("cvf:He_Mask_R-CNN_ICCV_2017", "CVF", "https://openaccess.thecvf.com/content_iccv_2017/html/He_Mask_R-CNN_ICCV_2017_paper.html")]
    [InlineData("https://openreview.net/forum?id=gJcEM8sxHK", "page", "https://openreview.net/forum?id=gJcEM8sxHK")]
    [InlineData("10.1073/pnas.2218523120", "page", "https://doi.org/10.1073/pnas.2218523120")]
    [InlineData("PMID: 32015508", "page", "https://pubmed.ncbi.nlm.nih.gov/32015508/")]
    [InlineData("https://www.jmlr.org/index.html", "page", "https://www.jmlr.org/index.html")]
    [InlineData("https://ea.greaterwrong.com/posts/abc/d?x=1", "page", "https://forum.effectivealtruism.org/posts/abc/d")]
    public async Task Each_id_has_one_page_and_one_source_that_reads_it(string pasted, string source, string address)
    {
        var id = new PaperFinder().Recognise(pasted, anyPage: true)!;
        var replies = Replies().Add(address, HttpStatusCode.OK, Html("A title of its own"), mediaType: "text/html");
        var covering = Sources(replies).OfType<PageSource>().Where(candidate => candidate.Covers(id)).ToList();
        Assert.Equal([source], covering.Select(candidate => candidate.Terms.Name));
        Assert.Equal("A title of its own", Assert.Single(await WaitAsync(covering[0].FetchAsync([id], Cancel))).Title);
    }

    [Theory]
    [InlineData("1706.03762")]
    [InlineData("cvf:Doe_Workshop_Paper_CVPRW_2022")]
    [InlineData("neurips:5452")]
    public void Ids_without_a_page_of_this_kind_are_not_covered(string pasted) =>
        Assert.DoesNotContain(Sources(Replies()).OfType<PageSource>(), source => source.Covers(new PaperFinder().Recognise(pasted)!));

    [Fact]
    public async Task What_a_home_does_not_know_is_absent() =>
        Assert.Empty(await FetchAsync("ACL Anthology", Replies().Add("https://aclanthology.org/P99-9999/", HttpStatusCode.NotFound, [], mediaType: "text/html"), "P99-9999"));

    [Fact]
    public void Homes_are_believed_and_pages_are_not()
    {
        var terms = Sources(Replies()).OfType<PageSource>().ToDictionary(source => source.Terms.Name, source => source.Terms.Trust);
        Assert.Equal(SourceTrust.Page, terms["page"]);
        Assert.All(["ACL Anthology", "PMLR", "JMLR", "CVF"], name => Assert.Equal(SourceTrust.Home, terms[name]));
    }

    private static byte[] Html(string title, string head = "") => Encoding.UTF8.GetBytes($"<!doctype html><meta charset=utf-8><title>{title}</title>{head}<body><p>Text.</p>");

    private RecordedReplies Replies() => new(address => address.AbsoluteUri) { Clock = _clock };

    private IEnumerable<IPaperSource> Sources(RecordedReplies replies)
    {
        var services = new ServiceCollection().AddSingleton<TimeProvider>(_clock).AddPaperSources();
        services.AddHttpClient(GuardedClient.Client).ConfigurePrimaryHttpMessageHandler(() => replies);
        return services.BuildServiceProvider().GetServices<IPaperSource>();
    }

    private Task<IReadOnlyList<PaperRecord>> FetchAsync(string source, RecordedReplies replies, params string[] pasted) =>
        WaitAsync(Sources(replies).Single(candidate => candidate.Terms.Name == source).FetchAsync([.. pasted.Select(text => new PaperFinder().Recognise(text, anyPage: true)!)], Cancel));

    private async Task<T> WaitAsync<T>(Task<T> task)
    {
        for (var turn = 0; !task.IsCompleted && turn < 20_000; turn++)
        {
            _clock.Advance(TimeSpan.FromMilliseconds(250));
            await Task.Delay(1, Cancel);
        }
        return await task;
    }
}
