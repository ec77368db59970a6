using Microsoft.EntityFrameworkCore;
using Roundup.Data;
using Roundup.Data.Discussion;
using Roundup.Data.Outbox;
using Roundup.Formats;
using Roundup.Model;
using Roundup.Model.Discussion;
using Roundup.Model.Issues;
using Roundup.Model.Text;
using Roundup.Web.Reading;

namespace Roundup.Web.Talk;

/// <summary>
/// Takes what a reader says, and all that follows from it: the papers that it names, who is told, the mail that asks whose address it is.
/// Both know a comment by its number, so that it is saved twice, in one transaction.
/// </summary>
public sealed class CommentIntake(RoundupDb db, SpamGuard guard, SuggestionIntake suggestions, TalkNotices notices, TalkMail mail, CurrentPublication current, TimeProvider clock)
{
    /// <summary>How often others may be quicker to name the same papers.</summary>
    private const int RacesAtMost = 5;

    /// <param name="Entry">The paper that it is about; null for the issue.</param>
    /// <param name="ReplyTo">What it answers, with its entry; null for nothing.</param>
    public sealed record Place(Issue Issue, Entry? Entry, Comment? ReplyTo);

    public static Refusal? Render(string? text, out Prose words) =>
        SafeMarkdown.Render(text ?? "", ProseKind.Comment, out words) is { } refusal ? refusal with { Field = "Text" } : null;

    /// <summary>Saves it, or nothing.</summary>
    public async Task<(Refusal? Refusal, Comment? Comment)> TakeAsync(Place place, Writers.Writer by, string? text, SpamGuard.Input how, CancellationToken cancel = default)
    {
        if (Render(text, out var words) is { } unkept) return (unkept, null);

        var (rules, now) = ((await current.ShownAsync()).Discussion, clock.GetUtcNow());
        var writing = new Writing(by.Commenter, by.Name, words, guard.Look(how, by.IsProven) | SpamGuard.Look(words, rules), by.IsProven, by.FromDesk);
        if (Comment.Write(place.Issue, place.Entry, place.ReplyTo, writing, rules, now, out var comment) is { } refusal) return (refusal, null);

        if (await TwinAsync(comment!, cancel) is { } twin) return (null, twin);

        db.Add(comment!);
        return await SaveAsync(comment!, by.IsProven, cancel);
    }

    /// <summary>The writer changes their words.</summary>
    public async Task<Refusal?> EditAsync(Comment comment, string? text, CancellationToken cancel = default)
    {
        if (Render(text, out var words) is { } unkept) return unkept;
        if (comment.Edit(words, SpamGuard.Look(words, (await current.ShownAsync()).Discussion), clock.GetUtcNow()) is { } refusal) return refusal;

        await FollowAsync(comment, cancel);
        return await db.SaveAsync(cancel);
    }

    /// <summary>A reader finds that it should not be there.</summary>
    /// <param name="from">What tells reporters apart without naming them.</param>
    public async Task<Refusal?> ReportAsync(Comment comment, string reason, string from, CancellationToken cancel = default)
    {
        if (comment.Report(reason, from, clock.GetUtcNow()) is { } refusal) return refusal;

        await FollowAsync(comment, cancel);
        return await db.SaveAsync(cancel);
    }

    /// <summary>What hangs on a comment that was changed: the papers that it names, and the mail to whom it answers.</summary>
    public async Task FollowAsync(Comment comment, CancellationToken cancel = default)
    {
        await suggestions.TakeAsync(comment, cancel);
        await notices.TellAsync(comment, cancel);
    }

    /// <summary>The private link's owner says that what waits for them is somebody else's: it goes, and nobody ever saw it.</summary>
    public async Task<Refusal?> DisownAsync(Commenter commenter, CancellationToken cancel = default)
    {
        await suggestions.DisownAsync(commenter, cancel);
        return await RemoveAsync(await db.Comments.Whole.Where(c => c.CommenterId == commenter.Id && c.ConfirmedAt == null && c.State == CommentState.Held).ToListAsync(cancel), cancel);
    }

