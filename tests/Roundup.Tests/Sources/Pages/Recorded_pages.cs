using System.Text.Json;
using Roundup.Model.Papers;
using Roundup.Sources;
using Roundup.Sources.Pages;

namespace Roundup.Tests.Sources.Pages;

/// <summary>What stands in the expectations was read off the pages by eye.</summary>
public class Recorded_pages(ITestOutputHelper output)
{
    private sealed record Expected(
        string File, string Address, string Id, string Title, string[] Authors, string Begins, string Ends, DateOnly Date, string? Venue, PaperKind Kind, string[] Others, string Pdf);

    private static readonly Expected[] All =
    [
        new("arxiv-1909-13766.html", "https://arxiv.org/abs/1909.13766", "arxiv:1909.13766", "Multiscale Influenza Forecasting", ["Dave Osthus", "Kelly R Moran"],
            "Influenza forecasting in the United States (US) is complex", "where nested geographic scales of interest exist.", new(2019, 9, 30), null, PaperKind.Preprint, [],
            "https://arxiv.org/pdf/1909.13766"),
        new("arxiv-1910-00274.html", "https://arxiv.org/abs/1910.00274", "arxiv:1910.00274",
            "Human prophylaxis driven by risk may cause oscillations in sexually transmitted diseases",
            ["Benjamin Steinegger", "Alex Arenas", "Jesús Gómez-Gardeñes", "Clara Granell"],
            "Infectious diseases often display oscillations", "raise of STDs and the consequent re-emergence of HIV.", new(2019, 10, 1), null, PaperKind.Preprint, [],
            "https://arxiv.org/pdf/1910.00274"),
        new("crossref-10-1101_19001834.head.html", "https://www.medrxiv.org/content/10.1101/19001834v2", "medrxiv:10.1101/19001834v2",
            "Childhood immune imprinting to influenza A shapes birth year-specific risk during seasonal H1N1 and H3N2 epidemics",
            ["Katelyn M Gostic", "Rebecca Bridge", "Shane Brady", "Cecile Viboud", "Michael Worobey", "James O Lloyd-Smith"],
            "Across decades of co-circulation in humans, influenza A subtypes", "H1N1-specific imprinting eventually reach old age.", new(2019, 9, 26), "medRxiv",
            PaperKind.Preprint, [], "https://www.medrxiv.org/content/medrxiv/early/2019/09/26/19001834.full.pdf"),
        new("crossref-10-1101_674655.head.html", "https://www.biorxiv.org/content/10.1101/674655v2", "biorxiv:10.1101/674655v2",
            "Temporal and spatial limitations in global surveillance for bat filoviruses and henipaviruses",
            ["Daniel J. Becker", "Daniel E. Crowley", "Alex D. Washburne", "Raina K. Plowright"],
            "Sampling reservoir hosts over time and space is critical", "could help predict and preempt risks of zoonotic viral spillover.", new(2019, 9, 30), "bioRxiv",
            PaperKind.Preprint, [], "https://www.biorxiv.org/content/biorxiv/early/2019/09/30/674655.full.pdf"),
        new("openaire-10-5281_zenodo-3356153.html", "https://zenodo.org/record/3356153", "url:https://zenodo.org/record/3356153",
            "Trumping the agenda? The continuity and discontinuity in foreign affairs between the U.S. and Colombia", ["FABIO DIAZ PABON", "Magda Catalina Jimenez"],
            "The ability of the United States (U.S.) to influence policies in Colombia", "within Colombia, alongside other external factors.", new(2019, 12, 31), null,
            PaperKind.Article, ["doi:10.5281/zenodo.3356153"],
            "https://zenodo.org/record/3356153/files/TRUMPING%20THE%20AGENDA%20final%20version%20FD%20y%20MCJ.pdf"),
    ];

