using System.Globalization;
using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using Roundup.Data;
using Roundup.Data.Discussion;
using Roundup.Model;
using Roundup.Model.Discussion;
using Roundup.Web.Security;

namespace Roundup.Web.Talk;

/// <summary>What editors do to comments and their writers: one deed, to one or to many, that can be undone. Nothing is saved here: the caller saves once.</summary>
public sealed class Moderation(RoundupDb db, CommentIntake intake, TimeProvider clock)
{
    /// <summary>A comment as an editor saw it: what has changed since is not decided about.</summary>
    public sealed record Seen(int Id, int Version)
    {
        /// <param name="words">As the page has it: 12.3.</param>
        public static Seen? Of(string? words) =>
            words?.Split('.') is [var id, var version] && int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var seen)
                ? new(number, seen) : null;
    }

    /// <param name="Deed">What was done; null where nothing was.</param>
    /// <param name="Left">How many comments were left as they are: they changed since they were seen.</param>
    /// <param name="Names">Of the writers.</param>
    public sealed record Outcome(Refusal? Refusal, ModerationDeed? Deed, int Left, IReadOnlyList<string> Names)
    {
        public static Outcome Refused(string sentence) => new(new Refusal(sentence), null, 0, []);
    }

    public async Task<Outcome> DoAsync(ModerationAct act, IReadOnlyList<Seen> chosen, ClaimsPrincipal editor, CancellationToken cancel = default)
    {
        if (chosen is []) return Outcome.Refused("Select a comment first.");
        if (act is ModerationAct.Distrust or ModerationAct.Unban) return Outcome.Refused("That is done to writers.");

        var ids = chosen.Select(c => c.Id).ToList();
        var there = await db.Comments.Whole.Where(c => ids.Contains(c.Id)).OrderBy(c => c.Id).ToListAsync(cancel);
        var standing = there.Where(c => chosen.Any(s => s.Id == c.Id && s.Version == c.Version)).ToList();
        if (standing is []) return Outcome.Refused(there is [] ? "That comment is not there any more." : "It changed in the meantime: its writer edited it, or another editor was quicker. Look at it again.");
        if (act is ModerationAct.Ban && standing.Exists(c => c.FromDesk)) return Outcome.Refused("Whoever edits here can't be banned. The owner closes accounts.");

        var deed = Begin(act, editor);
        if (act is ModerationAct.Ban) standing = await WithHeldAsync(standing, cancel);
        foreach (var comment in standing)
            if (Act(deed, comment) is { } refusal) return new(refusal, null, 0, []);
        foreach (var comment in standing) await intake.FollowAsync(comment, cancel);
        return new(null, deed, chosen.Count - ids.Count(id => standing.Exists(c => c.Id == id)), [.. standing.Select(c => c.Name)]);
    }

    /// <summary>To writers, whatever they wrote; who is banned leaves nothing waiting.</summary>
    public async Task<Outcome> DoToWriterAsync(ModerationAct act, Commenter writer, ClaimsPrincipal editor, CancellationToken cancel = default)
    {
        if (act is not (ModerationAct.Trust or ModerationAct.Distrust or ModerationAct.Ban or ModerationAct.Unban)) return Outcome.Refused("That is done to comments.");

        var (deed, now) = (Begin(act, editor), clock.GetUtcNow());
        deed.Mark(writer);
        if (act is ModerationAct.Trust) writer.Trust(deed.By, now);
        else if (act is ModerationAct.Distrust) writer.Distrust();
        else if (act is ModerationAct.Unban) writer.Unban();
        else
        {
            writer.Ban(deed.By, now);
            foreach (var comment in await db.Comments.Whole.Where(c => c.CommenterId == writer.Id && c.State == CommentState.Held).ToListAsync(cancel))
            {
                Act(deed, comment);
                await intake.FollowAsync(comment, cancel);
            }
        }

        return new(null, deed, 0, [writer.Name]);
    }

    public async Task<Refusal?> UndoAsync(ModerationDeed deed, ClaimsPrincipal editor, CancellationToken cancel = default)
    {
        var (ids, people) = (deed.Comments.Select(m => m.CommentId).ToList(), deed.Commenters.Select(m => m.CommenterId).ToList());
        var comments = await db.Comments.Whole.Where(c => ids.Contains(c.Id)).ToListAsync(cancel);
        var commenters = await db.Commenters.Where(c => people.Contains(c.Id)).ToListAsync(cancel);
        var since = await db.ModerationDeeds.AsNoTracking().Where(d => d.Id > deed.Id && d.UndoneAt == null).ToListAsync(cancel);
        if (deed.Undo(comments, commenters, since, editor.PrintedName(), clock.GetUtcNow()) is { } refusal) return refusal;

        foreach (var comment in comments) await intake.FollowAsync(comment, cancel);
        return null;
    }

    private ModerationDeed Begin(ModerationAct act, ClaimsPrincipal editor)
    {
        var deed = new ModerationDeed(act, editor.Id() ?? throw new InvalidOperationException("Only who is signed in moderates."), editor.PrintedName(), clock.GetUtcNow());
        db.Add(deed);
        return deed;
    }

    private static Refusal? Act(ModerationDeed deed, Comment comment)
    {
        var (by, at) = (deed.By, deed.At);
        deed.Mark(comment);
        deed.Mark(comment.Commenter);
        if (deed.Act is ModerationAct.Trust) comment.Commenter.Trust(by, at);
        if (deed.Act is ModerationAct.Ban && comment.Commenter.BannedAt is null) comment.Commenter.Ban(by, at);
        return deed.Act switch
        {
            ModerationAct.Hide => comment.Hide(by, at),
            ModerationAct.Spam or ModerationAct.Ban => comment.MarkSpam(by, at),
            ModerationAct.Delete => comment.Delete(by, at),
            ModerationAct.Keep => comment.Keep(by, at),
            _ => comment.Approve(by, at),
        };
    }

    private async Task<List<Comment>> WithHeldAsync(List<Comment> chosen, CancellationToken cancel)
    {
        var (ids, writers) = (chosen.ConvertAll(c => c.Id), chosen.ConvertAll(c => c.CommenterId));
        return [.. chosen, .. await db.Comments.Whole.Where(c => writers.Contains(c.CommenterId) && c.State == CommentState.Held && !ids.Contains(c.Id)).ToListAsync(cancel)];
    }
}
