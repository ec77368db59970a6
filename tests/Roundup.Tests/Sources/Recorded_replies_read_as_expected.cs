using System.Text.Json;
using System.Text.Json.Nodes;
using Roundup.Model.Papers;
using Roundup.Tests.House;

namespace Roundup.Tests.Sources;

/// <summary>
/// Every recorded reply about works, through the real sources, against <c>expected-records.json</c>: what a person reads in the recording.
/// That table was made by an independent script and read over; it says of each file, and of each work in a list, what is to come out.
/// </summary>
public class Recorded_replies_read_as_expected(ITestOutputHelper output)
{
    public static TheoryData<string> Sources => ["Crossref", "DataCite", "OpenAlex", "Semantic Scholar"];

    [Theory, MemberData(nameof(Sources))]
    public async Task Each_work_reads_as_the_table_says(string source)
    {
        var (right, wrong, rows) = (0, new List<string>(), Table().Where(row => row["source"]!.GetValue<string>() == source).ToList());
        foreach (var row in rows)
        {
            var expected = Lines(row["record"] as JsonObject);
            var actual = Lines(await ReadAsync(source, row));
            if (expected.SequenceEqual(actual)) right++;
            else wrong.Add($"{row["file"]} {row["path"]!.ToJsonString()}\n  expected {string.Join("\n           ", expected.Except(actual))}\n  read     {string.Join("\n           ", actual.Except(expected))}");
        }
        output.WriteLine($"FIGURE: recorded works read right, {source} = {right}/{rows.Count}");
        Assert.True(rows.Count > 0 && wrong is [], string.Join('\n', wrong));
    }

    [Fact]
    public void The_table_names_every_recording_of_works()
    {
        var named = Table().Select(row => row["file"]!.GetValue<string>()).ToHashSet();
        var missing = from folder in (string[])["crossref", "datacite", "openalex", "semanticscholar"]
                      from file in Directory.EnumerateFiles(SharedFolder.Path("fixtures", folder), "*.json").Select(Path.GetFileName)
                      where !named.Contains($"{folder}/{file}")
                      // Answers to other questions: whose DOI, whose papers, searches that ask for one field; and refusals.
                      where !file!.Contains("agency") && !file.Contains("http40") && !file.Contains("abs12032jsdafn") && !file.Contains("empty")
                          && file is not ("paper_authors.json" or "recommendations_forpaper.json" or "search_openAccessPdf.json" or "search_venue_arxiv.json" or "snippet_search.json")
                      select file;
        Assert.Empty(missing);
    }

    private static List<JsonObject> Table() =>
        [.. JsonNode.Parse(File.ReadAllBytes(Repository.At("tests/Roundup.Tests/Sources/expected-records.json")))!.AsArray().Select(row => row!.AsObject())];

    private static async Task<PaperRecord?> ReadAsync(string source, JsonObject row)
    {
        using var recording = JsonDocument.Parse(File.ReadAllBytes(SharedFolder.Path(["fixtures", .. row["file"]!.GetValue<string>().Split('/')])));
        var work = row["path"]!.AsArray().Aggregate(recording.RootElement, (at, step) => step!.GetValueKind() is JsonValueKind.Number ? at[step.GetValue<int>()] : at.GetProperty(step.GetValue<string>()));
        var answer = source switch
        {
            "Crossref" => $$"""{"status":"ok","message-type":"work","message":{{work.GetRawText()}}}""",
            "DataCite" => $$$"""{"data":{"type":"dois","attributes":{{{work.GetRawText()}}}}}""",
            _ => work.GetRawText(),
        };
        return await new AskedSource(source, _ => Reply.Json(answer)).FetchOneAsync(row["doi"] is { } doi ? $"https://doi.org/{Uri.EscapeDataString(doi.GetValue<string>())}" : $"s2:{row["s2"]}");
    }

    /// <summary>A line a field that is said, in the table's order.</summary>
    private static List<string> Lines(JsonObject? record) => record is null ? ["no record"] :
        [.. record.Select(field => $"{field.Key}: {(field.Value is JsonValue value ? value.ToString() : field.Value is JsonObject text ? Abstract(text) : List(field.Value!.AsArray().Select(item => $"{item}")))}")];

    private static List<string> Lines(PaperRecord? record)
    {
        if (record is null) return ["no record"];

        var imprint = new[] { record.Imprint.Volume, record.Imprint.Number, record.Imprint.Pages, record.Imprint.Publisher };
        (string Name, string? Text)[] fields =
        [
            ("title", record.Title), ("authors", List(record.Authors)), ("abstract", Abstract(record.Abstract)), ("published", $"{record.PublishedOn:yyyy-MM-dd}"),
            ("updated", $"{record.UpdatedOn:yyyy-MM-dd}"), ("venue", record.Venue), ("kind", $"{record.Kind}"), ("imprint", imprint.All(part => part is "") ? "" : List(imprint)),
            ("otherIds", List(record.OtherIds.Select(id => id.Key))), ("links", List(record.Links.Select(link => $"{(link.Label is null ? $"{link.Kind}" : "Page")} {link.Url}"))),
            ("categories", List(record.Categories)), ("notices", List(record.Notices.Select(Notice))), ("comment", record.Comment), ("version", $"{record.Id.Version}"),
        ];
        return [.. fields.Where(field => field.Text is { Length: > 0 }).Select(field => $"{field.Name}: {field.Text}")];
    }

    private static string Notice(PaperNotice notice) => $"{notice.Kind} {notice.Detail} {(notice.On is { } on ? $"{on:yyyy-MM-dd}" : "-")} {notice.Address}";

    private static string List(IEnumerable<string> items) => string.Join(" | ", items);

    private static string Abstract(JsonObject text) => $"{text["start"]} … {text["end"]} ({text["words"]} words)";

    private static string? Abstract(string? text) => text is null ? null :
        $"{text[..Math.Min(60, text.Length)]} … {text[^Math.Min(40, text.Length)..]} ({text.Split(' ').Length} words)";
}
