using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Roundup.Data;
using Roundup.Data.People;
using Roundup.Web.Security;
using Roundup.Web.Site;

namespace Roundup.Web.Areas.Admin.Pages.People;

/// <summary>Closes an account. It can be opened again; nothing that was written is touched.</summary>
[Authorize(Policies.Own)]
public sealed class CloseModel(RoundupDb db, TimeProvider clock) : PersonPage(db)
{
    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (IsOneself) return this.Refuse(Oneself);
        if (await Db.CloseAccountAsync(Person, clock.GetUtcNow(), cancel) is { } refusal) return this.Refuse(refusal);

        Db.Audit(User, "person.closed", $"closed the account of {Person.Name}", "/admin/people", clock.GetUtcNow());
        return await SaveAsync(cancel);
    }
}
