using System.Text;
using System.Text.Json.Nodes;
using Roundup.Model.Papers;

namespace Roundup.Tests.Sources;

/// <summary>
/// A whole good answer of each source, in which each part in turn is something else. Whatever comes of it is a record, none, or an error that
/// names the source; and no record holds what a database or a page can't take.
/// </summary>
public class Hostile_answers_do_no_harm(ITestOutputHelper output)
{
    private static readonly Dictionary<string, (string Id, string Answer)> Good = new()
    {
        ["Crossref"] = ("10.1000/x1", """
            {"message":{"DOI":"10.1000/x1","type":"journal-article","title":["A title"],"subtitle":["More"],"author":[{"given":"A","family":"B","suffix":"Jr."},{"name":"Group"}],"abstract":"<jats:p>Text</jats:p>",
             "container-title":["V"],"volume":"1","issue":"2","page":"3-4","article-number":"5","publisher":"P","issued":{"date-parts":[[2020,1,2]]},"posted":{"date-parts":[[2020]]},"institution":[{"name":"I"}],"event":{"name":"E"},
             "relation":{"is-preprint-of":[{"id-type":"doi","id":"10.1000/y2"}]},"updated-by":[{"DOI":"10.1000/z3","type":"retraction","updated":{"date-parts":[[2021,2,3]],"date-time":"2021-02-03T00:00:00Z"}}],
             "update-to":[{"DOI":"10.1000/x1","type":"correction"}],"link":[{"URL":"https://a.example/x.pdf","content-type":"application/pdf"}],"resource":{"primary":{"URL":"https://a.example/"}},"group-title":"G"}}
            """),
        ["DataCite"] = ("2202.05262", """
            {"data":{"attributes":{"doi":"10.48550/arxiv.2202.05262","version":"5","titles":[{"title":"A title"}],"creators":[{"name":"B, A","givenName":"A","familyName":"B","nameType":"Personal"}],"publisher":"arXiv",
             "container":{"title":"C","volume":"1","issue":"2","firstPage":"3","lastPage":"4"},"types":{"resourceTypeGeneral":"Preprint","resourceType":"x"},"dates":[{"date":"2022-02-10","dateType":"Submitted"},{"date":"2023-01-01","dateType":"Withdrawn"}],
             "descriptions":[{"descriptionType":"Abstract","description":"Text"},{"descriptionType":"Other","description":"Comment"}],"subjects":[{"subject":"L (cs.CL)","subjectScheme":"arXiv"}],"publicationYear":2022,
             "relatedIdentifiers":[{"relationType":"IsVersionOf","relatedIdentifier":"10.1000/y2","relatedIdentifierType":"DOI"},{"relationType":"IsSupplementTo","relatedIdentifier":"https://github.com/a/b","relatedIdentifierType":"URL"}],"contentUrl":"https://a.example/x.pdf"}}}
            """),
        ["OpenReview"] = ("openreview:gJcEM8sxHK", """
            {"notes":[{"id":"gJcEM8sxHK","forum":"gJcEM8sxHK","cdate":1632500000000,"odate":1632900000000,"pdate":1643400000000,"content":{"title":{"value":"A title"},"authors":{"value":[{"fullname":"A B"},"C D"]},"abstract":{"value":"Text"},
             "venue":{"value":"ICLR"},"venueid":{"value":"ICLR.cc/2022/Conference"},"pdf":{"value":"/pdf/x.pdf"},"code":{"value":"https://github.com/a/b"}}}]}
            """),
        ["Hugging Face"] = ("2202.05262", """
            {"id":"2202.05262","title":"A title","summary":"Text","authors":[{"name":"A B"}],"publishedAt":"2022-02-10T00:00:00.000Z","githubRepo":"https://github.com/a/b","projectPage":"https://a.example/"}
            """),
        ["Semantic Scholar"] = ("2202.05262", """
            {"paperId":"844d502387a3996f167b04e2e83117c30c22e752","externalIds":{"ArXiv":"2202.05262","DOI":"10.1000/x1","ACL":"P19-1001","PubMed":"123456","PubMedCentral":"1234567","CorpusId":1234},"title":"A title","abstract":"Text","venue":"V","year":2022,
             "publicationVenue":{"name":"Venue","type":"conference"},"journal":{"name":"J","volume":"1","pages":"2 - 3"},"openAccessPdf":{"url":"https://a.example/x.pdf"},"publicationDate":"2022-02-10","publicationTypes":["Conference"],"authors":[{"name":"A B"}]}
            """),
        ["OpenAlex"] = ("10.1000/x1", """
            {"doi":"https://doi.org/10.1000/x1","title":"A title","abstract_inverted_index":{"Text":[0],"goes":[1,2]},"authorships":[{"raw_author_name":"B, A","author":{"display_name":"A B"}}],"publication_date":"2022-02-10","publication_year":2022,"type":"article",
             "type_crossref":"journal-article","is_retracted":true,"ids":{"pmid":"https://pubmed.ncbi.nlm.nih.gov/123456","pmcid":"https://www.ncbi.nlm.nih.gov/pmc/articles/1234567"},"biblio":{"volume":"1","issue":"2","first_page":"3","last_page":"4"},
             "best_oa_location":{"pdf_url":"https://a.example/x.pdf"},"primary_location":{"pdf_url":null,"raw_type":"journal-article","source":{"display_name":"V","type":"journal","host_organization_name":"P"}},"locations":[{"landing_page_url":"https://arxiv.org/abs/2202.05262"}]}
            """),
        ["bioRxiv"] = ("10.1101/641381", """
            {"messages":[{"status":"ok"}],"collection":[{"doi":"10.1101/641381","title":"A title","authors":"B, A.; C, D.","date":"2019-05-17","version":"1","type":"new results","category":"biology","abstract":"Text","published":"10.1000/y2"}]}
            """),
    };

