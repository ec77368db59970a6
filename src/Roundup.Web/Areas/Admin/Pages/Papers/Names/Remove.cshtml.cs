using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Roundup.Data;
using Roundup.Model.Papers;
using Roundup.Web.Security;
using Roundup.Web.Site;

namespace Roundup.Web.Areas.Admin.Pages.Papers.Names;

/// <summary>Takes a name from a paper that is another one's. What it belongs to can be given it then.</summary>
[Authorize(Policies.Publish)]
public sealed class RemoveModel(RoundupDb db, TimeProvider clock) : PaperPage(db)
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    /// <summary>Null where the paper has no such name (any more).</summary>
    public PaperIdentifier? Name => Paper.Identifiers.FirstOrDefault(i => i.Id == Input.Name);

    public IActionResult OnGet([FromQuery] int name)
    {
        Input.Name = name;
        return Name is null ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        // Somebody else took it away already: that is what was wanted.
        if (Name is not { } name) return Redirect($"{PaperPath}#names");

        Paper.Disown(name);
        Db.Audit(User, "paper.unnamed", $"took the name {name.Value} from “{Paper.Title}”", PaperPath, clock.GetUtcNow());
        return await Db.SaveAsync(cancel) is { } race ? this.Refuse(race) : Redirect($"{PaperPath}#names");
    }

    public sealed class InputModel
    {
        /// <summary>The number of the identifier.</summary>
        public int Name { get; set; }
    }
}
