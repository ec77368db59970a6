using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Roundup.Data;
using Roundup.Data.People;
using Roundup.Web.Security;
using Roundup.Web.Site;

namespace Roundup.Web.Areas.Admin.Pages.People.Invitations;

/// <summary>Ends an invitation that nobody has used.</summary>
[Authorize(Policies.Own)]
public sealed class RevokeModel(RoundupDb db, TimeProvider clock) : OwnerPage(db)
{
    [FromRoute(Name = "id")]
    public int InvitationId { get; set; }

    public Invitation Invitation { get; private set; } = null!;

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (Invitation.Revoke(clock.GetUtcNow()) is { } refusal) return this.Refuse(refusal);

        Db.Audit(User, "invitation.revoked", $"revoked the invitation for {Invitation.Name}", "/admin/people#invitations", clock.GetUtcNow());
        return await SaveAsync(cancel);
    }

    protected override async Task<bool> FindAsync(CancellationToken cancel)
    {
        if (await Db.Invitations.SingleOrDefaultAsync(i => i.Id == InvitationId, cancel) is not { } invitation) return false;

        Invitation = invitation;
        return true;
    }
}
