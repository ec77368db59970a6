using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Roundup.Data;
using Roundup.Data.Issues;
using Roundup.Model;
using Roundup.Model.Issues;
using Roundup.Web.Security;
using Roundup.Web.Site;

namespace Roundup.Web.Areas.Admin.Pages.Slots;

/// <summary>Answers for an overdue slot: the issue waits, an editor publishes it later.</summary>
[Authorize(Policies.Publish)]
public sealed class HoldModel(RoundupDb db, TimeProvider clock) : PageModel
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public IActionResult OnGet() => Redirect("/admin");

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid) return this.RefuseShape();

        var now = clock.GetUtcNow();
        var slot = await db.Slots.SingleOrDefaultAsync(s => s.Day == Input.Day, cancel);
        if (await db.ReadSlotsAsync(now, cancel) is not { } slots || slot is null) return NotFound();
        if (Change(slot, slots.Calendar.InstantOf(slot.Day), now) is { } refusal) return this.Refuse(refusal);

        db.Audit(User, "slot.held", $"held the slot of {slot.Day:yyyy-MM-dd}", "/admin", now);
        return await db.SaveAsync(cancel) is { } race ? this.Refuse(race) : Redirect("/admin");
    }

    private Refusal? Change(SlotRecord slot, DateTimeOffset at, DateTimeOffset now) =>
        slot.Outcome is SlotOutcome.Asked && at <= now ? slot.Decide(SlotOutcome.Held, slot.IssueNumber, User.PrintedName(), now) : new("Nothing is to be decided about that slot.");

    public sealed class InputModel
    {
        public DateOnly Day { get; set; }
    }
}
