using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Roundup.Model.Papers;
using Roundup.Sources.Fetching;

namespace Roundup.Tests.Sources;

/// <summary>Over the same scan as the application: a source that is added is held to it without being named here.</summary>
public class Sources_keep_their_contract
{
    /// <summary>One id of every scheme, and what they cover that the scan can't know.</summary>
    private static readonly PaperId[] Ids =
    [
        new(PaperScheme.Arxiv, "2202.05262"), new(PaperScheme.Arxiv, "hep-th/0605073"), new(PaperScheme.Doi, "10.1073/pnas.2218523120"), new(PaperScheme.BioRxiv, "10.1101/674655"),
        new(PaperScheme.MedRxiv, "10.1101/19001834"), new(PaperScheme.OpenReview, "gJcEM8sxHK"), new(PaperScheme.Acl, "P19-1001"), new(PaperScheme.Ssrn, "3520012"),
        new(PaperScheme.PubMed, "32015508"), new(PaperScheme.Pmc, "PMC2652875"), new(PaperScheme.SemanticScholar, "844d502387a3996f167b04e2e83117c30c22e752"),
        new(PaperScheme.Pmlr, "v139/key21a"), new(PaperScheme.NeurIps, "844d502387a3996f167b04e2e83117c3"), new(PaperScheme.Cvf, "x"), new(PaperScheme.Url, "https://a.example/paper"),
    ];

    /// <summary>What each of the sources that answer in JSON may be asked for.</summary>
    private static readonly Dictionary<string, string[]> Covered = new()
    {
        ["Crossref"] = ["doi", "biorxiv", "medrxiv", "acl", "ssrn"],
        ["DataCite"] = ["arxiv", "doi"],
        ["OpenReview"] = ["openreview"],
        ["Hugging Face"] = ["arxiv"],
        ["Semantic Scholar"] = ["arxiv", "doi", "biorxiv", "medrxiv", "acl", "ssrn", "pubmed", "pmc", "s2"],
        ["OpenAlex"] = ["arxiv", "doi", "biorxiv", "medrxiv", "acl", "ssrn", "pubmed"],
        ["bioRxiv"] = ["biorxiv", "medrxiv"],
    };

    public static TheoryData<string> Names => [.. All().Select(source => source.Terms.Name)];

    public static TheoryData<string> InJson => [.. Covered.Keys];

    [Fact]
    public void Each_has_a_name_of_its_own_and_a_pause()
    {
        var sources = All();
        Assert.True(sources.Count >= 8);
        Assert.Equal(sources.Count, sources.Select(source => source.Terms.Name).Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.All(sources, source => Assert.True(source.Terms.Pause > TimeSpan.Zero || source.Terms.IsAnyHost, source.Terms.Name));
    }

    [Theory, MemberData(nameof(InJson))]
    public void It_covers_what_it_says_and_nothing_else(string name)
    {
        var source = All().Single(s => s.Terms.Name == name);
        Assert.Equal(Covered[name].Order(), Ids.Where(source.Covers).Select(id => id.Scheme).Distinct().Order());
    }

    [Theory, MemberData(nameof(Names))]
    public void Ids_that_no_authority_made_are_covered_by_nobody_who_would_be_led_astray(string name)
    {
        var source = All().Single(s => s.Terms.Name == name);
        foreach (var value in (string[])["", " ", "..", "../../x", "10.1000", "10.1000/", "10/gfvk", "10.1000/..", "10.1000/a/../b", "x\r\ny", "2202.05262&x=1"])
            Assert.False(source.Covers(new(PaperScheme.Doi, value)) || source.Covers(new(PaperScheme.Arxiv, value)) || source.Covers(new(PaperScheme.BioRxiv, value)), $"{name}: {value}");
    }

    [Theory, MemberData(nameof(InJson))]
    public async Task What_it_does_not_cover_is_not_asked_for(string name)
    {
        var source = new AskedSource(name, _ => throw new InvalidOperationException("Asked."));
        Assert.Empty(await source.FetchAsync([.. Ids.Where(id => !source.Source.Covers(id))]));
        Assert.Empty(await source.FetchAsync(Array.Empty<PaperId>()));
    }

    [Theory, MemberData(nameof(InJson))]
    public async Task Not_found_is_no_record_whatever_its_body(string name)
    {
        foreach (var (status, body, type) in ((int, string, string)[])[(404, "Resource not found.", "text/plain"), (404, "<!doctype html><h1>Not Found</h1>", "text/html"), (404, "", ""), (410, "{}", "application/json")])
        {
            var source = new AskedSource(name, _ => Reply.Text(status, body, type));
            Assert.Empty(await source.FetchAsync([.. Ids.Where(source.Source.Covers)]));
        }
    }

    [Theory, MemberData(nameof(InJson))]
    public async Task Garbage_is_an_error_that_names_it(string name)
    {
        string[] garbage =
        [
            "", "no JSON", "<!doctype html><p>Just a moment…</p>", "[]", "null", "3", "\"paper\"", "{", "{\"message\":", "{\"a\":NaN}", "{'a':1}", "{\"a\":1}{\"b\":2}", "\0\0\0\0", "{\"a\":Infinity}",
            new string('[', 5000), string.Concat(Enumerable.Repeat("{\"message\":", 5000)),
        ];
        foreach (var body in garbage)
            Assert.Contains(name, (await FailureAsync(name, Reply.Json(body))).Message);
        Assert.Contains(name, (await FailureAsync(name, Reply.Text(200, "<p>Just a moment…</p>", "text/html"))).Message);
        Assert.Contains(name, (await FailureAsync(name, Reply.Json(Encoding.Unicode.GetBytes("{\"a\":1}")))).Message);
        Assert.Contains(name, (await FailureAsync(name, Reply.Text(400, "Bad request"))).Message);
    }

    [Theory, MemberData(nameof(InJson))]
    public async Task A_server_that_fails_or_is_busy_passes_and_one_that_refuses_does_not(string name)
    {
        Assert.True((await FailureAsync(name, Reply.Text(500, ""))).IsPassing);
        Assert.True((await FailureAsync(name, Reply.Text(429, ""))).IsPassing);
        Assert.False((await FailureAsync(name, Reply.Text(401, ""))).IsPassing);
        Assert.False((await FailureAsync(name, Reply.Text(403, ""))).IsPassing);
    }

    [Theory, MemberData(nameof(InJson))]
    public async Task Five_megabytes_are_too_much_or_no_trouble(string name)
    {
        var filler = string.Concat(Enumerable.Repeat("{\"a\":[1,\"b\",null]},", 250_000));
        Assert.Contains(name, (await FailureAsync(name, Reply.Json($"{{\"x\":[{filler}{filler}0]}}"))).Message);
        Assert.Contains(name, (await FailureAsync(name, Reply.Json($"[{filler}0]"))).Message);
    }

    private static async Task<SourceException> FailureAsync(string name, Reply reply)
    {
        var source = new AskedSource(name, _ => reply);
        var failure = await Assert.ThrowsAsync<SourceException>(() => source.FetchAsync(new[] { Ids.First(source.Source.Covers) }));
        Assert.Equal(name, failure.PaperSource);
        return failure;
    }

    private static List<IPaperSource> All()
    {
        var sources = new ServiceCollection().AddPaperSources(AskedSource.WithKeys).BuildServiceProvider().GetServices<IPaperSource>().ToList();
        Assert.Equal(PaperSourcesRegistration.SourceTypes.Count(), sources.Count);
        return sources;
    }
}
