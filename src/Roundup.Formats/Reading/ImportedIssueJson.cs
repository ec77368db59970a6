using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Roundup.Model.Importing;
using Roundup.Model.Papers;

namespace Roundup.Formats.Reading;

/// <summary>What was read, as JSON: what <c>import --dry-run</c> prints.</summary>
public static class ImportedIssueJson
{
    /// <summary>Writes UTF-8; the stream stays open.</summary>
    public static void Write(ImportedIssue issue, Stream output)
    {
        var options = new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        using var json = new Utf8JsonWriter(output, options);
        json.WriteStartObject();
        json.WriteString("title", issue.Title);
        if (issue.Number is { } number) json.WriteNumber("number", number);
        else json.WriteNull("number");
        json.WriteString("introduction", issue.Introduction);
        json.WriteString("closing", issue.Closing);
        Write("details", issue.Details, json);
        json.WriteStartArray("entries");
        foreach (var entry in issue.Entries) Write(entry, json);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    public static void Write(ImportedIssue issue, TextWriter output)
    {
        using var memory = new MemoryStream();
        Write(issue, memory);
        output.WriteLine(Encoding.UTF8.GetString(memory.ToArray()));
    }

    private static void Write(ImportedEntry entry, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("section", entry.Section);
        json.WriteString("title", entry.Title);
        json.WriteString("url", entry.Url);
        json.WriteStartArray("authors");
        foreach (var author in entry.Authors) json.WriteStringValue(author);
        json.WriteEndArray();
        json.WriteString("abstract", entry.Abstract);
        WriteOpinions(entry, json);
        WriteLinks(entry, json);
        json.WriteString("text", entry.Text);
        WriteReference(entry, json);
        json.WriteEndObject();
    }

    /// <summary>What only a reference list knows stands only where it is known.</summary>
    private static void WriteReference(ImportedEntry entry, Utf8JsonWriter json)
    {
        if (entry.Ids.Count > 0)
        {
            json.WriteStartArray("ids");
            foreach (var id in entry.Ids) json.WriteStringValue(id.ToString());
            json.WriteEndArray();
        }

        if (entry.Kind is not PaperKind.Unknown) json.WriteString("kind", JsonNamingPolicy.CamelCase.ConvertName(entry.Kind.ToString()));
        Write("topics", entry.Topics, json);
        Write("venue", entry.Venue, json);
        Write("volume", entry.Imprint.Volume, json);
        Write("number", entry.Imprint.Number, json);
        Write("pages", entry.Imprint.Pages, json);
        Write("publisher", entry.Imprint.Publisher, json);
        Write("published", entry.PublishedOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "", json);
    }

    private static void Write(string name, IReadOnlyList<string> texts, Utf8JsonWriter json)
    {
        if (texts.Count == 0) return;

        json.WriteStartArray(name);
        foreach (var text in texts) json.WriteStringValue(text);
        json.WriteEndArray();
    }

    private static void Write(string name, string text, Utf8JsonWriter json)
    {
        if (text is not "") json.WriteString(name, text);
    }

    private static void WriteOpinions(ImportedEntry entry, Utf8JsonWriter json)
    {
        json.WriteStartArray("opinions");
        foreach (var opinion in entry.Opinions)
        {
            json.WriteStartObject();
            json.WriteString("author", opinion.Author);
            json.WriteString("text", opinion.Text);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteLinks(ImportedEntry entry, Utf8JsonWriter json)
    {
        json.WriteStartArray("links");
        foreach (var link in entry.Links)
        {
            json.WriteStartObject();
            json.WriteString("kind", link.Kind.ToString().ToLowerInvariant());
            json.WriteString("url", link.Url);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