    private static readonly string[] Evils =
    [
        "null", "true", "-1", "1e999", "99999999999999999999", "0.5", "\"\"", "[]", "{}", "[[null]]", "[null,1,\"x\",{},[[[[]]]]]", "\"\\ud800\"", "\"a\\udc00\\ud800b\"", "\"\\u0000\\u0001x\\u007f\"", "{\"value\":{\"value\":1}}", "{\"date-parts\":[[0,99,99]]}",
        "{\"date-parts\":[[2020,2,31]]}", "{\"date-parts\":\"x\"}", "\"9999-99-99\"", "\"0000-00-00\"", "\"2020-02-31T99:99\"", "{\"\\ud800\":1,\"\":[2]}", "\"javascript:alert(1)\"", "\"https://\"", "\"<script>alert(1)</script>\"", "\"10.1000/\\u0000\"",
        "\"{{{{{{\\\\cite{\"", "[\"A\",\"A\"]", "\",,;,;;\"", "\"&#0;&#1;&#xD800;&amp;#0;x\"", "\"https://a.example/&#10;x&amp;y\"",
    ];

    public static TheoryData<string> Sources => [.. Good.Keys];

    [Theory, MemberData(nameof(Sources))]
    public async Task Each_part_in_turn_is_something_else(string name)
    {
        var (id, good) = Good[name];
        var (records, refusals) = (0, 0);
        Assert.Equal("A title", (await new AskedSource(name, _ => Reply.Json(good)).FetchOneAsync(id))!.Title[..7]);
        var (places, body) = (Places(JsonNode.Parse(good)!).ToList(), Array.Empty<byte>());
        var source = new AskedSource(name, _ => Reply.Json(body));
        foreach (var path in places)
            foreach (var evil in Evils)
            {
                body = Replaced(good, path, evil);
                if (await ReadAsync(source, id) is { } record) { records++; IsHarmless(record); }
                else refusals++;
            }
        output.WriteLine($"FIGURE: spoilt answers, {name} = {records + refusals} ({places.Count} places), {records} still a record");
    }

