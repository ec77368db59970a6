using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Roundup.Data;
using Roundup.Data.Inbox;
using Roundup.Data.Issues;
using Roundup.Model.Issues;
using Roundup.Web.Reading;
using Roundup.Web.Site;

namespace Roundup.Web.Areas.Admin.Pages;

/// <summary>The desk: what asks for a decision, what is due, the field that takes anything, the rhythm, and what waits.</summary>
public sealed class IndexModel(RoundupDb db, CurrentPublication current, TimeProvider clock) : PageModel
{
    private const int Latest = 4;
    private const int InboxAtMost = 4;

    public IReadOnlyList<IssueRow> Drafts { get; private set; } = [];

    public IReadOnlyList<IssueRow> Published { get; private set; } = [];

    public IReadOnlyList<InboxRow> Inbox { get; private set; } = [];

    public int Waiting { get; private set; }

    public DeskHome Home { get; private set; } = null!;

    public Cadence? Cadence { get; private set; }

    /// <summary>Three covered papers changed; null where none did.</summary>
    public string? Changed { get; private set; }

    /// <summary>The issue that is made now: the draft with the lowest number.</summary>
    public IssueRow? Next => Drafts.Count == 0 ? null : Drafts[^1];

    /// <summary>Its number, also where nobody has begun it.</summary>
    public int Number { get; private set; }

    /// <summary>23 papers waiting, about three issues: of as many papers as the last ones had.</summary>
    public string WaitingWords
    {
        get
        {
            var usual = Published.Count == 0 ? 0 : Published.Average(p => p.Papers);
            var issues = usual < 1 ? 0 : (int)Math.Round(Waiting / usual);
            return issues < 1 ? "papers waiting" : $"papers waiting, about {InWords.Number(issues)} {(issues == 1 ? "issue" : "issues")}";
        }
    }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Drafts = await IssueRow.From(db.Issues.Drafts.NewestFirst).ToListAsync(cancel);
        Published = await IssueRow.From(db.Issues.Published.NewestFirst.Take(Latest)).ToListAsync(cancel);
        Number = Next?.Number ?? await db.Issues.NextNumberAsync(cancel);
        Cadence = (await current.ReadAsync())?.Cadence;
        Changed = User.MayEdit() ? await db.ReadChangedAsync(cancel) : null;
        Waiting = await db.Inbox.Waiting.CountAsync(cancel);
        Inbox = Waiting == 0 ? [] : await InboxRow.ReadAsync(db, db.Inbox.Waiting.NewestFirst.Take(InboxAtMost), cancel);
        Home = await DeskHome.ReadAsync(db, Drafts, Number, clock.GetUtcNow(), cancel);
    }
}
