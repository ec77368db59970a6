using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Roundup.Data;
using Roundup.Data.Issues;
using Roundup.Model;
using Roundup.Model.Issues;
using Roundup.Web.Site;

namespace Roundup.Web.Areas.Admin.Pages.Slots;

/// <summary>Decides one thing about one slot, from a button on another page.</summary>
public abstract class SlotPage(RoundupDb db, TimeProvider clock) : PageModel
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    protected RoundupDb Db => db;

    /// <summary>The page that has the button.</summary>
    protected abstract string Back { get; }

    /// <param name="at">When the slot is.</param>
    protected abstract Refusal? Change(SlotRecord slot, DateTimeOffset at, DateTimeOffset now);

    /// <summary>Puts the deed into the log.</summary>
    protected abstract void Note(SlotRecord slot, DateTimeOffset now);

    public IActionResult OnGet() => Redirect(Back);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid) return this.RefuseShape();

        var now = clock.GetUtcNow();
        var slot = await db.Slots.SingleOrDefaultAsync(s => s.Day == Input.Day, cancel);
        if (await db.ReadSlotsAsync(now, cancel) is not { } slots || slot is null) return NotFound();
        if (Change(slot, slots.Calendar.InstantOf(slot.Day), now) is { } refusal) return this.Refuse(refusal);

        Note(slot, now);
        return await db.SaveAsync(cancel) is { } race ? this.Refuse(race) : Redirect(Back);
    }

    public sealed class InputModel
    {
        public DateOnly Day { get; set; }
    }
}
