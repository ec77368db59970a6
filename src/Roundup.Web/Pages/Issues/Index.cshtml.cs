using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Roundup.Data;
using Roundup.Data.Issues;
using Roundup.Data.Search;
using Roundup.Model;
using Roundup.Model.Issues;
using Roundup.Web.Drawings;
using Roundup.Web.Reading;
using Roundup.Web.Site;

namespace Roundup.Web.Pages.Issues;

/// <summary>The archive.</summary>
public sealed class IndexModel(RoundupDb db, CurrentPublication current, ArchiveFacets facets) : PageModel
{
    private const int Size = 50;

    // Of more documents the choices are counted once a minute.
    private const int CountedEachTime = SearchReading.Counted;
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(1);

    private const int TopicsDrawn = 8;

    public sealed record Line(ArchiveRow Issue, DateOnly PublishedOn)
    {
        /// <summary>What it covers; null where nobody has said, and where it is not asked for.</summary>
        public CoversView? Covers { get; init; }
    }

    /// <summary>Papers a topic over time, and the cadence; null on later pages.</summary>
    public TalliesView? Figure { get; private set; }

    /// <summary>The search, with what it can be narrowed to.</summary>
    public SearchForm Form { get; private set; } = SearchForm.Empty;

    public Paging Paging { get; private set; } = null!;

    public int Papers { get; private set; }

    public DateOnly Since { get; private set; }

    public IReadOnlyList<IGrouping<int, Line>> Years { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var number = Paging.NumberAsked(Request);
        var publication = await current.ShownAsync();
        var published = db.Issues.Published;
        var sums = await published.GroupBy(_ => 1).Select(all => new { Issues = all.Count(), Since = all.Min(i => i.PublishedAt) }).SingleOrDefaultAsync(cancel);
        Paging = new("/issues", number, Size, sums?.Issues ?? 0);
        if (!Paging.IsThere) return NotFound();
        if (sums is null) return Page();

        Since = publication.DayOf(sums.Since!.Value);
        Papers = await db.PublishedEntries.Select(e => e.PaperId).Distinct().CountAsync(cancel);
        var rows = await published.NewestFirst.Skip(Paging.Skipped).Take(Size).AsArchiveRows(db).ToListAsync(cancel);
        var (newest, oldest) = (rows[0].Name.Number, rows[^1].Name.Number);
        var shares = await db.SharesOf(db.PublishedEntries.Where(e => e.Issue.Number <= newest && e.Issue.Number >= oldest)).ToListAsync(cancel);
        Years = [.. rows.Select(row => new Line(row, publication.DayOf(row.PublishedAt)) { Covers = CoversView.Of(row.Name.Number, shares) }).GroupBy(line => line.PublishedOn.Year)];
        Form = SearchForm.Empty with { Facets = await FacetsAsync(cancel) };
        if (number == 1) Figure = await DrawAsync(publication, cancel);
        return Page();
    }

    private async Task<SearchFacets> FacetsAsync(CancellationToken cancel) => Papers + Paging.Total <= CountedEachTime
        ? await db.FacetsAsync(cancel)
        : await facets.GetAsync(Kept);

    private async Task<TalliesView?> DrawAsync(Publication publication, CancellationToken cancel)
    {
        if (await db.ReadOverTimeAsync(publication, null, cancel) is not { Issues: [_, _, ..] } over) return null;

        var rests = await db.Slots.Where(s => s.Outcome == SlotOutcome.Skipped).OrderByDescending(s => s.Day).Select(s => s.Day).Take(Tallies.WeeksAtMost).ToListAsync(cancel);
        return new(over.Tallies(TopicsDrawn), Beats.Of(over.Issues, publication.Cadence.EveryWeeks, rests), "Papers by topic");
    }
}
