using System.Text;
using Roundup.Model.Papers;

namespace Roundup.Formats.Writing;

/// <summary>RIS (Research Information Systems' tagged format, 2011 edition): lines end with CR LF, every tag is followed by two blanks, a hyphen and a blank.</summary>
internal sealed class Ris : IPaperFormat
{
    public string Name => "RIS";

    public string Extension => "ris";

    public string MediaType => "application/x-research-info-systems";

    public string Write(IReadOnlyList<Reference> papers) => string.Join("\r\n", papers.Select(Record));

    // Long because it is the list of fields, in the order of the file.
    private static string Record(Reference paper)
    {
        var record = new StringBuilder();

        void Tag(string name, string value)
        {
            if (value is not "") record.Append(name).Append("  - ").Append(value).Append("\r\n");
        }

        Tag("TY", Type(paper));
        Tag("TI", paper.Title);
        foreach (var author in paper.Authors) Tag("AU", author.Suffix is "" ? author.LastFirst : $"{author.LastFirst}, {author.Suffix}");
        Tag("PY", paper.Issued?.YearWritten ?? "");
        if (paper.Issued is { Month: not null } issued) Tag("DA", issued.Written('/'));

        Tag("T2", paper.Container);
        Tag("VL", paper.Imprint.Volume);
        Tag("IS", paper.Imprint.Number);
        Tag("SP", paper.Pages.First);
        Tag("EP", paper.Pages.Last);
        Tag("PB", paper.Publisher);
        Tag("DO", paper.Doi);
        Tag("AN", paper.Arxiv is "" ? "" : $"arXiv:{paper.Arxiv}");
        Tag("UR", paper.Address);
        Tag("L1", paper.Pdf);
        foreach (var category in paper.Categories) Tag("KW", category);
        Tag("N1", paper.AuthorsNote);
        Tag("AB", Written.Line(paper.Abstract));
        return record.Append("ER  - \r\n").ToString();
    }

    private static string Type(Reference paper) => paper.Kind switch
    {
        PaperKind.Preprint => "UNPB",
        PaperKind.Article => "JOUR",
        PaperKind.ConferencePaper => "CPAPER",
        PaperKind.Book => "BOOK",
        PaperKind.Chapter => "CHAP",
        PaperKind.Report => "RPRT",
        PaperKind.Thesis => "THES",
        // A page that somebody signed or dated is a post.
        PaperKind.Page => paper.Authors is [] && paper.Issued is null ? "ELEC" : "BLOG",
        PaperKind.Dataset => "DATA",
        PaperKind.Software => "COMP",
        _ => "GEN",
    };
}
