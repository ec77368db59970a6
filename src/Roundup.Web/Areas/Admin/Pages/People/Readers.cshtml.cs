using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Roundup.Data;
using Roundup.Data.People;
using Roundup.Model.Text;
using Roundup.Web.Security;
using Roundup.Web.Site;

namespace Roundup.Web.Areas.Admin.Pages.People;

/// <summary>Whoever registered. Their names and addresses are the owner's business alone, who may want to appoint one.</summary>
[Authorize(Policies.Own)]
public sealed class ReadersModel(RoundupDb db) : OwnerPage(db)
{
    private const int Size = 50;
    private const int SoughtLength = 256;

    [FromQuery(Name = "q")]
    public string? Asked { get; set; }

    public string Sought => Letters.Cut(Letters.Keepable(Asked ?? "").Trim(), SoughtLength);

    public Paging Paging { get; private set; } = null!;

    public IReadOnlyList<PersonRow> Rows { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync([FromQuery(Name = "page")] int number = 1, CancellationToken cancel = default)
    {
        var readers = Db.Users.Where(p => p.Role == Role.Reader);
        if (Sought is not "") readers = await NamedAsync(readers, cancel);
        Paging = new($"/admin/people/readers{(Sought is "" ? "" : $"?q={Uri.EscapeDataString(Sought)}")}", number, Size, await readers.CountAsync(cancel));
        if (!Paging.IsThere) return NotFound();

        Rows = await readers.OrderBy(p => p.LeftAt != null).ThenByDescending(p => p.Id).Skip(Paging.Skipped).Take(Size).Select(PersonRow.From(Db)).ToListAsync(cancel);
        return Page();
    }

    // Names are compared here: SQLite knows no capitals but those of ASCII.
    private async Task<IQueryable<Person>> NamedAsync(IQueryable<Person> readers, CancellationToken cancel)
    {
        var (letters, address) = (Letters.Only(Sought), Sought.ToUpperInvariant());
        var named = letters is "" ? [] : (await readers.Select(p => new { p.Id, p.Name }).ToListAsync(cancel)).Where(p => Letters.Only(p.Name).Contains(letters, StringComparison.Ordinal)).Select(p => p.Id).ToList();
        return readers.Where(p => EF.Parameter(named).Contains(p.Id) || p.NormalizedEmail!.Contains(address));
    }
}
