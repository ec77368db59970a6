using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Roundup.Data;
using Roundup.Data.People;

namespace Roundup.Web.Areas.Admin.Pages.People;

/// <summary>Who works at the desk, or did. Everybody there may read names and roles; addresses, invitations and readers are the owner's.</summary>
public sealed class IndexModel(RoundupDb db, TimeProvider clock) : PageModel
{
    private const int MostInvitations = 50;

    public IReadOnlyList<PersonRow> Rows { get; private set; } = [];

    public IReadOnlyList<Invited> Invitations { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Rows = await db.Users.Where(p => p.Role > Role.Reader).OrderBy(p => p.LeftAt != null).ThenByDescending(p => p.Role).ThenBy(p => p.Id).Select(PersonRow.From(db)).ToListAsync(cancel);
        if (!User.Owns()) return;

        var made = await db.Invitations.AsNoTracking().NewestFirst.Take(MostInvitations).ToListAsync(cancel);
        var accepted = made.Select(i => i.AcceptedById).OfType<int>().ToList();
        // Whoever accepted one may be a reader again.
        var names = await db.Users.Where(p => accepted.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, cancel);
        Invitations = [.. made.Select(i => new Invited(i, i.IsOpen(clock.GetUtcNow()), i.AcceptedById is { } id ? names.GetValueOrDefault(id, "") : ""))];
    }

    public sealed record Invited(Invitation Made, bool IsOpen, string By);
}
