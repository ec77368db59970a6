using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Roundup.Data;
using Roundup.Data.Issues;
using Roundup.Model.Issues;
using Roundup.Web.Security;
using Roundup.Web.Site;

namespace Roundup.Web.Areas.Admin.Pages.Slots;

/// <summary>Rests a slot: no number is lost, and the run goes on.</summary>
[Authorize(Policies.Publish)]
public sealed class SkipModel(RoundupDb db, TimeProvider clock) : PageModel
{
    private const int Offered = 13;

    private SlotBook _slots = null!;

    [BindProperty]
    public InputModel Input { get; set; } = new();

    public IReadOnlyList<SlotTime> Coming { get; private set; } = [];

    public IReadOnlyList<SlotRecord> Rests { get; private set; } = [];

    public string Zone => _slots.Cadence.Zone;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var now = clock.GetUtcNow();
        if (await db.ReadSlotsAsync(now, HttpContext.RequestAborted) is not { } slots)
        {
            context.Result = NotFound();
            return;
        }

        _slots = slots;
        Coming = [.. slots.Coming(now).Take(Offered)];
        Rests = [.. (await db.Slots.AsNoTracking().Where(s => s.Outcome == SlotOutcome.Skipped).OrderBy(s => s.Day).ToListAsync(HttpContext.RequestAborted)).Where(s => slots.Calendar.InstantOf(s.Day) > now)];
        await next();
    }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid) return this.RefuseShape();
        if (!Coming.Any(s => s.Day == Input.Day)) return this.Refuse(new("That slot has passed, or is skipped already.", nameof(Input.Day)));

        var slot = await db.SlotAsync(Input.Day, cancel);
        if (slot.Decide(SlotOutcome.Skipped, null, User.PrintedName(), clock.GetUtcNow(), Input.Reason ?? "") is { } refusal) return this.Refuse(refusal);
        db.Audit(User, "slot.skipped", $"skipped the slot of {Input.Day:yyyy-MM-dd}", "/admin/slots/skip", clock.GetUtcNow());
        return await db.SaveAsync(cancel) is { } race ? this.Refuse(race) : RedirectToPage();
    }

    public sealed class InputModel
    {
        public DateOnly Day { get; set; }

        public string? Reason { get; set; }
    }
}
