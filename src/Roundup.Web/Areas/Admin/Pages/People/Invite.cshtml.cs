using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using Roundup.Data;
using Roundup.Data.People;
using Roundup.Model;
using Roundup.Web.Security;
using Roundup.Web.Site;
using Roundup.Web.Starting;

namespace Roundup.Web.Areas.Admin.Pages.People;

/// <summary>Makes a link by which somebody joins. It stands on the answer to this form and nowhere else: only its hash is kept.</summary>
[Authorize(Policies.Own)]
public sealed class InviteModel(RoundupDb db, IOptions<SiteOptions> site, TimeProvider clock) : OwnerPage(db)
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    /// <summary>The address to hand on; null before it is made.</summary>
    public string? Link { get; private set; }

    public DateTimeOffset Until { get; private set; }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var name = (Input.Name ?? "").Trim();
        if (name is "") return this.Refuse(new Refusal("Say for whom it is: you will find it in the list by that.", nameof(Input.Name)));
        if (name.Length > Person.NameLength) return this.Refuse(new Refusal($"A name has at most {Person.NameLength} characters.", nameof(Input.Name)));
        if (!ModelState.IsValid || !Roles.ToInvite.Contains(Input.Role)) return this.Refuse(new Refusal("Choose contributor or editor.", nameof(Input.Role)));

        var (invitation, token) = Invitation.Make(Input.Role, name, User.PrintedName(), clock.GetUtcNow());
        Db.Add(invitation);
        Db.Audit(User, "person.invited", $"invited {name} as {Input.Role.WithArticle}", "/admin/people#invitations", clock.GetUtcNow());
        if (await Db.SaveAsync(cancel) is { } race) return this.Refuse(race);

        var origin = site.Value.Url is not "" and var url ? url.TrimEnd('/') : $"{Request.Scheme}://{Request.Host.ToUriComponent()}";
        (Link, Until) = ($"{origin}/account/join/{token}", invitation.ExpiresAt);
        return Page();
    }

    public sealed class InputModel
    {
        public string? Name { get; set; }

        public Role Role { get; set; } = Role.Contributor;
    }
}
