using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Roundup.Data;
using Roundup.Data.Issues;
using Roundup.Model.Issues;
using Roundup.Web.Reading;
using Roundup.Web.Security;
using Roundup.Web.Site;

namespace Roundup.Web.Areas.Admin.Pages.Issues.History;

/// <summary>Brings a version back. What stood is kept as a version, and so is this: bringing that back undoes it.</summary>
public sealed class RestoreModel(RoundupDb db, CurrentPublication current, TimeProvider clock) : TextPage(db, current)
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public Revision? Version { get; private set; }

    public IActionResult OnGet() => Redirect(ListPath);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid) return this.RefuseShape();
        Version = await Versions.AsNoTracking().FirstOrDefaultAsync(r => r.Id == Input.Version, cancel);
        if (Version is null) return NotFound();
        if (!MayRestore(Version)) return Forbid();
        if (Issue.Closed is { } closed) return this.Refuse(closed);
        if (Input.Seen != Restoring.Mark(Today)) return CompareAgain();

        var now = clock.GetUtcNow();
        if (Restoring.Apply(Issue, Text, Version, Input.Entry, User, now) is { } refusal) return this.Refuse(refusal);
        await Db.KeepRevisionsAsync(User.Writer(), now, folds: false, cancel);
        Db.Audit(User, "text.restored", $"brought an older text of issue {Number} back", ListPath, now);
        return await Db.SaveAsync(cancel) is { } race ? this.Refuse(race) : Redirect(ListPath);
    }

    private IActionResult CompareAgain()
    {
        ModelState.Remove("Input.Seen");
        Input.Seen = Restoring.Mark(Today);
        return Compare("Somebody changed this in the meantime. Look at what stands now, and bring the version back again.");
    }

    public sealed class InputModel
    {
        public int Version { get; set; }

        /// <summary>The mark of what stood when the button was shown.</summary>
        public string? Seen { get; set; }

        /// <summary>Where a text belongs that was taken out with its paper.</summary>
        public int? Entry { get; set; }
    }
}