    public async Task<Refusal?> RemoveAsync(IEnumerable<Comment> comments, CancellationToken cancel = default)
    {
        foreach (var comment in comments)
        {
            comment.Remove(clock.GetUtcNow());
            await FollowAsync(comment, cancel);
        }

        return await db.SaveAsync(cancel);
    }

    /// <summary>They opened their private link, and say that it is they: all that waited for it there.</summary>
    /// <param name="upTo">What came later they have not seen, and anybody may have sent it.</param>
    public async Task<Refusal?> ConfirmAsync(Commenter commenter, DateTimeOffset upTo, CancellationToken cancel = default)
    {
        foreach (var comment in await db.Comments.Whole.Where(c => c.CommenterId == commenter.Id && c.ConfirmedAt == null && c.State != CommentState.Removed && c.WrittenAt <= upTo).ToListAsync(cancel))
        {
            comment.Confirm(clock.GetUtcNow());
            await FollowAsync(comment, cancel);
        }

        await suggestions.ConfirmAsync(commenter, upTo, cancel);
        return await db.SaveAsync(cancel);
    }

    /// <summary>The same words of the same writer in the same place a moment ago: sent once more, because the answer was lost. Null for none.</summary>
    private async Task<Comment?> TwinAsync(Comment comment, CancellationToken cancel)
    {
        if (comment.CommenterId == 0) return null;

        var since = clock.GetUtcNow() - Comment.EditWindow;
        return await db.Comments.Whole.FirstOrDefaultAsync(
            c => c.CommenterId == comment.CommenterId && c.IssueId == comment.IssueId && c.EntryId == comment.EntryId && c.ReplyToId == comment.ReplyToId
                && c.WrittenAt > since && c.Words.Source == comment.Words.Source && (c.State == CommentState.Held || c.State == CommentState.Public),
            cancel);
    }

    private async Task<(Refusal? Refusal, Comment? Comment)> SaveAsync(Comment comment, bool isProven, CancellationToken cancel)
    {
        await using var together = await db.Database.BeginTransactionAsync(cancel);
        if (await db.SaveAsync(cancel) is { } race) return (race, null);

        (race, comment) = await SuggestAsync(comment, cancel);
        if (race is not null) return (race, null);

        if (isProven) await notices.TellAsync(comment, cancel);
        else db.Outbox.Add(await AskAsync(comment));
        if (await db.SaveAsync(cancel) is { } later) return (later, null);

        await together.CommitAsync(cancel);
        return (null, comment);
    }

    // Somebody else may name the same paper at the same instant, and be quicker: theirs is found the next time. A savepoint keeps the comment.
    private async Task<(Refusal? Race, Comment Comment)> SuggestAsync(Comment comment, CancellationToken cancel)
    {
        for (var left = RacesAtMost; ; left--)
        {
            await suggestions.TakeAsync(comment, cancel);
            if (await db.SaveAsync(cancel) is not { } race) return (null, comment);
            if (left == 0) return (race, comment);

            db.ChangeTracker.Clear();
            comment = (await db.CommentAsync(comment.Id, cancel))!;
        }
    }

    // Not a word of theirs is in it, nor the name that was typed: whoever typed it may have typed somebody else's address, to send them something.
    private Task<QueuedMail> AskAsync(Comment comment) => mail.WriteAsync(
        comment.Commenter, $"confirm-{comment.Id}", $"Is this comment yours? Issue {comment.Issue.Number}",
        $"Somebody, you we hope, gave this address for a comment on issue {comment.Issue.Number}.\n\nNobody sees it before you say that it is yours. Open this page and press “Confirm”; there you can change and remove it too. If it is not yours, press “It was not me”.",
        TalkMail.PathOf(comment.Commenter), TalkMail.ThreadOf(comment));
}
