using Microsoft.EntityFrameworkCore;
using Roundup.Data;
using Roundup.Model.Discussion;

namespace Roundup.Web.Areas.Admin;

/// <summary>A deed of an editor that can still be undone from the list of comments.</summary>
public sealed record JustDone(int Id, string Icon, string Words, string By, DateTimeOffset At, bool IsUndone)
{
    private const int AtMost = 8;

    /// <summary>Older ones stay in the log; what they did can be changed comment by comment.</summary>
    private static readonly TimeSpan Lately = TimeSpan.FromDays(2);

    public static async Task<IReadOnlyList<JustDone>> ReadAsync(RoundupDb db, DateTimeOffset now, CancellationToken cancel)
    {
        var since = now - Lately;
        var deeds = await db.ModerationDeeds.AsNoTracking().Where(d => d.At > since).OrderByDescending(d => d.Id).Take(AtMost).ToListAsync(cancel);
        var (comments, writers) = (deeds.SelectMany(d => d.Comments.Take(1)).Select(m => m.CommentId).ToList(), deeds.SelectMany(d => d.Commenters.Take(1)).Select(m => m.CommenterId).ToList());
        var names = await db.Comments.Where(c => comments.Contains(c.Id)).Select(c => new { c.Id, c.Name }).ToDictionaryAsync(c => c.Id, c => c.Name, cancel);
        var people = await db.Commenters.Where(c => writers.Contains(c.Id)).Select(c => new { c.Id, c.Name }).ToDictionaryAsync(c => c.Id, c => c.Name, cancel);
        string Name(ModerationDeed deed) => deed.Comments is [var mark, ..] ? names.GetValueOrDefault(mark.CommentId, "") : deed.Commenters is [var writer, ..] ? people.GetValueOrDefault(writer.CommenterId, "") : "";

        return [.. deeds.Select(d => new JustDone(d.Id, CommentWords.Icon(d.Act), CommentWords.Done(d.Act, d.Comments.Count, [Name(d)]), d.By, d.At, d.UndoneAt is not null))];
    }
}
