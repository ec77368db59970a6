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

/// <summary>Takes a planned break back, until its slot has come.</summary>
[Authorize(Policies.Publish)]
public sealed class KeepModel(RoundupDb db, TimeProvider clock) : PageModel
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public IActionResult OnGet() => Redirect("/admin/slots/skip");

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid) return this.RefuseShape();

        var now = clock.GetUtcNow();
        var slot = await db.Slots.SingleOrDefaultAsync(s => s.Day == Input.Day, cancel);
        if (await db.ReadSlotsAsync(now, cancel) is not { } slots || slot is null) return NotFound();
        if (Change(slot, slots.Calendar.InstantOf(slot.Day), now) is { } refusal) return this.Refuse(refusal);

        db.Audit(User, "slot.kept", $"took the slot of {slot.Day:yyyy-MM-dd} back", "/admin/slots/skip", now);
        return await db.SaveAsync(cancel) is { } race ? this.Refuse(race) : Redirect("/admin/slots/skip");
    }

    private static Refusal? Change(SlotRecord slot, DateTimeOffset at, DateTimeOffset now) =>
        at <= now ? new("That slot has passed.") : slot.Reopen();

    public sealed class InputModel
    {
        public DateOnly Day { get; set; }
    }
}