    [Theory, MemberData(nameof(Sources))]
    public async Task Duplicate_keys_deep_nesting_and_broken_bytes(string name)
    {
        var (id, good) = Good[name];
        var twice = good.Replace("\"A title\"", "\"A title\",\"title\":\"A title\"");
        await ReadAsync(name, id, Encoding.UTF8.GetBytes(twice));
        await ReadAsync(name, id, Encoding.UTF8.GetBytes(good.Replace("\"A title\"", new string('[', 3000) + new string(']', 3000))));
        await ReadAsync(name, id, Encoding.UTF8.GetBytes(good.Replace("\"A title\"", new string('[', 50) + new string(']', 50))));
        await ReadAsync(name, id, Encoding.UTF8.GetBytes(good.Replace("\"Text\"", $"\"{new string('x', 4_000_000)}\"")));
        await ReadAsync(name, id, [.. Encoding.UTF8.GetBytes(good).Select(b => b is (byte)'t' ? (byte)0xFF : b)]);
        Assert.NotNull(await ReadAsync(name, id, [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(good)]));
        for (var length = 0; length < good.Length; length += 37) await ReadAsync(name, id, Encoding.UTF8.GetBytes(good[..length]));
    }

    private static Task<PaperRecord?> ReadAsync(string name, string id, byte[] body) => ReadAsync(new AskedSource(name, _ => Reply.Json(body)), id);

    private static async Task<PaperRecord?> ReadAsync(AskedSource source, string id)
    {
        try
        {
            return await source.FetchOneAsync(id);
        }
        catch (SourceException e)
        {
            Assert.Contains(source.Source.Terms.Name, e.Message);
            return null;
        }
    }

    private static void IsHarmless(PaperRecord record)
    {
        var texts = new[] { record.Title, record.Abstract, record.Venue, record.Comment, record.Imprint.Volume, record.Imprint.Number, record.Imprint.Pages, record.Imprint.Publisher }
            .Concat(record.Authors).Concat(record.Categories).Concat(record.Notices.SelectMany(notice => new[] { notice.Detail, notice.Address })).Concat(record.OtherIds.Select(other => other.Value));
        Assert.All(texts.OfType<string>(), text => Assert.False(text.Any(char.IsControl) || HasHalfOfAPair(text), text));
        Assert.NotEqual("", record.Title);
        Assert.DoesNotContain("", record.Authors);
        Assert.All(record.Links, link => Assert.True(Uri.TryCreate(link.Url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && link.Url.Length <= PaperLink.MaxLength, link.Url));
        Assert.All(record.Notices, notice => Assert.True(notice.Address is null || notice.Address.StartsWith("https://")));
    }

    private static bool HasHalfOfAPair(string text) => Enumerable.Range(0, text.Length).Any(i =>
        (char.IsHighSurrogate(text[i]) && (i + 1 == text.Length || !char.IsLowSurrogate(text[i + 1]))) || (char.IsLowSurrogate(text[i]) && (i == 0 || !char.IsHighSurrogate(text[i - 1]))));

    private static IEnumerable<string> Places(JsonNode node) => node switch
    {
        JsonObject thing => thing.SelectMany(part => part.Value is null ? [] : Places(part.Value).Prepend(part.Value.GetPath())),
        JsonArray list => list.SelectMany(item => Places(item!).Prepend(item!.GetPath())),
        _ => [],
    };

    // The evil is put in as text: no JSON library would write half a surrogate pair.
    private static byte[] Replaced(string good, string path, string evil)
    {
        var root = JsonNode.Parse(good)!;
        var (mark, found) = ("@@here@@", Find(root, path));
        found.ReplaceWith(JsonValue.Create(mark));
        return Encoding.UTF8.GetBytes(root.ToJsonString().Replace($"\"{mark}\"", evil));
    }

    private static JsonNode Find(JsonNode node, string path) => node.GetPath() == path ? node : node switch
    {
        JsonObject thing => thing.Select(part => part.Value).OfType<JsonNode>().Select(part => Find(part, path)).FirstOrDefault(found => found is not null)!,
        JsonArray list => list.OfType<JsonNode>().Select(part => Find(part, path)).FirstOrDefault(found => found is not null)!,
        _ => null!,
    };
}
