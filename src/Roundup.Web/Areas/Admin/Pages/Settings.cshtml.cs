using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Roundup.Data;
using Roundup.Data.Issues;
using Roundup.Formats;
using Roundup.Model;
using Roundup.Model.Issues;
using Roundup.Web.Security;
using Roundup.Web.Site;

namespace Roundup.Web.Areas.Admin.Pages;

[Authorize(Policies.Own)]
public sealed class SettingsModel(RoundupDb db, TimeProvider clock) : PageModel
{
    private Publication _publication = null!;

    [BindProperty]
    public InputModel Input { get; set; } = new();

    public InputModel? Meanwhile { get; private set; }

    public static IEnumerable<string> Zones { get; } =
        [.. TimeZoneInfo.GetSystemTimeZones().Select(z => z.Id).Where(id => id.Contains('/', StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await db.Publications.SingleOrDefaultAsync(HttpContext.RequestAborted) is not { } publication)
        {
            context.Result = NotFound();
            return;
        }

        _publication = publication;
        await next();
    }

    public void OnGet() => Input = InputModel.Of(_publication);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid) return this.RefuseShape();
        if (Input.Version != _publication.Version) return Compare();
        var before = _publication.Cadence;
        if (Change() is { } refusal) return this.Refuse(refusal);
        if (_publication.Cadence with { Rule = before.Rule, RemindHours = before.RemindHours } != before) await db.ForgetAwaitedAsync(before, clock.GetUtcNow(), cancel);

        db.Audit(User, "settings.changed", "changed the settings", "/admin/settings", clock.GetUtcNow());
        return await db.SaveAsync(cancel) is { } race ? this.Refuse(race) : RedirectToPage();
    }

    private Refusal? Change()
    {
        if (SafeMarkdown.Render(Input.About ?? "", ProseKind.Editorial, out var about) is { } odd) return odd with { Field = nameof(Input.About) };

        return _publication.Describe(Input.Title ?? "", Input.Tagline ?? "", about, Input.EditedBy ?? "", Input.Licence ?? "", Input.OpinionLabel ?? "")
            ?? _publication.Keep(Input.ToCadence().Following(_publication.Cadence, Today));
    }

    private DateOnly Today => new SlotCalendar(_publication.Cadence).DayOf(clock.GetUtcNow());

    /// <summary>What is kept, said as the slots that come.</summary>
    public IEnumerable<string> Coming => new SlotCalendar(_publication.Cadence).After(clock.GetUtcNow()).Take(3).Select(s => Slot.InWords(s.At, _publication.Cadence.Zone));

    private IActionResult Compare()
    {
        Meanwhile = InputModel.Of(_publication);
        ModelState.Remove("Input.Version");
        Input.Version = _publication.Version;
        ModelState.AddModelError("", "Somebody changed the settings in the meantime. What is kept stands below yours where it differs; saving again keeps yours.");
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    public sealed class InputModel
    {
        public string? Title { get; set; }

        public string? Tagline { get; set; }

        public string? About { get; set; }

        public string? EditedBy { get; set; }

        public string? Licence { get; set; }

        public string? OpinionLabel { get; set; }

        public DayOfWeek Day { get; set; }

        public TimeOnly Time { get; set; }

        public int EveryWeeks { get; set; }

        public string? Zone { get; set; }

        public SlotRule Rule { get; set; }

        public int RemindHours { get; set; }

        public Cadence ToCadence() => new(Day, Time, EveryWeeks, (Zone ?? "").Trim(), Rule, null, RemindHours);

        public int Version { get; set; }

        public static InputModel Of(Publication kept) => new()
        {
            Title = kept.Title,
            Tagline = kept.Tagline,
            About = kept.About.Source,
            EditedBy = kept.EditedBy,
            Licence = kept.Licence,
            OpinionLabel = kept.OpinionLabel,
            Day = kept.Cadence.Day,
            Time = kept.Cadence.Time,
            EveryWeeks = kept.Cadence.EveryWeeks,
            Zone = kept.Cadence.Zone,
            Rule = kept.Cadence.Rule,
            RemindHours = kept.Cadence.RemindHours,
            Version = kept.Version,
        };
    }
}
