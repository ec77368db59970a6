using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Roundup.Data;
using Roundup.Web.Security;
using Roundup.Web.Site;

namespace Roundup.Web.Areas.Account.Pages.Passkeys;

public sealed class RenameModel(RoundupDb db, SignIns signIn) : AccountPage(db, signIn)
{
    [BindProperty(SupportsGet = true)]
    public string? Id { get; set; }

    [BindProperty, Required(ErrorMessage = "Give it a name."), StringLength(80, ErrorMessage = "A name has at most 80 characters.")]
    public string Name { get; set; } = "";

    private UserPasskeyInfo Passkey { get; set; } = null!;

    public void OnGet() => Name = Passkey.Name ?? "";

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid) return this.RefuseShape();

        Passkey.Name = PasskeyId.Named(Name, Passkey.Name ?? "Passkey");
        return await People.AddOrUpdatePasskeyAsync(Oneself, Passkey) is { Succeeded: false } odd ? this.Refuse(odd) : LocalRedirect("/account/passkeys");
    }

    protected override async Task<bool> FindAsync()
    {
        if (PasskeyId.Read(Id) is not { Length: > 0 } id || await People.GetPasskeyAsync(Oneself, id) is not { } passkey) return false;

        Passkey = passkey;
        return true;
    }
}
