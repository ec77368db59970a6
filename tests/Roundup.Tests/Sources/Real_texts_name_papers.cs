using System.Text.Json;
using System.Text.RegularExpressions;
using Roundup.Model.Papers;
using Roundup.Sources;

namespace Roundup.Tests.Sources;

public partial class Real_texts_name_papers(ITestOutputHelper output)
{
    private static readonly PaperFinder Finder = new();

    /// <summary>What the truth calls a thing, and what we print for it: README of the cases, "Schemes".</summary>
    private static string Canonical(string truth)
    {
        var (scheme, value) = (truth[..truth.IndexOf(':')], truth[(truth.IndexOf(':') + 1)..]);
        return scheme switch
        {
            "pmcid" => $"pmc:{value}",
            // Not a scheme of ours: the digits with the slash taken out are the paper's own.
            "s2pdf" => $"s2:{value.Replace("/", "")}",
            "hdl" => $"handle:{value}",
            "doi" => truth.ToLowerInvariant(),
            _ => truth,
        };
    }

    [Fact]
    public void Comments_name_what_people_say_that_they_name()
    {
        int found = 0, missed = 0, wrong = 0, titles = 0;
        foreach (var line in File.ReadLines(SharedFolder.Path("cases", "comments.jsonl")))
        {
            using var comment = JsonDocument.Parse(line);
            var truth = comment.RootElement.GetProperty("papers").EnumerateArray().Select(paper => Canonical(paper.GetString()!)).ToList();
            // A title or an author with a year is no address, and behind a shortened one nobody can look from here.
            titles += truth.RemoveAll(paper => paper.StartsWith("title:", StringComparison.Ordinal) || paper.StartsWith("unresolved:", StringComparison.Ordinal));

            var ours = Finder.Find(comment.RootElement.GetProperty("text").GetString()!).Select(paper => paper.Id.Key).ToList();
            // A handle has no scheme of ours: its page stands for it.
            ours = [.. ours.Select(key => Handle().Match(key) is { Success: true } handle ? $"handle:{handle.Groups[1].Value}" : key)];
            foreach (var paper in truth.Except(ours)) { missed++; output.WriteLine($"missed {paper}"); }
            foreach (var paper in ours.Except(truth)) { wrong++; output.WriteLine($"wrong  {paper}"); }
            found += truth.Intersect(ours).Count();
        }
        var (precision, recall) = (found / (double)(found + wrong), found / (double)(found + missed));
        output.WriteLine($"comments: {found} found, {missed} missed, {wrong} wrong: precision {precision:P1}, recall {recall:P1}; {titles} named by title only, left out");

        Assert.True(precision >= 0.95 && recall >= 0.95, $"precision {precision:P1}, recall {recall:P1}");
    }

    [Fact]
    public void Every_identifier_that_other_tools_test_with_is_recognised()
    {
        var text = File.ReadAllText(SharedFolder.Path("fixtures", "identifiers", "arxiv-utils_testcases.yaml"));
        var addresses = Regex.Matches(text, @"url: (https?://.+?)\s*$", RegexOptions.Multiline).Select(match => match.Groups[1].Value).Distinct().ToList();
        // IEEE and JMLR have no scheme of their own; the address is the id there, once somebody says that it is a paper.
        var unknown = addresses.Where(address => Finder.Recognise(address) is null).ToList();
        var pages = unknown.Where(address => Finder.Find(address) is [{ Id.Scheme: PaperScheme.Url }]).ToList();
        output.WriteLine($"identifiers: {addresses.Count} addresses, {addresses.Count - unknown.Count} named, {pages.Count} as pages ({string.Join(' ', unknown.Except(pages))})");

        Assert.Empty(unknown.Except(pages));
        Assert.All(pages, page => Assert.Matches("ieeexplore|jmlr", page));
    }

    [Fact]
    public void BibTeX_and_duplicates_of_PaperMemory_are_recognised()
    {
        var bibtex = JsonDocument.Parse(File.ReadAllText(SharedFolder.Path("fixtures", "identifiers", "papermemory_bibtexs.json"))).RootElement;
        var found = bibtex.GetProperty("strings").EnumerateArray().Select(entry => string.Join(' ', Finder.Find(entry.GetString()!).Select(paper => paper.Id.Key)));
        Assert.Equal(["doi:10.1149/2.1051908jes", "arxiv:2101.02464", "doi:10.24963/ijcai.2020/1", "doi:10.1109/iccv.2017.244"],
            found.Select(keys => keys.Split(' ')[0]));

        var pairs = JsonDocument.Parse(File.ReadAllText(SharedFolder.Path("fixtures", "identifiers", "papermemory_duplicates.json"))).RootElement;
        var addresses = pairs.EnumerateArray().SelectMany(pair => pair.EnumerateArray()).Select(paper => paper.GetProperty("url").GetString()!).ToList();
        Assert.All(addresses, address => Assert.Single(Finder.Find(address)));
    }

    [Fact]
    public void Every_arXiv_link_of_the_real_roundups_is_recognised()
    {
        var (links, arxiv, named, pages) = (0, 0, 0, 0);
        foreach (var file in Directory.EnumerateFiles(SharedFolder.Path("cases"), "*.truth.json", SearchOption.AllDirectories))
        {
            using var truth = JsonDocument.Parse(File.ReadAllText(file));
            foreach (var paper in truth.RootElement.GetProperty("papers").EnumerateArray())
            {
                if (!paper.TryGetProperty("url", out var url) || url.GetString() is not { } address) continue;

                links++;
                var id = Finder.Recognise(address);
                if (id is not null) named++;
                else if (Finder.Find(address) is [_]) pages++;
                else output.WriteLine($"no paper by the rule: {address}");
                Assert.NotNull(Finder.Recognise(address, anyPage: true));
                if (!address.Contains("arxiv.org/")) continue;
                arxiv++;
                Assert.Equal(PaperScheme.Arxiv, id?.Scheme);
            }
        }
        output.WriteLine($"roundups: {links} links, {arxiv} arXiv all recognised, {named} named by an authority, {pages} as pages");
        Assert.True(arxiv > 50);
    }

    [Fact]
    public void Code_links_of_the_real_roundups_are_code()
    {
        foreach (var file in Directory.EnumerateFiles(SharedFolder.Path("cases"), "*.truth.json", SearchOption.AllDirectories))
        {
            using var truth = JsonDocument.Parse(File.ReadAllText(file));
            foreach (var paper in truth.RootElement.GetProperty("papers").EnumerateArray())
                if (paper.TryGetProperty("code_links", out var links) && links.ValueKind is JsonValueKind.Array)
                    Assert.All(links.EnumerateArray(), link => Assert.Equal(LinkKind.Code, LinkKinds.Of(link.GetString()!)));
        }
    }

    [GeneratedRegex("^url:.*/handle/([0-9.]+/[0-9A-Za-z]+)$")]
    private static partial Regex Handle();
}
