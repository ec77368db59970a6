using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Roundup.Data;
using Roundup.Data.People;
using Roundup.Web.Security;

namespace Roundup.Web.Areas.Account.Pages.Sessions;

public sealed class IndexModel(RoundupDb db, SignIns signIn, TimeProvider clock) : AccountPage(db, signIn)
{
    public IReadOnlyList<Attendance> Sessions { get; private set; } = [];

    /// <summary>The one in which the page is read.</summary>
    public string? Mine => User.AttendanceKey();

    /// <summary>What was done on the page before.</summary>
    [BindProperty(SupportsGet = true, Name = "done")]
    public string? What { get; set; }

    public string? Said => What switch
    {
        "ended" => "Your other sessions are over.",
        "race" => "Your account was changed at the same moment, and nothing was ended. Try again.",
        _ => null,
    };

    public async Task OnGetAsync(CancellationToken cancel) =>
        Sessions = await Db.Attendances.AsNoTracking().Lasting(Oneself.Id, clock.GetUtcNow() - SignIns.Longest).ToListAsync(cancel);
}
