using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Roundup.Data;
using Roundup.Data.Outbox;
using Roundup.Data.People;
using Roundup.Model.Issues;
using Roundup.Web.Areas.Admin;
using Roundup.Web.Site;
using Roundup.Web.Starting;

namespace Roundup.Web.Releasing;

/// <summary>What editors are told by mail about a slot: one notice a slot, kind and person, queued in the caller's save.</summary>
public sealed class SlotNotices(RoundupDb db, IOptions<SiteOptions> site)
{
    /// <param name="Kind">Part of the key by which a notice is never queued twice.</param>
    /// <param name="About">A slot's date or a scheduled moment: the other part of the key.</param>
    /// <param name="Path">Where it is dealt with.</param>
    public sealed record Notice(string Kind, string About, string Subject, string Text, string Path);

    public static Notice Reminder(SlotTime slot, Cadence cadence, int number, Issue? issue)
    {
        var due = Slot.InWords(slot.At, cadence.Zone);
        var lacks = issue is null
            ? "It has not been started."
            : $"It lacks:\n\n{string.Join('\n', Readiness.Of(issue, Readiness.Around.Nothing).Checks.Where(c => c.State is not Readiness.State.Ok).Select(c => $"  - {c.Words}"))}";
        var after = cadence.Rule is SlotRule.PublishReady
            ? "At that time the papers that are ready go out, and the others roll over to the issue after it."
            : "At that time nothing goes out by itself: it waits for an editor.";
        return new("remind", Day(slot.Day), $"Issue {number} is due on {due}", $"Issue {number}{Named(issue)} is due on {due}. {lacks}\n\n{after}", PathOf(issue));
    }

    public static Notice Held(SlotTime slot, Cadence cadence, int number, Issue? issue, string reason) =>
        new("held", Day(slot.Day), $"Issue {number} waits for you",
            $"Issue {number}{Named(issue)} was due on {Slot.InWords(slot.At, cadence.Zone)} and is held. {(reason is "" ? "" : $"{reason} ")}Publish it when you are ready; no number is lost.", PathOf(issue));

    public static Notice Asked(SlotTime slot, Cadence cadence, int number, Issue? issue) =>
        new("asked", Day(slot.Day), $"Issue {number} is overdue: publish it now?",
            $"Issue {number}{Named(issue)} was due on {Slot.InWords(slot.At, cadence.Zone)}, but the site found that more than two hours late. So nothing was published. The desk asks: publish now, or hold.", "/admin");

    public static Notice AskedFor(Issue issue) =>
        new("asked", $"issue:{issue.Id}:{issue.ScheduledAt!.Value.UtcTicks}", $"Issue {issue.Number} is overdue: publish it now?",
            $"Issue {issue.Number}{Named(issue)} was scheduled for {Slot.InWords(issue.ScheduledAt.Value, issue.ScheduledZone)} and has not gone out: the site was not running, or the issue could not be published. The desk asks: publish now, or hold.", "/admin");

    public static Notice Out(SlotTime slot, Issue issue, Issue next, int rolled) =>
        new("out", Day(slot.Day), $"Issue {issue.Number} is out",
            $"Issue {issue.Number}{Named(issue)} went out at its slot with {InWords.Count(issue.Entries.Count, "paper", "papers")}. {(rolled == 0 ? "Nothing was left out." : $"{InWords.Count(rolled, "paper was", "papers were")} not ready and rolled over to issue {next.Number}.")}",
            Paths.Issue(issue.Number, issue.Slug));

    public async Task QueueAsync(Notice notice, DateTimeOffset now, CancellationToken cancel = default)
    {
        var people = await db.Users.Where(p => p.Role >= Role.Editor && p.WantsReminders && p.EmailConfirmed && p.LeftAt == null && p.Email != null)
            .OrderBy(p => p.Id).Select(p => new { p.Id, p.Email, p.Name }).ToListAsync(cancel);
        var text = $"{notice.Text}\n\n{Address(notice.Path)}\n\n-- \nYou get this because you edit here. To stop: {Address("/admin/reminders")}\n";
        await db.QueueAsync([.. people.Select(p => new QueuedMail($"{notice.Kind}:{notice.About}:{p.Id}", p.Email!, notice.Subject, text, null, now))], cancel);
    }

    private string Address(string path) => $"{site.Value.Url.TrimEnd('/')}{path}";

    private static string Named(Issue? issue) => issue is null || (issue.Theme is "" && issue.Title is "") ? "" : $", “{issue.Heading}”,";

    private static string PathOf(Issue? issue) => issue is null ? "/admin" : $"/admin/issues/{issue.Number}/edit";

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
