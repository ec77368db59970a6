using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Roundup.Data;
using Roundup.Data.Search;
using Roundup.Model.Search;
using Roundup.Sources;
using Roundup.Web.Reading;
using Roundup.Web.Security;
using Roundup.Web.Site;

namespace Roundup.Web.Pages;

/// <summary>Finds papers and issues by what they say.</summary>
[EnableRateLimiting(RateLimits.Search)]
public sealed class SearchModel(RoundupDb db, CurrentPublication current, PaperFinder finder, ArchiveFacets facets) : PageModel
{
    private const int Size = 20;

    /// <summary>Whoever wants the 501st result wants other words.</summary>
    private const int LastPage = 25;

    /// <summary>Values of the archive that stand without a number change as slowly as this.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromHours(1);

    /// <summary>What was typed; shown again as it was.</summary>
    [FromQuery(Name = "q")]
    public string? Typed { get; set; }

    [FromQuery]
    public string? Topic { get; set; }

    [FromQuery]
    public string? Year { get; set; }

    [FromQuery]
    public string? Venue { get; set; }

    [FromQuery]
    public string? Code { get; set; }

    /// <summary>Null for a question that is too long.</summary>
    public SearchQuery? Query { get; private set; }

    public SearchChoice Choice { get; private set; } = new();

    public SearchFound Found { get; private set; } = SearchFound.Nothing;

    public IReadOnlyList<SearchHit> Hits { get; private set; } = [];

    public Paging Paging { get; private set; } = null!;

    public string OwnLabel { get; private set; } = "";

    public bool TakesSuggestions { get; private set; }

    // Marks without a word are a question too, of which nothing is found.
    public bool IsAsked => !string.IsNullOrWhiteSpace(Typed) || !Choice.IsNone;

    public SearchForm Form => new(Typed ?? "", Choice, Found.Facets);

    /// <summary>The same without one of the choices, where some were made.</summary>
    public IEnumerable<(string Name, string Path)> Wider => new (string Value, string Name, SearchChoice Without)[]
    {
        (Choice.Topic, "any topic", Choice with { Topic = "" }),
        (Choice.Year, "any year", Choice with { Year = "" }),
        (Choice.Venue, "any venue", Choice with { Venue = "" }),
        (Choice.HasCode ? "1" : "", "with or without code", Choice with { HasCode = false }),
    }.Where(c => c.Value is not "").Select(c => (c.Name, SearchForm.Path(Typed ?? "", c.Without)));

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var number = Paging.NumberAsked(Request);
        var publication = await current.ShownAsync();
        (OwnLabel, TakesSuggestions) = (publication.OpinionLabel, publication.Discussion.IsOn);
        Choice = new(Topic ?? "", Year ?? "", Venue ?? "", Code is not (null or ""));
        Query = SearchQuery.Read(Typed, fragment => finder.Recognise(fragment));
        Paging = new(SearchForm.Path(Typed ?? "", Choice), number, Size, 0);
        if (Query is null) return this.Refuse(new($"A question has at most {SearchQuery.MaxLength} characters; this one has {Typed!.Length}. Shorten it.", "Q"));
        if (number is < 1 or > LastPage) return NotFound();

        Found = await db.SearchAsync(Query, Choice, Paging.Skipped, Size, () => facets.GetAsync(Kept), cancel);
        Choice = Found.Choice ?? Choice;
        Paging = new(SearchForm.Path(Typed ?? "", Choice), number, Size, Math.Min(Found.Total, LastPage * Size));
        if (!Paging.IsThere) return NotFound();

        var snippets = new SnippetMaker(Query);
        Hits = [.. Found.Documents.Select(d => SearchHit.Of(d, snippets))];
        return Page();
    }
}
