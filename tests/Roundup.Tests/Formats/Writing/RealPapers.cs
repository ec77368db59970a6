using System.Globalization;
using System.Text.Json;
using Roundup.Formats.Reading;
using Roundup.Model.Importing;
using Roundup.Model.Papers;
using Roundup.Tests.Formats.Reading;
using Roundup.Tests.House;
using Roundup.Tests.Sources;

namespace Roundup.Tests.Formats.Writing;

/// <summary>Papers that there are: those of the sample, of the shared cases, and of the recorded replies. Nothing where the shared folder is absent, but the sample.</summary>
internal static class RealPapers
{
    public static IEnumerable<Paper> OfTheSample()
    {
        using var sample = JsonDocument.Parse(Repository.Text("src/Roundup.Web/Sample/sample.json"));
        foreach (var entry in sample.RootElement.GetProperty("issue").GetProperty("entries").EnumerateArray())
        {
            yield return Shelf.Paper(
                Text(entry, "title"), Texts(entry, "authors"), Text(entry, "abstract"), Text(entry, "venue"), on: DateOnly.Parse(Text(entry, "published"), CultureInfo.InvariantCulture),
                ids: [.. Texts(entry, "ids").Select(id => id.Split(':', 2)).Select(id => new PaperId(id[0], id[1]))],
                links: [.. entry.GetProperty("links").EnumerateArray().Select(l => new PaperLink(Enum.Parse<LinkKind>(Text(l, "kind"), ignoreCase: true), Text(l, "url")))]);
        }
    }

    public static IEnumerable<Paper> OfTheCases() => Files("cases", "*.md").Concat(Files("cases", "*.txt")).SelectMany(file => Read(File.ReadAllText(file)).Entries).Select(OfEntry);

    /// <summary>arXiv's metadata: the awkward records, and the first ones of a sample of all.</summary>
    public static IEnumerable<Paper> OfArxiv(int many) =>
        Files("data", "awkward_records.jsonl").SelectMany(File.ReadLines).Concat(Files("data", "arxiv_metadata_2k.jsonl").SelectMany(File.ReadLines).Take(many)).Select(line =>
        {
            using var record = JsonDocument.Parse(line);
            var root = record.RootElement;
            return Shelf.Paper(Text(root, "title"), Texts(root, "authors"), Text(root, "abstract"), kind: PaperKind.Preprint, on: new(2024, 3, 4), ids: [new(PaperScheme.Arxiv, Text(root, "id"))], categories: Texts(root, "categories"));
        });

    /// <summary>What publishers deposit, with volumes and pages; markup in titles is left as it is sent.</summary>
    public static IEnumerable<Paper> OfCrossref()
    {
        foreach (var file in Files("fixtures/crossref", "*.json"))
        {
            using var reply = JsonDocument.Parse(File.ReadAllText(file));
            if (reply.RootElement.ValueKind is not JsonValueKind.Object || !reply.RootElement.TryGetProperty("message", out var message) || message.ValueKind is not JsonValueKind.Object) continue;
            JsonElement[] works = message.TryGetProperty("items", out var items) ? [.. items.EnumerateArray()] : [message];
            foreach (var work in works) if (OfWork(work) is { } paper) yield return paper;
        }
    }

    private static Paper? OfWork(JsonElement work)
    {
        if (!work.TryGetProperty("title", out var titles) || titles.ValueKind is not JsonValueKind.Array || titles.GetArrayLength() == 0) return null;

        var authors = work.TryGetProperty("author", out var people) ? people.EnumerateArray().Select(p => $"{Text(p, "given")} {Text(p, "family")}{Text(p, "name")}".Trim()).Where(n => n is not "").ToArray() : [];
        var kind = Text(work, "type") switch { "journal-article" => PaperKind.Article, "proceedings-article" => PaperKind.ConferencePaper, "book-chapter" => PaperKind.Chapter, "posted-content" => PaperKind.Preprint, _ => PaperKind.Unknown };
        return Shelf.Paper(
            titles[0].GetString() ?? "", authors, Text(work, "abstract"), Texts(work, "container-title") is [var venue, ..] ? venue : "", kind, new(2015, 6, 7),
            new(Text(work, "volume"), Text(work, "issue"), Text(work, "page").Replace('-', '–'), Text(work, "publisher")), ids: [new(PaperScheme.Doi, Text(work, "DOI").ToLowerInvariant())], categories: Texts(work, "subject"));
    }

    private static Paper OfEntry(ImportedEntry entry) => Shelf.Paper(
        entry.Title, [.. entry.Authors], entry.Abstract, entry.Venue, link: entry.Url ?? "", ids: entry.Url is { } url && Recognition.Of(url) is { } id ? [id] : []);

    private static ImportedIssue Read(string paste)
    {
        Assert.Null(new RoundupReader(Recognition.Of).Read(paste, out var reading));
        return reading.Issue;
    }

    private static IEnumerable<string> Files(string folder, string pattern) =>
        SharedFolder.Root is { } root && Directory.Exists(Path.Combine(root, folder)) ? Directory.EnumerateFiles(Path.Combine(root, folder), pattern, SearchOption.AllDirectories).Order(StringComparer.Ordinal) : [];

    private static string Text(JsonElement element, string name) => element.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString()! : "";

    private static string[] Texts(JsonElement element, string name) =>
        element.TryGetProperty(name, out var values) && values.ValueKind is JsonValueKind.Array ? [.. values.EnumerateArray().Select(v => v.ValueKind is JsonValueKind.String ? v.GetString()! : v.ToString())] : [];
}
