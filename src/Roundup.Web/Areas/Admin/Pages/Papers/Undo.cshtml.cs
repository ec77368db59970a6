using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Roundup.Data;
using Roundup.Data.Papers;
using Roundup.Model.Papers;
using Roundup.Web.Security;
using Roundup.Web.Site;

namespace Roundup.Web.Areas.Admin.Pages.Papers;

/// <summary>Takes a merge back. What was changed since stays, and is told.</summary>
[Authorize(Policies.Publish)]
public sealed class UndoModel(RoundupDb db, TimeProvider clock) : PaperPage(db)
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public PaperMerge? Merge { get; private set; }

    /// <summary>What could not be put back; null before it is done.</summary>
    public IReadOnlyList<string>? Left { get; private set; }

    public async Task<IActionResult> OnGetAsync([FromQuery] int merge, CancellationToken cancel)
    {
        Input.Merge = merge;
        return await FindAsync(cancel) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel)) return NotFound();

        var (refusal, left) = await Db.UndoAsync(Input.Merge, User.PrintedName(), clock.GetUtcNow(), cancel);
        Db.Audit(User, "paper.parted", $"took “{Merge!.Absorbed.Title}” apart from “{Paper.Title}” again", PaperPath, clock.GetUtcNow());
        refusal ??= await Db.SaveAsync(cancel);
        if (refusal is not null) return this.Refuse(refusal);
        if (left is []) return Redirect(PaperPath);

        Left = left;
        return Page();
    }

    private async Task<bool> FindAsync(CancellationToken cancel) =>
        (Merge = await Db.PaperMerges.Include(m => m.Absorbed).ThenInclude(p => p.Identifiers).SingleOrDefaultAsync(m => m.Id == Input.Merge && m.KeptId == Id, cancel)) is not null;

    public sealed class InputModel
    {
        public int Merge { get; set; }
    }
}
