using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Roundup.Data;
using Roundup.Data.People;
using Roundup.Model;
using Roundup.Web.Security;
using Roundup.Web.Site;
using Roundup.Web.Starting;

namespace Roundup.Web.Areas.Admin.Pages.Tokens;

/// <summary>Makes a token of one's own. It stands on the answer to this form and nowhere else: only its hash is kept.</summary>
public sealed class NewModel(RoundupDb db, IOptions<SiteOptions> site, TimeProvider clock) : PageModel
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    /// <summary>Null before it is made.</summary>
    public string? Token { get; private set; }

    public string Origin => site.Value.Url is not "" and var url ? url.TrimEnd('/') : $"{Request.Scheme}://{Request.Host.ToUriComponent()}";

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var name = (Input.Name ?? "").Trim();
        if (User.Id() is not { } person) return Forbid();
        if (name is "") return this.Refuse(new Refusal("Say what it is for: you will tell it from others by that.", nameof(Input.Name)));
        if (name.Length > ApiToken.NameLength) return this.Refuse(new Refusal($"A name has at most {ApiToken.NameLength} characters.", nameof(Input.Name)));
        if (await db.ApiTokens.CountAsync(t => t.PersonId == person && t.RevokedAt == null, cancel) >= ApiToken.Most)
            return this.Refuse(new Refusal($"Somebody has at most {ApiToken.Most} tokens. Revoke one that you don’t use."));

        var (kept, token) = ApiToken.Make(person, name, clock.GetUtcNow());
        db.Add(kept);
        db.Audit(User, "token.made", $"made the token {kept.Beginning}… for {name}", "", clock.GetUtcNow());
        if (await db.SaveAsync(cancel) is { } race) return this.Refuse(race);

        Token = token;
        return Page();
    }

    public sealed class InputModel
    {
        public string? Name { get; set; }
    }
}
