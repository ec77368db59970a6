using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Roundup.Data;
using Roundup.Model;
using Roundup.Web.Security;
using Roundup.Web.Site;

namespace Roundup.Web.Areas.Admin.Pages.People;

/// <summary>Opens a closed account again, in the role that it had.</summary>
[Authorize(Policies.Own)]
public sealed class ReopenModel(RoundupDb db, TimeProvider clock) : PersonPage(db)
{
    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (Person.LeftAt is null) return this.Refuse(new Refusal("This account is open already."));

        Person.Reopen();
        Db.Audit(User, "person.reopened", $"opened the account of {Person.Name} again", "/admin/people", clock.GetUtcNow());
        return await SaveAsync(cancel);
    }
}
