using System.Text.RegularExpressions;
using Roundup.Model.Papers;

namespace Roundup.Formats.Reading.References;

/// <summary>What the fields of BibTeX and biblatex say (BibTeXing; the manual of biblatex, chapter 2).</summary>
/// <param name="recognise">Which paper an address or an id names; null for nobody's.</param>
internal sealed partial class BibTexReader(Func<string, PaperId?> recognise)
{
    public Reference Read(RawReference raw)
    {
        var naming = Names(raw);
        var (title, subtitle) = (TexText.Line(raw.First("title", "booktitle")), TexText.Line(raw.First("subtitle")));
        var journal = TexText.Line(raw.First("journal", "journaltitle", "booktitle", "eventtitle"));
        if (journal == title && raw.First("title") is "") journal = "";
        var isPreprint = naming.Ids.Any(IsPreprint) && (journal is "" || Preprints().IsMatch(journal));
        return new Reference
        {
            Title = title is not "" ? subtitle is "" ? title : $"{title}: {subtitle}" : raw.Key is not "" ? raw.Key : "Untitled",
            IsUntitled = title is "",
            Authors = People.OfBibTex(raw.First("author", "editor")),
            Abstract = TexText.Paragraphs(raw.First("abstract")),
            Ids = naming.Ids,
            Url = naming.Address,
            Links = naming.Links,
            Kind = isPreprint && raw.Type is "article" or "misc" or "unpublished" or "online" ? PaperKind.Preprint : KindOf(raw, naming),
            Venue = isPreprint && naming.IsFromArxiv ? "arXiv" : journal is not "" ? journal : HowPublished(raw),
            Imprint = Imprint(raw),
            PublishedOn = Dates.OfNumbers(Text(raw, "date")) ?? Dates.Of(Text(raw, "year", "date"), Text(raw, "month"), Text(raw, "day")),
            Note = Note(raw),
        };
    }

    private Naming Names(RawReference raw)
    {
        var naming = new Naming(recognise);
        var (kind, eprint) = (Text(raw, "eprinttype", "archiveprefix").ToLowerInvariant(), TexText.Address(raw.First("eprint", "arxivid", "arxiv")));
        if (kind is "pubmed" or "pmid") naming.Id($"PMID:{eprint}");
        else if (eprint.StartsWith("http", StringComparison.OrdinalIgnoreCase)) naming.Url(eprint);
        else if (kind is "arxiv" or "" && !naming.IdIn(eprint)) naming.Id($"arXiv:{eprint}");
        else if (kind is not ("arxiv" or "" or "jstor" or "hdl" or "googlebooks")) naming.Id($"{kind}/{eprint}");
        foreach (var doi in raw.All("doi")) naming.Id(TexText.Address(doi));
        foreach (var url in raw.All("url", "ee", "link", "pdf", "code", "website", "bdsk-url-1", "bdsk-url-2", "bdsk-url-3")) naming.Url(TexText.Address(url));
        if (raw.First("pmid") is { Length: > 0 } pmid) naming.Id($"PMID:{TexText.Address(pmid)}");
        naming.Id(TexText.Address(raw.First("pmcid", "pmc")));
        foreach (var field in raw.All("journal", "journaltitle", "volume", "number", "howpublished", "note", "pages"))
        {
            if (Web().Match(field) is { Success: true } web) naming.Url(TexText.Address(web.Value));
            else naming.IdIn(TexText.Line(field));
        }

        return naming;
    }

    private static PaperKind KindOf(RawReference raw, Naming naming)
    {
        if (KindOf(raw.Type) is not PaperKind.Unknown and var kind && !(kind is PaperKind.Page && naming.Ids.Any(IsPreprint))) return kind;
        if (naming.Ids.Any(IsPreprint)) return PaperKind.Preprint;
        return raw.Type is "misc" && naming.Ids.Count is 0 && raw.First("url", "howpublished") is { Length: > 0 } place && Web().IsMatch(place) ? PaperKind.Page : PaperKind.Unknown;
    }

    private static PaperKind KindOf(string type) => type switch
    {
        "article" => PaperKind.Article,
        "inproceedings" or "conference" => PaperKind.ConferencePaper,
        "book" or "booklet" or "mvbook" or "collection" or "mvcollection" or "proceedings" or "mvproceedings" => PaperKind.Book,
        "incollection" or "inbook" or "suppbook" or "inreference" => PaperKind.Chapter,
        "techreport" or "report" or "manual" => PaperKind.Report,
        "phdthesis" or "mastersthesis" or "thesis" or "bachelorsthesis" => PaperKind.Thesis,
        "online" or "electronic" or "www" or "webpage" => PaperKind.Page,
        "dataset" or "data" => PaperKind.Dataset,
        "software" => PaperKind.Software,
        "preprint" or "unpublished" => PaperKind.Preprint,
        _ => PaperKind.Unknown,
    };

    private static bool IsPreprint(PaperId id) => id.Scheme is PaperScheme.Arxiv or PaperScheme.BioRxiv or PaperScheme.MedRxiv or PaperScheme.Ssrn;

    private static string HowPublished(RawReference raw) =>
        raw.First("howpublished") is { Length: > 0 } how && !Web().IsMatch(how) ? TexText.Line(how) : TexText.Line(raw.First("series", "maintitle"));

    private static PaperImprint Imprint(RawReference raw)
    {
        var volume = Text(raw, "volume");
        return new PaperImprint(
            Part(volume.Contains('/') ? "" : volume),
            Part(Text(raw, "number", "issue") is var number && number.StartsWith("arXiv", StringComparison.OrdinalIgnoreCase) ? "" : number),
            Part(Pages.Of(Text(raw, "pages", "eid", "articleno"))),
            Part(Text(raw, "publisher", "institution", "school", "organization")));
    }

    private static string Part(string text) => text.Length > PaperImprint.PartLength ? text[..PaperImprint.PartLength] : text;

    private string Note(RawReference raw)
    {
        var notes = raw.All("note", "addendum", "annote", "annotation", "comment").Where(note => !Web().IsMatch(note)).Select(TexText.Line);
        return string.Join("\n\n", notes.Where(note => note is not "" && (note.Length > 100 || !new Naming(recognise).IdIn(note))));
    }

    private static string Text(RawReference raw, params ReadOnlySpan<string> names) => TexText.Line(raw.First(names));

    [GeneratedRegex(@"https?://[^\s{}<>""]+", RegexOptions.IgnoreCase)]
    private static partial Regex Web();

    [GeneratedRegex(@"\b(?:arxiv|corr|biorxiv|medrxiv|ssrn|preprint|e-prints?)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Preprints();
}
