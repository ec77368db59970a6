using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Roundup.Data;
using Roundup.Data.Papers;
using Roundup.Model;
using Roundup.Model.Papers;
using Roundup.Sources;
using Roundup.Web.Security;
using Roundup.Web.Site;

namespace Roundup.Web.Areas.Admin.Pages.Papers.Names;

/// <summary>One more name for a paper. A name that another paper has shows that the two may be one.</summary>
[Authorize(Policies.Publish)]
public sealed class AddModel(RoundupDb db, PaperFinder finder, TimeProvider clock) : PaperPage(db)
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    /// <summary>The paper that has this name already; null for none.</summary>
    public Paper? Owner { get; private set; }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (finder.Recognise((Input.Name ?? "").Trim(), anyPage: true) is not { } id || id.Value.Length > PaperId.MaxLength)
            return this.Refuse(new("This names no paper. Write an arXiv id, a DOI or another id as it is cited, or the address of the paper’s page.", nameof(Input.Name)));
        if (await FindOwnerAsync(id, cancel) is { } refusal) return this.Refuse(refusal);

        Paper.Identify(id);
        if (Paper.WantsFilling || Paper.FilledAt is null) await Db.WantAsync(ErrandKind.Fill, [Paper], clock.GetUtcNow(), cancel);
        Db.Audit(User, "paper.named", $"gave “{Paper.Title}” the name {id.Value}", PaperPath, clock.GetUtcNow());
        return await Db.SaveAsync(cancel) is { } race ? this.Refuse(race) : Redirect($"{PaperPath}#names");
    }

    private async Task<Refusal?> FindOwnerAsync(PaperId id, CancellationToken cancel)
    {
        if (!(await Db.Papers.ByKeyAsync([id], cancel)).TryGetValue(id.Key, out var owner) || owner.Id == Id) return null;

        Owner = owner;
        return new($"Paper {owner.Id} is {id.Key} already. If the two are one, put them together.", nameof(Input.Name));
    }

    public sealed class InputModel
    {
        public string? Name { get; set; }
    }
}
