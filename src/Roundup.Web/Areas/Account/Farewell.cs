using Microsoft.EntityFrameworkCore;
using Roundup.Data;
using Roundup.Data.People;
using Roundup.Model;
using Roundup.Model.Discussion;
using Roundup.Web.Talk;

namespace Roundup.Web.Areas.Account;

/// <summary>Somebody goes for good. What they said at the desk stays part of the issues; everything else of the account goes.</summary>
public sealed class Farewell(RoundupDb db, SuggestionIntake intake, TalkNotices notices, TimeProvider clock)
{
    /// <param name="keepsWords">Whether comments stay, unnamed; else a line says that they were removed.</param>
    public async Task<Refusal?> SayAsync(Person person, bool keepsWords, CancellationToken cancel)
    {
        if (await db.DeleteAccountAsync(person, cancel) is { } refusal) return refusal;

        // Sent or not: the address is in them. Found before it is forgotten.
        db.RemoveRange(await (await db.MailsToAsync(person, cancel)).ToListAsync(cancel));
        foreach (var comment in await db.CommentsOf(person).Include(c => c.Commenter).Include(c => c.Issue).ToListAsync(cancel)) await LeaveAsync(comment, keepsWords, cancel);
        foreach (var commenter in await db.CommentersOf(person).ToListAsync(cancel))
        {
            await intake.LeaveAsync(commenter, keepsWords, cancel);
            commenter.Forget(Secret.Make());
        }

        if (person.Role > Role.Reader) db.Add(new AuditRecord(null, person.Name, "account.deleted", "deleted their account", "/admin/people", clock.GetUtcNow()));
        return await db.SaveAsync(cancel) is null ? null : new("Something of yours was changed at the same moment, and nothing was deleted. Try again.");
    }

    private async Task LeaveAsync(Comment comment, bool keepsWords, CancellationToken cancel)
    {
        // Words that were never confirmed were nobody's yet.
        if (comment.State is not CommentState.Removed && (!keepsWords || comment.ConfirmedAt is null))
        {
            comment.Remove(clock.GetUtcNow());
            await notices.TellAsync(comment, cancel);
            await intake.TakeAsync(comment, cancel);
        }

        comment.Unname();
    }
}
