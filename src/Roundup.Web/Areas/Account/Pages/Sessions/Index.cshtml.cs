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

    public async Task OnGetAsync(CancellationToken cancel) =>
        Sessions = await Db.Attendances.AsNoTracking().Lasting(Oneself.Id, clock.GetUtcNow() - SignIns.Longest).ToListAsync(cancel);
}
