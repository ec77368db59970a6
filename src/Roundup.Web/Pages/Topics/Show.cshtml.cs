using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Roundup.Data;
using Roundup.Web.Drawings;
using Roundup.Web.Reading;
using Roundup.Web.Site;

namespace Roundup.Web.Pages.Topics;

/// <summary>A topic and the papers about it. Any address that it ever had leads here for good.</summary>
public sealed class ShowModel(RoundupDb db, CurrentPublication current) : PageModel
{
    private const int Size = 30;

    public TopicText Topic { get; private set; } = null!;

    public Paging Paging { get; private set; } = null!;

    public IReadOnlyList<PaperRow> Papers { get; private set; } = [];

    /// <summary>The first words of what was said of each paper last, by its id.</summary>
    public IReadOnlyDictionary<int, SaidFirst> Said { get; private set; } = new Dictionary<int, SaidFirst>();

    /// <summary>Null where there is nothing to draw.</summary>
    public Tallies? Tallies { get; private set; }

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancel)
    {
        var number = Paging.NumberAsked(Request);
        if (await db.ReadTopicAsync(slug.ToLowerInvariant(), cancel) is not { } topic) return NotFound();
        if (topic.Slug != slug) return this.RedirectRenamed(topic.Path);

        var papers = db.PapersOn(topic.Id);
        (Topic, Paging) = (topic, new(topic.Path, number, Size, await papers.CountAsync(cancel)));
        // A topic that nothing published is about is nobody's to see.
        if (!Paging.IsThere || Paging.Total == 0) return NotFound();

        Papers = await db.ReadPaperRowsAsync(papers, Paging.Skipped, Size, cancel);
        var publication = await current.ShownAsync();
        Said = await db.ReadFirstWordsAsync([.. Papers.Select(p => p.Id)], publication.OpinionLabel, cancel);
        if (number == 1) Tallies = (await db.ReadOverTimeAsync(publication, topic.Id, cancel))?.Tallies();
        return Page();
    }
}
