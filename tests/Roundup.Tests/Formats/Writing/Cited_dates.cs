using Roundup.Formats.Writing;
using Roundup.Model.Papers;
using Roundup.Model.Text;

namespace Roundup.Tests.Formats.Writing;

/// <summary>A citation's date is that of the version whose DOI, volume and pages stand beside it.</summary>
public sealed class Cited_dates
{
    private static readonly PaperId Preprint = new(PaperScheme.Arxiv, "2206.14576");
    private static readonly PaperId Doi = new(PaperScheme.Doi, "10.1073/pnas.2218523120");
    private static readonly PaperImprint Pnas = new("120", "6", "e2218523120");

    [Fact]
    public void Every_format_says_when_the_publication_appeared_and_not_when_the_preprint_did()
    {
        var reference = Of(PaperKind.Article, "PNAS", Pnas with { IssuedOn = new(2023, 2, 7) }, Preprint, Doi);

        Assert.Equal("binz2023cognitive", CitationKeys.Of(reference));
        Assert.Contains("  year = {2023},\n  month = feb,\n  day = {7},", Written("bib", reference), StringComparison.Ordinal);
        Assert.Contains("PY  - 2023\r\nDA  - 2023/02/07\r\n", Written("ris", reference), StringComparison.Ordinal);
        Assert.Contains("[2023,2,7]", string.Concat(Written("csl.json", reference).Where(c => !char.IsWhiteSpace(c))), StringComparison.Ordinal);
        Assert.Contains("&rft.date=2023-02-07&", Coins.Of(reference), StringComparison.Ordinal);
        Assert.DoesNotContain("2022", Written("bib", reference) + Written("ris", reference) + Coins.Of(reference), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2023-02-07", "2023-02-07")]
    [InlineData("2023-02-01", "2023-02")]
    [InlineData("2023-01-01", "2023")]
    public void Sources_write_a_month_as_its_first_day_and_no_day_is_made_of_it(string issued, string written) =>
        Assert.Equal(written, Of(PaperKind.Article, "PNAS", Pnas with { IssuedOn = DateOnly.Parse(issued, null) }, Preprint).Issued!.Written('-'));

    [Fact]
    public void Where_nobody_knows_the_publications_date_a_preprints_day_is_not_taken_for_it()
    {
        Assert.Equal("2022", Of(PaperKind.Article, "PNAS", Pnas, Preprint, Doi).Issued!.Written('-'));
        Assert.Equal("2022", Of(PaperKind.ConferencePaper, "NeurIPS", PaperImprint.None, Preprint).Issued!.Written('-'));
        // Nor a year that the venue or the id contradicts.
        Assert.Equal("2023", Of(PaperKind.Article, "Proc. Natl. Acad. Sci. 120 (2023)", Pnas, Preprint, Doi).Issued!.Written('-'));
        Assert.Equal("2023", Of(PaperKind.ConferencePaper, "ACL", PaperImprint.None, Preprint, new(PaperScheme.Acl, "2023.acl-long.568")).Issued!.Written('-'));
        Assert.Equal("2023", Of(PaperKind.ConferencePaper, "ACL", PaperImprint.None, Preprint, new(PaperScheme.Acl, "P23-1001")).Issued!.Written('-'));
        // What is older than the preprint, or two years at once, says nothing.
        Assert.Equal("2022", Of(PaperKind.ConferencePaper, "Society of 1999", PaperImprint.None, Preprint).Issued!.Written('-'));
        Assert.Equal("2022", Of(PaperKind.ConferencePaper, "Workshops of 2023 and 2024", PaperImprint.None, Preprint).Issued!.Written('-'));
    }

    [Fact]
    public void What_never_was_a_preprint_or_is_nothing_else_keeps_its_day()
    {
        Assert.Equal("2022-06-21", Of(PaperKind.Article, "PNAS", Pnas, Doi).Issued!.Written('-'));
        Assert.Equal("2022-06-21", Of(PaperKind.Preprint, "", PaperImprint.None, Preprint).Issued!.Written('-'));
    }

    [Fact]
    public void A_date_that_a_second_source_knows_is_taken_and_one_of_another_volume_is_not()
    {
        Assert.Equal(Pnas with { IssuedOn = new(2023, 2, 7) }, Pnas.Or(new("120", IssuedOn: new(2023, 2, 7))));
        Assert.Equal(Pnas, Pnas.Or(new("7", IssuedOn: new(2023, 2, 7))));
        Assert.Equal(Pnas with { IssuedOn = new(2023, 2, 7) }, new PaperImprint(IssuedOn: new(2023, 2, 7)).Or(Pnas));
        // Nor any over what an editor typed.
        var paper = Shelf.Paper("One", imprint: Pnas);
        paper.Fill(new() { Id = Doi, Title = "One", Source = "Crossref", Imprint = Pnas with { IssuedOn = new(2023, 2, 7) } }, new("", SafeHtml.Empty), Prose.Empty, Shelf.Now);
        Assert.Null(paper.Imprint.IssuedOn);
    }

    [Fact]
    public void An_old_DOI_keeps_its_angle_brackets()
    {
        var reference = Reference.Of(Shelf.Paper("Old", ids: [new(PaperScheme.Doi, "10.1175/1520-0469(1996)053<0946:astfhh>2.0.co;2")]));

        Assert.Contains("doi = {10.1175/1520-0469(1996)053<0946:astfhh>2.0.co;2}", Written("bib", reference), StringComparison.Ordinal);
        Assert.Contains("doi = {10.1/a%7Bb%7D%5C}", Written("bib", Reference.Of(Shelf.Paper("Odd", ids: [new(PaperScheme.Doi, @"10.1/a{b}\")]))), StringComparison.Ordinal);
    }

    [Fact]
    public void A_Japanese_author_is_cited_by_the_family_name() =>
        Assert.Contains("author = {山田, 太郎}", Written("bib", Reference.Of(Shelf.Paper("One", ["山田 太郎"]))), StringComparison.Ordinal);

    private static Reference Of(PaperKind kind, string venue, PaperImprint imprint, params PaperId[] ids) =>
        Reference.Of(Shelf.Paper("Using cognitive psychology", ["Marcel Binz"], venue: venue, kind: kind, on: new(2022, 6, 21), imprint: imprint, ids: ids));

    private static string Written(string extension, Reference reference) => WrittenFormats.OfPapers.Single(f => f.Extension == extension).Write([reference]);
}
