using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Roundup.Data;
using Roundup.Data.Papers;
using Roundup.Model;
using Roundup.Sources;
using Roundup.Web.Security;
using Roundup.Web.Site;

namespace Roundup.Web.Areas.Admin.Pages.Papers;

/// <summary>Puts two papers together, after a look at both side by side.</summary>
[Authorize(Policies.Publish)]
public sealed class MergeModel(RoundupDb db, PaperFinder finder, PaperIdentity identity, TimeProvider clock) : PaperPage(db)
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public DeskPaper One { get; private set; } = null!;

    /// <summary>Null where no other paper was found.</summary>
    public DeskPaper? Other { get; private set; }

    /// <summary>The paper whose words stay.</summary>
    public int Keep { get; private set; }

    public async Task<IActionResult> OnGetAsync([FromQuery] string? with, CancellationToken cancel)
    {
        Input.With = await ReadAsync((with ?? "").Trim(), cancel);
        // Who has not named another paper yet is shown where to, and has done nothing wrong.
        return await ShowAsync(cancel) is { } refusal && !string.IsNullOrWhiteSpace(with) ? this.Refuse(refusal) : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await ShowAsync(cancel) is { } odd) return this.Refuse(odd);

        var (kept, absorbed) = Keep == Id ? (Paper, Other!.Paper) : (Other!.Paper, Paper);
        var (refusal, _) = await Db.MergeAsync(kept, absorbed, User.PrintedName(), "an editor compared the two", clock.GetUtcNow(), cancel);
        Db.Audit(User, "paper.merged", $"put “{absorbed.Title}” together with “{kept.Title}”", $"/admin/papers/{kept.Id}", clock.GetUtcNow());
        refusal ??= await Db.SaveAsync(cancel);
        return refusal is null ? Redirect($"/admin/papers/{kept.Id}#merges") : this.Refuse(refusal);
    }

    private async Task<int> ReadAsync(string with, CancellationToken cancel)
    {
        if (int.TryParse(with, out var number)) return number;
        return finder.Recognise(with, anyPage: true) is { } id && (await Db.Papers.ByKeyAsync([id], cancel)).TryGetValue(id.Key, out var paper) ? paper.Id : 0;
    }

    private async Task<Refusal?> ShowAsync(CancellationToken cancel)
    {
        var papers = await DeskPaper.ReadAsync(Db, [Id, await Db.StandsForAsync(Input.With, cancel)], cancel);
        One = papers[0];
        if (papers is not [_, var other]) return new("No paper with this number, id or address is known. Look for it among all papers.", nameof(Input.With));
        if (other.Paper.Id == Id) return new("That is this paper itself.", nameof(Input.With));

        Other = other;
        Keep = Input.Keep is { } chosen && (chosen == Id || chosen == other.Paper.Id) ? chosen : await identity.KeptOfAsync(Paper, other.Paper, cancel);
        return null;
    }

    public sealed class InputModel
    {
        /// <summary>The other paper's number.</summary>
        public int With { get; set; }

        /// <summary>The number of the paper that is kept; null for the one that readers know, else the older.</summary>
        public int? Keep { get; set; }
    }
}
