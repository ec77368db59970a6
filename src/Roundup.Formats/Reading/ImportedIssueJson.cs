using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Roundup.Model.Importing;

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
        json.WriteStartArray("opinions");
        foreach (var opinion in entry.Opinions)
        {
            json.WriteStartObject();
            json.WriteString("author", opinion.Author);
            json.WriteString("text", opinion.Text);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("links");
        foreach (var link in entry.Links)
        {
            json.WriteStartObject();
            json.WriteString("kind", link.Kind.ToString().ToLowerInvariant());
            json.WriteString("url", link.Url);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteString("text", entry.Text);
        json.WriteEndObject();
    }
}
