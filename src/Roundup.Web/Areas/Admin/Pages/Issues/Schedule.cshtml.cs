using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Roundup.Data;
using Roundup.Data.Issues;
using Roundup.Model.Issues;
using Roundup.Web.Security;
using Roundup.Web.Site;

namespace Roundup.Web.Areas.Admin.Pages.Issues;

/// <summary>Gives an issue a moment of its own, at which it goes out by itself, whole.</summary>
[Authorize(Policies.Publish)]
public sealed class ScheduleModel(RoundupDb db, TimeProvider clock) : IssuePage(db)
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    /// <summary>Where the publication is; UTC until it has said so.</summary>
    public string Zone { get; private set; } = Cadence.Default.Zone;

    public bool HappensTwice => Issue is { ScheduledDay: { } day, ScheduledTime: { } time } && TimeZoneInfo.FindSystemTimeZoneById(Issue.ScheduledZone).IsAmbiguousTime(day.ToDateTime(time));

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var slots = await Db.ReadSlotsAsync(now, cancel, Issue);
        Zone = slots?.Cadence.Zone ?? Zone;
        Input = Issue.IsScheduled ? new() { Day = Issue.ScheduledDay, Time = Issue.ScheduledTime } : new() { Day = slots?.Next(now).Day, Time = slots?.Cadence.Time };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var slots = await Db.ReadSlotsAsync(now, cancel, Issue);
        Zone = slots?.Cadence.Zone ?? Zone;
        if (!ModelState.IsValid) return this.RefuseShape();
        if (Input.Day is not { } day) return this.Refuse(new("Choose a day.", nameof(Input.Day)));
        if (Input.Time is not { } time) return this.Refuse(new("Choose a time.", nameof(Input.Time)));
        if (Issue.Schedule(day, time, Zone, User.PrintedName(), now) is { } refusal) return this.Refuse(refusal);

        Issue.Aim(slots?.Near(Issue.ScheduledAt!.Value, now));
        Db.Audit(User, "issue.scheduled", $"scheduled issue {Number} for {day:yyyy-MM-dd} {time:HH:mm} {Zone}", EditPath, now);
        return await Db.SaveAsync(cancel) is { } race ? this.Refuse(race) : RedirectToPage();
    }

    public sealed class InputModel
    {
        public DateOnly? Day { get; set; }

        public TimeOnly? Time { get; set; }
    }
}
