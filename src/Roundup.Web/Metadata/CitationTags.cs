using Roundup.Formats.Writing;
using Roundup.Model.Papers;
using Roundup.Web.Reading;

namespace Roundup.Web.Metadata;

/// <summary>
/// What Google Scholar's inclusion guidelines and Zotero read (Highwire Press tags). They say of what a page as a whole is about, so they stand on a paper's own page only.
/// </summary>
public static class CitationTags
{
    /// <summary>Collaborations have thousands; nobody who reads the tags needs more.</summary>
    private const int AuthorsAtMost = 100;

    public static IEnumerable<(string Name, string Content)> Of(PaperText paper)
    {
        var reference = paper.Reference;
        (string Name, string Content)[] tags =
        [
            ("title", reference.Title),
            .. paper.Authors.Take(AuthorsAtMost).Select(author => ("author", author)),
            ("publication_date", reference.Issued?.Written('/') ?? ""),
            Venue(reference),
            ("volume", reference.Imprint.Volume),
            (reference.Kind is PaperKind.Report ? "technical_report_number" : "issue", reference.Imprint.Number),
            ("firstpage", reference.Pages.First),
            ("lastpage", reference.Pages.Last),
            ("publisher", reference.Imprint.Publisher),
            ("doi", reference.Doi),
            ("arxiv_id", reference.Arxiv),
            ("pdf_url", paper.Pdf ?? ""),
            .. reference.Categories.Select(category => ("keywords", category)),
            ("abstract", reference.Abstract),
        ];
        return tags.Where(tag => tag is not ("" or null, _) and not (_, "" or null)).Select(tag => ($"citation_{tag.Name}", tag.Content));
    }

    private static (string Name, string Content) Venue(Reference paper) => paper.Kind switch
    {
        PaperKind.Article => ("journal_title", paper.Venue),
        PaperKind.ConferencePaper => ("conference_title", paper.Venue),
        PaperKind.Chapter => ("inbook_title", paper.Venue),
        PaperKind.Report => ("technical_report_institution", paper.Publisher),
        PaperKind.Thesis => ("dissertation_institution", paper.Publisher),
        _ => ("", ""),
    };
}
