using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Roundup.Data;
using Roundup.Web.Security;
using Roundup.Web.Site;

namespace Roundup.Web.Areas.Admin.Pages.Issues.Entries;

/// <summary>A card made by hand, for a paper that no source knows or while there is no network.</summary>
[Authorize(Policies.Publish)]
public sealed class NewModel(RoundupDb db, TimeProvider clock) : IssuePage(db)
{
    [BindProperty]
    public PaperInput Paper { get; set; } = new();

    [BindProperty]
    public EntryInput Placed { get; set; } = new();

    public void OnGet() => Placed.Section = Issue.Entries is [.., var last] ? last.Section : null;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid) return this.RefuseShape();

        var now = clock.GetUtcNow();
        var paper = new Model.Papers.Paper("", now);
        if (Paper.Describe(paper, now) is { } refusal) return this.Refuse(refusal, nameof(Paper));

        var entry = Issue.Add(paper, now, "");
        if (Placed.Annotate(entry) is { } odd) return this.Refuse(odd, nameof(Placed));

        return await Db.SaveAsync(cancel) is { } race ? this.Refuse(race) : Redirect($"{EditPath}?open={entry.Id}#{entry.Anchor}");
    }
}
