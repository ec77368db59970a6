using System.Globalization;
using System.Text;
using Roundup.Model.Papers;

namespace Roundup.Formats.Writing;

/// <summary>
/// BibTeX (Patashnik, BibTeXing, 1988) as arXiv and reference managers write it today: UTF-8, one field a line, everything in braces. url, doi and eprint
/// stand as they are, which is how biblatex, Zotero and JabRef read them.
/// </summary>
internal sealed class BibTex : IPaperFormat
{
    public string Name => "BibTeX";

    public string Extension => "bib";

    public string MediaType => "application/x-bibtex";

    public string Write(IReadOnlyList<Reference> papers)
    {
        var keys = CitationKeys.Of(papers);
        return string.Join("\n", papers.Select((paper, place) => Entry(paper, keys[place])));
    }

    // Long because it is the list of fields, in the order of the file.
    private static string Entry(Reference paper, string key)
    {
        var shape = Shape.Of(paper);
        var entry = new StringBuilder($"@{shape.Type}{{{key}");

        void Field(string name, string value)
        {
            if (value is not "") entry.Append(",\n  ").Append(name).Append(" = ").Append(value);
        }

        void Braced(string name, string value) => Field(name, value is "" ? "" : $"{{{value}}}");

        Braced("title", TexTitle.Of(paper.Title));
        Braced("author", Authors(paper));
        Braced(shape.Venue, shape.Venue is "organization" ? One(shape.VenueIs(paper)) : TexText.Of(shape.VenueIs(paper)));
        Braced("volume", TexText.Of(paper.Imprint.Volume));
        Braced("number", TexText.Of(paper.Imprint.Number));
        Braced("pages", Pages(paper));
        Braced(shape.Publisher, One(shape.PublisherIs(paper)));
        Braced("year", paper.Issued?.YearWritten ?? "");
        if (paper.Issued?.Month is { } month) Field("month", CultureInfo.InvariantCulture.DateTimeFormat.GetAbbreviatedMonthName(month).ToLowerInvariant());
        Braced("day", $"{paper.Issued?.Day}");

        Braced("doi", Verbatim(Doi(paper.Doi)));
        Braced("eprint", Verbatim(Written.Address(paper.Arxiv)));
        Braced("archivePrefix", paper.Arxiv is "" ? "" : "arXiv");
        Braced("primaryClass", paper.PrimaryClass);
        Braced("url", Verbatim(paper.Address));
        // No style prints them, and readers take them as they are.
        Braced("keywords", string.Join(", ", paper.Categories).Replace('{', '(').Replace('}', ')').Replace("$", "", StringComparison.Ordinal));
        Braced("abstract", TexText.Of(Written.Line(paper.Abstract)));
        return entry.Append("\n}\n").ToString();
    }

    // biblatex reads these fields as lists: Taylor and Francis would be two.
    private static string One(string name) => $" {name} ".Contains(" and ", StringComparison.OrdinalIgnoreCase) ? $"{{{TexText.Of(name)}}}" : TexText.Of(name);

    // As it is, but for the dollar, in which even readers that take these fields as they are see maths begin.
    private static string Verbatim(string address) => address.Replace("$", "%24", StringComparison.Ordinal);

    // It is a name and no address: the < and > of an old one are its own. Only what would end or part the field is written as in an address.
    private static string Doi(string doi) => string.Concat(doi.Select(c => char.IsWhiteSpace(c) ? "%20" : c is '{' or '}' or '\\' ? Uri.HexEscape(c) : $"{c}"));

    private static string Authors(Reference paper) =>
        string.Join(" and ", paper.Authors.Select(Author).Concat(paper.HasMoreAuthors ? ["others"] : []));

    // The braces keep a group's "and" and commas from being read as more people.
    private static string Author(PersonName name)
    {
        var (last, given) = (TexText.Escape(name.LastName), TexText.Escape(name.Given));
        return name.IsWhole ? $"{{{last}}}" : name.Suffix is "" ? $"{last}, {given}" : $"{last}, {name.Suffix}, {given}";
    }

    private static string Pages(Reference paper) =>
        paper.Pages is (var first, not "" and var last) ? $"{TexText.Escape(first)}--{TexText.Escape(last)}" : TexText.Escape(paper.Imprint.Pages);

    /// <summary>The type of an entry, and what its fields for venue and publisher are called.</summary>
    private sealed record Shape(string Type, string Venue, string Publisher)
    {
        public static Shape Of(Reference paper) => paper.Kind switch
        {
            PaperKind.Article => new("article", "journal", "publisher"),
            PaperKind.ConferencePaper => new("inproceedings", "booktitle", "publisher"),
            PaperKind.Book => new("book", "series", "publisher"),
            PaperKind.Chapter => new("incollection", "booktitle", "publisher"),
            PaperKind.Report => new("techreport", "series", "institution"),
            PaperKind.Thesis => new("phdthesis", "series", "school"),
            PaperKind.Page => new("online", "organization", "publisher"),
            // misc has no publisher that styles would print.
            _ => new("misc", "howpublished", "publisher"),
        };

        // That a paper is on arXiv is said by its eprint.
        public string VenueIs(Reference paper) =>
            paper.Arxiv is not "" && paper.Venue.Equals("arXiv", StringComparison.OrdinalIgnoreCase) ? "" : paper.Kind is PaperKind.Preprint ? paper.Venue : paper.Container;

        public string PublisherIs(Reference paper) => paper.Kind is PaperKind.Preprint ? paper.Imprint.Publisher : paper.Publisher;
    }
}
