using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Roundup.Data;
using Roundup.Data.People;
using Roundup.Model;
using Roundup.Web.Security;
using Roundup.Web.Site;

namespace Roundup.Web.Areas.Admin.Pages.People;

/// <summary>Makes somebody else the owner and oneself an editor, both or neither.</summary>
[Authorize(Policies.Own)]
public sealed class HandOverModel(RoundupDb db, SignInManager<Person> signIn, TimeProvider clock) : PersonPage(db)
{
    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (IsOneself) return this.Refuse(new Refusal("The publication is yours already."));
        if (Person.LeftAt is not null) return this.Refuse(new Refusal("This account is closed. Open it again first."));
        if (Person.MayNotRise() is { } unproven) return this.Refuse(unproven);

        (Person.Role, Owner.Role) = (Role.Owner, Role.Editor);
        Person.Touch();
        Owner.Touch();
        Db.Audit(User, "person.handed-over", $"handed the publication over to {Person.Name}", "/admin/people", clock.GetUtcNow());
        var answer = await SaveAsync(cancel);
        if (answer is RedirectResult) await signIn.RefreshSignInAsync(Owner);
        return answer;
    }
}
