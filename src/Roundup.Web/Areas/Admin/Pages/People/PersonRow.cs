using System.Linq.Expressions;
using Roundup.Data;
using Roundup.Data.People;

namespace Roundup.Web.Areas.Admin.Pages.People;

/// <summary>Somebody in a list.</summary>
/// <param name="DidAt">When they last did something that the log keeps; null for never.</param>
public sealed record PersonRow(int Id, string Name, string Email, bool IsConfirmed, Role Role, DateTimeOffset Since, DateTimeOffset? LeftAt, DateTimeOffset? DidAt)
{
    public static Expression<Func<Person, PersonRow>> From(RoundupDb db) =>
        p => new PersonRow(p.Id, p.Name, p.Email ?? "", p.EmailConfirmed, p.Role, p.CreatedAt, p.LeftAt, db.AuditLog.Where(r => r.PersonId == p.Id).Max(r => (DateTimeOffset?)r.At));
}
