using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Roundup.Data;
using Roundup.Data.People;
using Roundup.Web.Security;

namespace Roundup.Web.Areas.Admin.Pages.People;

/// <summary>Who works at the desk. Everybody there may read names and roles; addresses and invitations are the owner's.</summary>
public sealed class IndexModel(RoundupDb db, TimeProvider clock) : PageModel
{
    private const int MostInvitations = 50;

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public IReadOnlyList<Invited> Invitations { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Rows = await db.Users.OrderBy(p => p.LeftAt != null).ThenByDescending(p => p.Role).ThenBy(p => p.Id)
            .Select(p => new Row(p.Id, p.Name, p.Email ?? "", p.Role, p.CreatedAt, p.LeftAt, db.AuditLog.Where(r => r.PersonId == p.Id).Max(r => (DateTimeOffset?)r.At)))
            .ToListAsync(cancel);
        if (!User.Owns()) return;

        var names = Rows.ToDictionary(r => r.Id, r => r.Name);
        var made = await db.Invitations.AsNoTracking().NewestFirst.Take(MostInvitations).ToListAsync(cancel);
        Invitations = [.. made.Select(i => new Invited(i, i.IsOpen(clock.GetUtcNow()), i.AcceptedById is { } id ? names.GetValueOrDefault(id, "") : ""))];
    }

    public bool IsOneself(Row row) => row.Id == User.Id();

    /// <param name="DidAt">When they last did something that the log keeps; null for never.</param>
    public sealed record Row(int Id, string Name, string Email, Role Role, DateTimeOffset Since, DateTimeOffset? LeftAt, DateTimeOffset? DidAt);

    public sealed record Invited(Invitation Made, bool IsOpen, string By);
}
