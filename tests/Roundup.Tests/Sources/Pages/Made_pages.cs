using Roundup.Model.Papers;

namespace Roundup.Tests.Sources.Pages;

/// <summary>
/// Pages of the shape that publishers, forums and blogs have, as their templates and documentation show it. What they say is invented.
/// </summary>
public partial class Made_pages(ITestOutputHelper output)
{
    private sealed record Made(string Name, string Address, string Html)
    {
        public string Title { get; init; } = "";
        public string Authors { get; init; } = "";
        public string? Date { get; init; }
        public string? Venue { get; init; }
        public PaperKind Kind { get; init; } = PaperKind.Page;
        public string Ids { get; init; } = "";
        /// <summary>How the abstract begins; null for none.</summary>
        public string? Begins { get; init; }
        public string? Pdf { get; init; }
        public PaperImprint Imprint { get; init; } = PaperImprint.None;
        /// <summary>When it appeared in print, where that is another day than the first.</summary>
        public string? Issued { get; init; }
    }

    private const string Long =
        "We study how readers of weekly lists decide what to open. In 300 sessions we find that a sentence of opinion doubles the share of opened papers. "
        + "The effect holds for long and short lists alike, and for readers who know the field. We close with advice for editors of such lists.";

    private const string Longer = Long + " The data, the lists and the letters of their editors are open to everybody.";

    private static IEnumerable<Made> All => [.. Proceedings, .. Journals, .. Repositories, .. Forums, .. Blogs, .. Companies, .. Odd];

    public static TheoryData<string> Names => [.. All.Select(page => page.Name)];

    [Theory, MemberData(nameof(Names))]
    public void Each_reads(string name)
    {
        var page = All.Single(made => made.Name == name);
        Assert.Empty(Wrong(page, Read.Page(page.Html, page.Address)));
    }

    [Fact]
    public void There_are_many_and_all_read()
    {
        var wrong = All.Count(page => Wrong(page, Read.Page(page.Html, page.Address)).Count > 0);
        output.WriteLine($"FIGURE: made pages wholly right = {All.Count() - wrong}/{All.Count()}");
        Assert.True(All.Count() >= 40);
    }

    private static List<string> Wrong(Made page, PaperRecord paper)
    {
        var wrong = new List<string>();
        void Is(string field, object? expected, object? found)
        {
            if (!Equals(expected, found)) wrong.Add($"{field}: expected {expected ?? "none"}, found {found ?? "none"}");
        }
        Is("title", page.Title, paper.Title);
        Is("authors", page.Authors, string.Join("; ", paper.Authors));
        Is("date", page.Date, paper.PublishedOn?.ToString("yyyy-MM-dd"));
        Is("venue", page.Venue, paper.Venue);
        Is("kind", page.Kind, paper.Kind);
        Is("ids", page.Ids, string.Join(' ', paper.OtherIds));
        Is("abstract", page.Begins, page.Begins is null ? paper.Abstract : paper.Abstract?[..Math.Min(paper.Abstract.Length, page.Begins.Length)]);
        Is("pdf", page.Pdf, paper.Links.FirstOrDefault(link => link.Kind is LinkKind.Pdf)?.Url);
        Is("imprint", page.Imprint, paper.Imprint with { IssuedOn = null });
        Is("issued", page.Kind.IsInPrint ? page.Issued ?? page.Date : null, paper.Imprint.IssuedOn?.ToString("yyyy-MM-dd"));
        return wrong;
    }
}