    [Fact]
    public void Each_says_what_stands_on_it()
    {
        var wrong = new List<string>();
        var fields = 0;
        foreach (var page in All)
        {
            var paper = Read.Recorded(page.File, page.Address);
            void Is(string field, object? expected, object? found)
            {
                fields++;
                if (!Equals(expected, found)) wrong.Add($"{page.File} {field}: expected {expected}, found {found}");
            }
            Is("id", page.Id, paper.Id.ToString());
            Is("title", page.Title, paper.Title);
            Is("authors", string.Join("; ", page.Authors), string.Join("; ", paper.Authors));
            Is("abstract's beginning", page.Begins, paper.Abstract?[..page.Begins.Length]);
            Is("abstract's end", page.Ends, paper.Abstract?[^page.Ends.Length..]);
            Is("date", page.Date, paper.PublishedOn);
            Is("venue", page.Venue, paper.Venue);
            Is("kind", page.Kind, paper.Kind);
            Is("other ids", string.Join(' ', page.Others), string.Join(' ', paper.OtherIds));
            Is("pdf", page.Pdf, paper.Links.FirstOrDefault(link => link.Kind is LinkKind.Pdf)?.Url);
        }
        output.WriteLine($"FIGURE: fields of {All.Length} recorded pages right = {fields - wrong.Count}/{fields}");
        Assert.Empty(wrong);
    }

    [Fact]
    public void Not_found_is_no_paper() =>
        Assert.Equal(ClosedDoor.NotFound, Assert.Throws<SourceException>(() => Read.Recorded("arxiv-1910-06444.html", "https://arxiv.org/abs/1910.06444")).Message);

    [Fact]
    public void A_thousand_heads_of_arXivs_own_tests_are_read()
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(SharedFolder.Path("fixtures", "arxiv-abs", "classic_scholar_metadata_tags.json")));
        var (all, right, wrong) = (0, 0, new List<string>());
        foreach (var entry in document.RootElement.EnumerateObject())
        {
            var tags = entry.Value.EnumerateArray().Select(tag => (Name: tag.GetProperty("name").GetString()!, Content: tag.GetProperty("content").GetString()!)).ToList();
            string? Tag(string name) => tags.Find(tag => tag.Name == name).Content;
            // 1501.99999, which arXiv's tests made up, has no title.
            if (Tag("citation_title") is null) continue;

            var paper = Read.Head(string.Concat(tags.Select(tag => $"<meta name=\"{tag.Name}\" content=\"{System.Net.WebUtility.HtmlEncode(tag.Content)}\"/>")));

            var authors = tags.Where(tag => tag.Name is "citation_author").Select(tag => tag.Content.Split(", ") is [var last, var first] ? $"{first} {last}" : tag.Content);
            var isRight = Same(Tag("citation_title")!, paper.Title)
                && Same(string.Concat(authors), string.Concat(paper.Authors))
                && paper.PublishedOn?.ToString("yyyy/MM/dd") == Tag("citation_date")
                && (Tag("citation_arxiv_id") is not { } id || paper.OtherIds.Any(other => other.Key == $"arxiv:{id}"))
                && (Tag("citation_doi") is not { } doi || paper.OtherIds.Any(other => other.Scheme is not PaperScheme.Arxiv and not PaperScheme.Url));
            all++;
            if (isRight) right++;
            else wrong.Add($"{entry.Name}: {paper.Title} | {string.Join("; ", paper.Authors)} | {paper.PublishedOn} | {string.Join(' ', paper.OtherIds)} for {string.Join(" | ", tags)}");
        }
        output.WriteLine($"FIGURE: arXiv heads right = {right}/{all}");
        foreach (var line in wrong.Take(20)) output.WriteLine(line);
        Assert.True(all > 1000 && right > all * 0.99, $"{right} of {all}");
    }

    // TeX in titles is another test's business; the letters must be there.
    private static bool Same(string one, string other) => Letters(one) == Letters(other);

    private static string Letters(string text) => Roundup.Model.Text.Letters.Only(PaperText.Clean(text));
}
