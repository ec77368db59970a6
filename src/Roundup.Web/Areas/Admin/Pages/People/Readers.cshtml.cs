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
        var (name, address) = (Sought.ToLowerInvariant(), Sought.ToUpperInvariant());
        if (name is not "") readers = readers.Where(p => p.Name.ToLower().Contains(name) || p.NormalizedEmail!.Contains(address));
        Paging = new($"/admin/people/readers{(name is "" ? "" : $"?q={Uri.EscapeDataString(Sought)}")}", number, Size, await readers.CountAsync(cancel));
        if (!Paging.IsThere) return NotFound();

        Rows = await readers.OrderBy(p => p.LeftAt != null).ThenByDescending(p => p.Id).Skip(Paging.Skipped).Take(Size).Select(PersonRow.From(Db)).ToListAsync(cancel);
        return Page();
    }
}
