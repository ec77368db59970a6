using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Roundup.Model.Papers;

namespace Roundup.Formats.Writing;

/// <summary>CSL-JSON (Citation Style Language, schema csl-data.json 1.0): what citation processors and pandoc read.</summary>
internal sealed class CslJson : IPaperFormat
{
    // The file is served as JSON and stands in no page, so letters of every script stay readable.
    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public string Name => "CSL-JSON";

    public string Extension => "csl.json";

    public string MediaType => "application/vnd.citationstyles.csl+json";

    public string Write(IReadOnlyList<Reference> papers)
    {
        using var memory = new MemoryStream();
        using (var json = new Utf8JsonWriter(memory, Options))
        {
            var keys = CitationKeys.Of(papers);
            json.WriteStartArray();
            for (var place = 0; place < papers.Count; place++) Item(json, papers[place], keys[place]);
            json.WriteEndArray();
        }

        return $"{Encoding.UTF8.GetString(memory.ToArray())}\n";
    }

    private static void Item(Utf8JsonWriter json, Reference paper, string key)
    {
        void Write(string name, string value)
        {
            if (value is not "") json.WriteString(name, value);
        }

        var arxiv = paper.Arxiv is "" ? "" : $"arXiv:{paper.Arxiv}";
        json.WriteStartObject();
        json.WriteString("id", key);
        json.WriteString("type", Type(paper));
        Write("title", paper.Title);
        Authors(json, paper);
        Issued(json, paper);
        Write(paper.Kind is PaperKind.Book ? "collection-title" : "container-title", paper.Container);
        Write("volume", paper.Imprint.Volume);
        Write(paper.Kind is PaperKind.Report ? "number" : "issue", paper.Imprint.Number);
        Write("page", paper.Pages is (var first, not "" and var last) ? $"{first}-{last}" : paper.Imprint.Pages);
        Write("publisher", paper.Publisher);
        // Of an article, styles print the number as the article's own; where it can be had besides is said in the note, as Zotero does.
        if (paper.Kind is PaperKind.Preprint) Write("number", arxiv);
        Write("DOI", paper.Doi);
        Write("URL", paper.Address);
        Write("keyword", string.Join(", ", paper.Categories));
        Write("note", string.Join('\n', new[] { paper.Kind is PaperKind.Preprint ? "" : arxiv, paper.AuthorsNote }.Where(line => line is not "")));
        Write("abstract", paper.Abstract);
        json.WriteEndObject();
    }

    private static void Authors(Utf8JsonWriter json, Reference paper)
    {
        if (paper.Authors is []) return;

        json.WriteStartArray("author");
        foreach (var name in paper.Authors)
        {
            json.WriteStartObject();
            if (name.IsWhole) json.WriteString("literal", name.Family);
            else
            {
                json.WriteString("family", name.Family);
                if (name.Particle is not "") json.WriteString("non-dropping-particle", name.Particle);
                if (name.Given is not "") json.WriteString("given", name.Given);
                if (name.Suffix is not "") json.WriteString("suffix", name.Suffix);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Issued(Utf8JsonWriter json, Reference paper)
    {
        if (paper.Issued is not { } issued) return;

        json.WriteStartObject("issued");
        json.WriteStartArray("date-parts");
        json.WriteStartArray();
        json.WriteNumberValue(issued.Year);
        if (issued.Month is { } month) json.WriteNumberValue(month);
        if (issued.Day is { } day) json.WriteNumberValue(day);
        json.WriteEndArray();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static string Type(Reference paper) => paper.Kind switch
    {
        PaperKind.Preprint => "article",
        PaperKind.Article => "article-journal",
        PaperKind.ConferencePaper => "paper-conference",
        PaperKind.Book => "book",
        PaperKind.Chapter => "chapter",
        PaperKind.Report => "report",
        PaperKind.Thesis => "thesis",
        PaperKind.Page => paper.Authors is [] && paper.Issued is null ? "webpage" : "post-weblog",
        PaperKind.Dataset => "dataset",
        PaperKind.Software => "software",
        _ => "document",
    };
}
