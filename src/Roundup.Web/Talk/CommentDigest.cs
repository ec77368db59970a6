using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Roundup.Data;
using Roundup.Data.Outbox;
using Roundup.Data.People;
using Roundup.Model.Discussion;
using Roundup.Model.Text;
using Roundup.Web.Reading;
using Roundup.Web.Site;
using Roundup.Web.Starting;

namespace Roundup.Web.Talk;

/// <summary>
/// Tells editors of comments, many in one mail. Up to when somebody was told is kept with the person and saved with the mail: of two instances one tells.
/// </summary>
public sealed class CommentDigest(IServiceScopeFactory scopes, IOptions<SiteOptions> site, DigestLink link, TimeProvider clock)
{
    /// <summary>At most one mail in it.</summary>
    public static readonly TimeSpan Quiet = TimeSpan.FromHours(4);

    /// <summary>So old is the oldest of what is told: what follows at once comes in the same mail.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    /// <summary>What is younger may still be on its way into the database, and be dated before what is there.</summary>
    private static readonly TimeSpan Settled = TimeSpan.FromMinutes(1);

    /// <summary>Who was never told hears of no more than that.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromDays(7);

    private const int AtMost = 20;
    private const int Beginning = 240;

    public async Task RunAsync(CancellationToken stop)
    {
        // Without an address of its own the site can make no link that leads anywhere.
        if (site.Value.Url is "") return;

        var until = clock.GetUtcNow() - Settled;
        var before = until - Quiet;
        List<int> due;
        await using (var scope = scopes.CreateAsyncScope())
        {
            var editors = scope.ServiceProvider.GetRequiredService<RoundupDb>().Users.Editors;
            due = await editors.Where(p => p.WantsComments && p.EmailConfirmed && p.Email != null && (p.CommentsToldAt == null || p.CommentsToldAt <= before)).OrderBy(p => p.Id).Select(p => p.Id).ToListAsync(stop);
        }

        foreach (var id in due) await TellAsync(id, until, stop);
    }

    private async Task TellAsync(int id, DateTimeOffset until, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RoundupDb>();
        if (await db.Users.SingleOrDefaultAsync(p => p.Id == id, stop) is not { Email: { } email } person || person.CommentsToldAt > until - Quiet) return;

        var since = person.CommentsToldAt ?? until - Longest;
        var news = await NewsAsync(db, person, since, until, stop);
        if (news is [] || news.Min(n => n.At) > until + Settled - Patience) return;

        var key = string.Create(CultureInfo.InvariantCulture, $"comments:{person.Id}:{person.CommentsToldAt?.ToUnixTimeMilliseconds() ?? 0}");
        person.CommentsToldAt = until;
        person.Touch();
        db.Add(new QueuedMail(key, email, Subject(news), Text(news), null, clock.GetUtcNow()) { Thread = "comments", MuteUrl = Address(link.PathOf(id)) });
        // Where it fails, another instance tells, or this one in its next round.
        await db.SaveAsync(stop);
    }

    /// <summary>What nobody of the desk has decided about: public or held since, by somebody who showed whose the address is.</summary>
    private static async Task<List<News>> NewsAsync(RoundupDb db, Person person, DateTimeOffset since, DateTimeOffset until, CancellationToken stop)
    {
        var comments = db.Comments.AsNoTracking().Where(c => c.StateBy == "" && c.ConfirmedAt != null && c.Commenter.PersonId != person.Id);
        var fresh = comments.Where(c => (c.State == CommentState.Public || (c.State == CommentState.Held && c.Holds != CommentHolds.None)) && c.ConfirmedAt > since && c.ConfirmedAt <= until);
        // Readers reported it, or its writer changed it so that it has to be looked at.
        var again = comments.Where(c => c.State == CommentState.Held && c.Holds != CommentHolds.None && c.ConfirmedAt <= since && c.StateAt > since && c.StateAt <= until);
        return await fresh.Concat(again).OrderBy(c => c.Id).Select(c => new News(
            c.Id, c.Name, c.Words.Source, c.State == CommentState.Held, c.State == CommentState.Held && c.StateAt > c.ConfirmedAt!.Value ? c.StateAt : c.ConfirmedAt!.Value,
            new IssueName(c.Issue.Number, c.Issue.Title, c.Issue.Theme), c.Entry == null ? "" : c.Entry.Paper.Title)).ToListAsync(stop);
    }

    private static string Subject(List<News> news)
    {
        var (held, shown) = (news.Count(n => n.IsHeld), news.Count(n => !n.IsHeld));
        return (held, shown) switch
        {
            (_, 0) => $"{InWords.Count(held, "comment waits", "comments wait")} for an editor",
            (0, _) => InWords.Count(shown, "new comment", "new comments"),
            _ => $"{InWords.Count(held, "comment waits", "comments wait")} for an editor, {InWords.Count(shown, "is", "are")} public",
        };
    }

    private string Text(List<News> news)
    {
        var held = news.Where(n => n.IsHeld).Take(AtMost).Select(n => $"{n.Words}\n{Address($"/admin/comments#c-{n.Id}")}").ToList();
        var shown = news.Where(n => !n.IsHeld).Take(AtMost).Select(n => $"{n.Words}\n{Address($"{n.Issue.Path}#c-{n.Id}")}").ToList();
        List<string> parts =
        [
            .. held is [] ? [] : (string[])["Held for an editor:", .. held],
            .. shown is [] ? [] : (string[])["Public:", .. shown],
            $"All of them: {Address("/admin/comments")}",
            $"-- \nYou get this because you edit here, at most once in {InWords.Number((int)Quiet.TotalHours)} hours. To stop: {Address("/admin/reminders")}\n",
        ];
        return string.Join("\n\n", parts);
    }

    private string Address(string path) => $"{site.Value.Url.TrimEnd('/')}{path}";

    private sealed record News(int Id, string Name, string Source, bool IsHeld, DateTimeOffset At, IssueName Issue, string Paper)
    {
        public string Words
        {
            get
            {
                var line = string.Join(' ', Source.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
                var about = Paper is "" ? "" : $", about “{Paper}”";
                return $"{(Name is "" ? "Somebody" : Name)} on issue {Issue.Number}{about}:\n{(line.Length > Beginning ? $"{Letters.Cut(line, Beginning)}…" : line)}";
            }
        }
    }
}
