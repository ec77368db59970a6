using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Roundup.Data;
using Roundup.Data.People;
using Roundup.Web.Security;

namespace Roundup.Web.Areas.Admin.Pages;

/// <summary>Who did what, the newest first. Nothing here can be changed.</summary>
[Authorize(Policies.Publish)]
public sealed class AuditModel(RoundupDb db) : PageModel
{
    private const int Size = 50;

    [FromQuery(Name = "person")]
    public int? PersonId { get; set; }

    [FromQuery(Name = "issue")]
    public int? Issue { get; set; }

    /// <summary>Where the page before ended: the id of its last record.</summary>
    [FromQuery(Name = "before")]
    public int? Before { get; set; }

    public IReadOnlyList<AuditRecord> Rows { get; private set; } = [];

    public IReadOnlyList<(int Id, string Name)> People { get; private set; } = [];

    public bool HasOlder { get; private set; }

    public bool IsFiltered => PersonId is not null || Issue is not null;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var people = await db.Users.OrderBy(p => p.Name).ThenBy(p => p.Id).Select(p => new { p.Id, p.Name }).ToListAsync(cancel);
        People = [.. people.Select(p => (p.Id, p.Name))];
        var records = db.AuditLog.AsNoTracking();
        if (PersonId is { } person) records = records.Where(r => r.PersonId == person);
        if (Issue is { } number)
        {
            var below = $"/admin/issues/{number.ToString(CultureInfo.InvariantCulture)}/";
            records = records.Where(r => r.Path.StartsWith(below));
        }

        if (Before is { } last) records = records.Where(r => r.Id < last);
        var rows = await records.OrderByDescending(r => r.Id).Take(Size + 1).ToListAsync(cancel);
        (Rows, HasOlder) = ([.. rows.Take(Size)], rows.Count > Size);
    }

    /// <summary>The address of the list from a record on; null for its beginning.</summary>
    public string At(int? before)
    {
        (string Name, int? Value)[] asked = [("person", PersonId), ("issue", Issue), ("before", before)];
        return $"/admin/audit{QueryString.Create(asked.Where(q => q.Value is not null).Select(q => KeyValuePair.Create(q.Name, q.Value?.ToString(CultureInfo.InvariantCulture))))}";
    }
}
