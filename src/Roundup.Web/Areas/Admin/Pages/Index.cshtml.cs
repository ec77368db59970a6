using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Roundup.Data;
using Roundup.Data.Issues;
using Roundup.Web.Site;

namespace Roundup.Web.Areas.Admin.Pages;

/// <summary>The desk: what is due, the field that takes anything, and the issues.</summary>
public sealed class IndexModel(RoundupDb db, CurrentPublication current, TimeProvider clock) : PageModel
{
    private const int Latest = 8;

    public IReadOnlyList<IssueRow> Drafts { get; private set; } = [];

    public IReadOnlyList<IssueRow> Published { get; private set; } = [];

    public string Sentence { get; private set; } = "";

    public string? Cadence { get; private set; }

    /// <summary>Three covered papers changed; null where none did.</summary>
    public string? Changed { get; private set; }

    /// <summary>The issue that is made now: the draft with the lowest number.</summary>
    public IssueRow? Next => Drafts.Count == 0 ? null : Drafts[^1];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Drafts = await IssueRow.From(db.Issues.Drafts.NewestFirst).ToListAsync(cancel);
        Published = await IssueRow.From(db.Issues.Published.NewestFirst.Take(Latest)).ToListAsync(cancel);
        var cadence = (await current.ReadAsync())?.Cadence;
        Cadence = cadence is null ? null : InWords.Cadence(cadence);
        Changed = await db.ReadChangedAsync(cancel);
        Sentence = Slot.Sentence(cadence, clock.GetUtcNow(), Next?.Number ?? await db.Issues.NextNumberAsync(cancel), Next?.Progress);
    }
}
