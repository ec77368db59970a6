using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Roundup.Data;
using Roundup.Model;
using Roundup.Web.Security;
using Roundup.Web.Site;

namespace Roundup.Web.Areas.Admin.Pages.Changes.Links;

/// <summary>Puts another address in place of a dead one.</summary>
[Authorize(Policies.Publish)]
public sealed class ReplaceModel(RoundupDb db, TimeProvider clock) : LinkPage(db)
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public void OnGet() => Input.Address = Address;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var (address, now) = ((Input.Address ?? "").Trim(), clock.GetUtcNow());
        if (address is "") return this.Refuse(new Refusal("Type the new address.", nameof(Input.Address)));
        if (Paper.ReplaceLink(Address ?? "", address, now) is { } refusal) return this.Refuse(refusal);

        await Db.NoteChangeAsync(Number, now, cancel);
        Db.Audit(User, "link.replaced", $"replaced a dead link of “{Paper.Title}”: {Address}", $"/admin/papers/{Number}", now);
        return await Db.SaveAsync(cancel) is { } race ? this.Refuse(race) : Redirect(DonePath("replaced"));
    }

    public sealed class InputModel
    {
        public string? Address { get; set; }
    }
}
