using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Roundup.Data;
using Roundup.Data.People;
using Roundup.Model;
using Roundup.Web.Security;
using Roundup.Web.Site;

namespace Roundup.Web.Areas.Admin.Pages.People;

/// <summary>Gives somebody another role. It holds within a minute, where they are signed in too.</summary>
[Authorize(Policies.Own)]
public sealed class AppointModel(RoundupDb db, TimeProvider clock) : PersonPage(db)
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public void OnGet() => Input.Role = Person.Role;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (IsOneself) return this.Refuse(Oneself);
        if (!ModelState.IsValid || !Enum.IsDefined(Input.Role)) return this.Refuse(new Refusal("Choose one of the roles."));
        if (await Db.GiveRoleAsync(Person, Input.Role, cancel) is { } refusal) return this.Refuse(refusal);

        Db.Audit(User, "person.role", $"made {Person.Name} {Input.Role.WithArticle}", "/admin/people", clock.GetUtcNow());
        return await SaveAsync(cancel);
    }

    public sealed class InputModel
    {
        public Role Role { get; set; }
    }
}
