using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Roundup.Data;
using Roundup.Data.Papers;
using Roundup.Model;
using Roundup.Web.Security;
using Roundup.Web.Site;

namespace Roundup.Web.Areas.Admin.Pages.Papers;

/// <summary>Remembers that two papers which look like one are two.</summary>
[Authorize(Policies.Publish)]
public sealed class DistinguishModel(RoundupDb db, TimeProvider clock) : PaperPage(db)
{
    [BindProperty]
    public MergeModel.InputModel Input { get; set; } = new();

    public IActionResult OnGet() => Redirect(PaperPath);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (Input.With == Id || await Db.PaperAsync(Input.With, cancel) is not { } other) return this.Refuse(new Refusal("That other paper is not known any more."));

        await Db.DistinguishAsync(Paper, other, User.PrintedName(), clock.GetUtcNow(), cancel);
        Db.Audit(User, "paper.distinguished", $"said that “{Paper.Title}” and “{other.Title}” are two papers", PaperPath, clock.GetUtcNow());
        // Whoever was quicker said the same.
        await Db.SaveAsync(cancel);
        return Redirect(await Db.TwinsOfAsync(Model.Papers.PaperLook.Of(Paper), cancel) is [] ? "/admin/papers/twins" : PaperPath);
    }
}
