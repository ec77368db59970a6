using System.Text.RegularExpressions;
using Roundup.Model.Papers;

namespace Roundup.Sources.Pages;

/// <summary>
/// Highwire Press's <c>citation_*</c> tags, which Google Scholar asks publishers for (scholar.google.com/intl/en/scholar/inclusion.html), and
/// bepress's <c>bepress_citation_*</c>, which are the same.
/// </summary>
internal static partial class Highwire
{
    public static PageClaims Read(PageOutline page) => Read(page, "citation_");

    public static PageClaims ReadBepress(PageOutline page) => Read(page, "bepress_citation_");

    private static PageClaims Read(PageOutline page, string prefix)
    {
        string First(params string[] names) => page.First([.. names.Select(name => prefix + name)]);

        var (kind, venue) = Place(First);
        var published = page.Date(prefix + "publication_date", prefix + "date", prefix + "cover_date", prefix + "year");
        var online = page.Date(prefix + "online_date");
        return new()
        {
            Title = First("title"),
            Authors = PageNames.OfTags(page.All(prefix + "author", prefix + "authors")),
            Abstract = PageText.Abstract(First("abstract")),
            // arXiv's online date is this version's; a journal's comes before the date of the issue.
            Published = published is not null && page.Has(prefix + "arxiv_id") ? published : Earlier(published, online),
            Updated = published is { IsDay: true } && online is { IsDay: true } && online.Day > published.Day ? online : null,
            Kind = kind,
            Venue = venue,
            Imprint = kind is PaperKind.Preprint ? new(Publisher: First("publisher")) : new(First("volume"), First("issue"), Pages(First), First("publisher", "dissertation_institution", "technical_report_institution"), published?.Day),
            Ids =
            [
                // arXiv puts several into one tag.
                .. page.All(prefix + "doi").SelectMany(doi => doi.Split(' ', 10, StringSplitOptions.RemoveEmptyEntries)), .. page.All(prefix + "arxiv_id").Select(id => $"arXiv:{id}"), .. page.All(prefix + "pmid").Select(id => $"PMID:{id}"),
                .. page.All(prefix + "pmcid"),
            ],
            Pdfs = page.All(prefix + "pdf_url"),
        };
    }

    /// <summary>Whichever day was first, where both are days.</summary>
    private static PageDate? Earlier(PageDate? published, PageDate? online) =>
        published is { IsDay: true } && online is { IsDay: true } ? (online.Day < published.Day ? online : published) : PageDate.Finer(published, online);

    private static (PaperKind Kind, string Venue) Place(Func<string[], string> first)
    {
        if (first(["conference_title", "conference"]) is { Length: > 0 } conference) return (PaperKind.ConferencePaper, conference);
        if (first(["journal_title", "journal_abbrev"]) is { Length: > 0 } journal) return (OfJournal(journal), journal);
        if (first(["inbook_title", "book_title"]) is { Length: > 0 } book) return (PaperKind.Chapter, book);
        if (first(["dissertation_institution"]) is { Length: > 0 } school) return (PaperKind.Thesis, school);
        if (first(["technical_report_institution"]) is { Length: > 0 } institution) return (PaperKind.Report, institution);
        return (first(["arxiv_id"]) is "" ? PaperKind.Unknown : PaperKind.Preprint, "");
    }

    private static string Pages(Func<string[], string> first)
    {
        var (from, to) = (first(["firstpage"]), first(["lastpage"]));
        return to is "" || to == from ? from : from is "" ? to : $"{from}–{to}";
    }

    /// <summary>Preprint servers call themselves journals, and NeurIPS its proceedings.</summary>
    internal static PaperKind OfJournal(string journal) =>
        Server().IsMatch(journal) ? PaperKind.Preprint : Proceedings().IsMatch(journal) ? PaperKind.ConferencePaper : PaperKind.Article;

    [GeneratedRegex(@"^(?:[a-z]{2,8}rxiv(?:\.org)?|ssrn(?: electronic journal)?|research square|preprints(?:\.org)?|osf preprints|hal)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Server();

    [GeneratedRegex(@"^advances in neural information processing|\b(?:proceedings|proc\.)\b.*\b(?:conference|workshop|symposium|meeting)\b|^lecture notes in", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Proceedings();
}
