using System.Text.RegularExpressions;
using Roundup.Model.Papers;

namespace Roundup.Formats.Reading.References;

/// <summary>
/// RIS (Research Information Systems, format specifications of 2001 and 2011): a tag of two characters, two blanks, a hyphen and a value on
/// each line, from <c>TY</c> to <c>ER</c>. Read with one blank or three as well, in small letters, without ER, and with values over several lines.
/// </summary>
/// <param name="recognise">Which paper an address or an id names; null for nobody's.</param>
internal sealed partial class RisReader(Func<string, PaperId?> recognise)
{
    public Reference Read(RawReference raw)
    {
        var naming = Names(raw);
        var title = TexText.Line(raw.First("ti", "t1", "ct", "bt"));
        var venue = TexText.Line(raw.First("jf", "t2", "jo", "bt", "c3", "ja", "j2", "j1"));
        var isPreprint = naming.Ids.Any(id => id.Scheme is PaperScheme.Arxiv or PaperScheme.BioRxiv or PaperScheme.MedRxiv) && (venue is "" || Preprints().IsMatch(venue));
        var authors = raw.All("au", "a1").Concat(raw.First("au", "a1") is "" ? raw.All("ed", "a2") : []);
        return new Reference
        {
            Title = title is not "" ? title : venue is not "" ? venue : "Untitled",
            IsUntitled = title is "",
            Authors = [.. authors.Select(People.OfRis).Where(name => name is not "")],
            Abstract = TexText.Paragraphs(raw.First("ab", "n2")),
            Ids = naming.Ids,
            Url = naming.Address,
            Links = naming.Links,
            Kind = isPreprint && raw.Type is "jour" or "gen" or "elec" or "rprt" or "ejour" ? PaperKind.Preprint : KindOf(raw.Type),
            Venue = isPreprint && naming.IsFromArxiv ? "arXiv" : venue == title ? "" : venue,
            Imprint = new PaperImprint(Text(raw, "vl"), raw.Type is "thes" ? "" : Text(raw, "is"), Part(Pages.Of(Text(raw, "sp", "c7"), Text(raw, "ep"))), Part(Text(raw, "pb"))),
            PublishedOn = PublishedOn(raw),
            Note = string.Join("\n\n", raw.All("n1", "rn").Select(TexText.Line).Where(note => note is not "")),
        };
    }

    private static PaperKind KindOf(string type) => type switch
    {
        "jour" or "ejour" or "jfull" or "mgzn" or "news" or "abst" or "inpr" => PaperKind.Article,
        "conf" or "cpaper" => PaperKind.ConferencePaper,
        "book" or "ebook" or "edbook" or "ser" => PaperKind.Book,
        "chap" or "echap" => PaperKind.Chapter,
        "rprt" or "govdoc" or "stand" => PaperKind.Report,
        "thes" => PaperKind.Thesis,
        "elec" or "blog" or "icomm" or "web" => PaperKind.Page,
        "data" or "aggr" => PaperKind.Dataset,
        "comp" => PaperKind.Software,
        "unpb" or "unpd" or "manscpt" or "preprint" => PaperKind.Preprint,
        _ => PaperKind.Unknown,
    };

    /// <summary>DA knows the day where PY knows the year; they may name different ones, and then the year is right.</summary>
    private static DateOnly? PublishedOn(RawReference raw)
    {
        var year = Dates.OfNumbers(raw.First("py", "y1"));
        var day = Dates.OfNumbers(raw.First("da"));
        return year is null || (day is { } on && on.Year == year.Value.Year && year.Value is { Month: 1, Day: 1 }) ? day ?? year : year;
    }

    private Naming Names(RawReference raw)
    {
        var naming = new Naming(recognise);
        foreach (var doi in raw.All("do")) naming.Id(TexText.Address(doi));
        // Several addresses of one paper stand in one line in old exports.
        foreach (var url in raw.All("ur", "l1", "l2", "l3", "l4", "lk").SelectMany(value => value.Split([' ', ';', '\n'], StringSplitOptions.RemoveEmptyEntries))) naming.Url(url.Trim());
        foreach (var field in raw.All("an", "m1", "m3", "c1", "c2", "jo", "jf", "t2", "ja", "vl", "pb", "sn")) naming.IdIn(TexText.Line(field));
        return naming;
    }

    private static string Text(RawReference raw, params ReadOnlySpan<string> tags) => Part(TexText.Line(raw.First(tags)));

    private static string Part(string text) => text.Length > PaperImprint.PartLength ? text[..PaperImprint.PartLength] : text;

    [GeneratedRegex(@"\b(?:arxiv|corr|biorxiv|medrxiv|preprint|e-prints?)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Preprints();
}
