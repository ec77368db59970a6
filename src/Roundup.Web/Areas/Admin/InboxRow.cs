using Microsoft.EntityFrameworkCore;
using Roundup.Data;
using Roundup.Data.Inbox;
using Roundup.Data.Papers;
using Roundup.Model.Inbox;
using Roundup.Model.Papers;
using Roundup.Web.Seen;

namespace Roundup.Web.Areas.Admin;

/// <summary>A waiting paper in a list of the desk.</summary>
public sealed record InboxRow(InboxItem Item, bool IsAskedFor, Sighting? Seen)
{
    public Paper Paper => Item.Paper;

    public bool IsFetching => IsAskedFor && Paper is { WantsFilling: true, FillFailure: "" };

    /// <summary>A sentence for the editor; empty where nothing is wrong.</summary>
    public string Failure => !Paper.WantsFilling || Paper.FillFailure is "" ? "" : IsAskedFor ? $"{Paper.FillFailure} It is asked again later." : Paper.FillFailure;

    public string How => Item.Origin switch
    {
        InboxOrigin.Clipped => "Clipped",
        InboxOrigin.Suggested => "Suggested",
        _ => "Pasted",
    };

    public static async Task<List<InboxRow>> ReadAsync(RoundupDb db, IQueryable<InboxItem> items, CancellationToken cancel = default)
    {
        var found = await items.WithPapers.AsNoTracking().ToListAsync(cancel);
        var papers = found.Select(i => i.PaperId).ToList();
        var asked = papers is [] ? [] : await db.Errands.Of(ErrandKind.Fill).Where(e => papers.Contains(e.PaperId)).Select(e => e.PaperId).ToListAsync(cancel);
        // That it waits is no news in the list of what waits.
        var seen = await new SeenBefore(db).FindAsync([.. found.Select(i => Mention.Of(i.Paper))], cancel);
        return [.. found.Zip(seen, (i, s) => new InboxRow(i, asked.Contains(i.PaperId), s is { Places: not [] } ? s with { WaitingSince = null } : null))];
    }
}
