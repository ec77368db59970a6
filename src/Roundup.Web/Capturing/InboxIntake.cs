using Microsoft.EntityFrameworkCore;
using Roundup.Data;
using Roundup.Data.Inbox;
using Roundup.Model;
using Roundup.Model.Inbox;
using Roundup.Model.Papers;

namespace Roundup.Web.Capturing;

/// <summary>Puts papers into the inbox, where each waits once. Nothing is saved here: the caller saves once.</summary>
public sealed class InboxIntake(RoundupDb db, TimeProvider clock)
{
    private readonly Dictionary<Paper, InboxItem> _taken = [];

    /// <summary>The item of a paper that waits already, with the note added, or a new one.</summary>
    /// <param name="by">The printed name of whoever names it now.</param>
    public async Task<(Refusal? Refusal, InboxItem Item)> TakeAsync(Paper paper, InboxOrigin origin, string by, string note, CancellationToken cancel = default)
    {
        var item = _taken.GetValueOrDefault(paper) ?? await WaitingAsync(paper, cancel);
        if (item is null)
        {
            item = new InboxItem(paper, origin, by, clock.GetUtcNow());
            db.Add(item);
        }

        _taken[paper] = item;
        return (item.Remark(note), item);
    }

    private async Task<InboxItem?> WaitingAsync(Paper paper, CancellationToken cancel) =>
        paper.Id == 0 ? null : await db.Inbox.Waiting.SingleOrDefaultAsync(i => i.PaperId == paper.Id, cancel);
}
