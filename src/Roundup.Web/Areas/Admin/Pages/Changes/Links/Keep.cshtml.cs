using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Roundup.Data;
using Roundup.Model.Papers;
using Roundup.Web.Security;
using Roundup.Web.Site;

namespace Roundup.Web.Areas.Admin.Pages.Changes.Links;

/// <summary>A link that seems to be gone stays: marked for readers, or because something is there after all. Nothing said undoes that.</summary>
[Authorize(Policies.Publish)]
public sealed class KeepModel(RoundupDb db, TimeProvider clock) : LinkPage(db)
{
    [BindProperty]
    public string? As { get; set; }

    public IActionResult OnGet() => Redirect(ChangePage.ListPath);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var verdict = As switch { "gone" => LinkVerdict.KeptAsGone, "works" => LinkVerdict.Works, _ => LinkVerdict.None };
        if (Paper.JudgeLink(Address ?? "", verdict) is { } refusal) return this.Refuse(refusal);

        Db.Audit(User, "link.kept", $"decided about a link of “{Paper.Title}”: {Address}", $"/admin/papers/{Number}", clock.GetUtcNow());
        return await Db.SaveAsync(cancel) is { } race ? this.Refuse(race) : Redirect(verdict is LinkVerdict.None ? ChangePage.ListPath : DonePath(As!));
    }
}
