using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Roundup.Data;
using Roundup.Data.Papers;
using Roundup.Model.Papers;
using Roundup.Web.Security;

namespace Roundup.Web.Areas.Admin.Pages.Changes;

/// <summary>What happened to covered papers and waits for a word of an editor.</summary>
[Authorize(Policies.Publish)]
public sealed class IndexModel(RoundupDb db) : PageModel
{
    /// <summary>In changes. More than that is a first look at an old archive; the rest follows when these are settled.</summary>
    private const int AtMost = 200;

    [FromQuery]
    public int? Done { get; set; }

    [FromQuery]
    public string? Shown { get; set; }

    [FromQuery]
    public string? Link { get; set; }

    [FromQuery(Name = "paper")]
    public int? LinkedPaper { get; set; }

    [FromQuery(Name = "url")]
    public string? Address { get; set; }

    /// <summary>What was settled last, with its Undo.</summary>
    public PaperChange? Settled { get; private set; }

    public IReadOnlyList<ChangedPaper> Papers { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        if (Done is { } done) Settled = await db.PaperChanges.AsNoTracking().Include(c => c.Paper).SingleOrDefaultAsync(c => c.Id == done && c.SettledAt != null, cancel);
        var changes = await db.PaperChanges.AsNoTracking().Open.Include(c => c.Paper).OrderByDescending(c => c.NoticedAt).ThenByDescending(c => c.Id).Take(AtMost).ToListAsync(cancel);
        var withLinks = await db.ReadDeadLinksAsync(cancel);
        var ids = changes.Select(c => c.PaperId).Concat(withLinks.Select(p => p.Id)).Distinct().ToList();
        var places = await db.Entries.Where(e => ids.Contains(e.PaperId) && e.OriginId == null).OrderBy(e => e.Issue.Number)
            .Select(e => new { e.PaperId, Place = new ChangedPaper.Place(e.Issue.Number, e.Issue.PublishedAt != null) }).ToListAsync(cancel);

        Papers = [.. ids.Select(id => new ChangedPaper(
            changes.Find(c => c.PaperId == id)?.Paper ?? withLinks.First(p => p.Id == id),
            [.. changes.Where(c => c.PaperId == id)],
            [.. places.Where(p => p.PaperId == id).Select(p => p.Place).Distinct()]))];
    }
}

/// <summary>A paper with what happened to it, the newest first, and where it was covered.</summary>
public sealed record ChangedPaper(Paper Paper, IReadOnlyList<PaperChange> Changes, IReadOnlyList<ChangedPaper.Place> Places)
{
    public sealed record Place(int Number, bool IsPublished);

    /// <summary>Which links seem to be gone.</summary>
    public IReadOnlyList<(string Url, LinkHealth Health)> Links { get; } = [.. Paper.OpenLinks];
}
