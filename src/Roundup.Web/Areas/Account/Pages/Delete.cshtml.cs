using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Roundup.Data;
using Roundup.Web.Security;
using Roundup.Web.Site;

namespace Roundup.Web.Areas.Account.Pages;

[EnableRateLimiting(RateLimits.Policy)]
public sealed class DeleteModel(RoundupDb db, SignIns signIn, Farewell farewell) : AccountPage(db, signIn)
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid) return this.RefuseShape();
        if (await ProveAsync(Input.Password) is { } refusal) return this.Refuse(refusal);
        if (await farewell.SayAsync(Oneself, Input.Words is "keep", cancel) is { } refused) return this.Refuse(refused);

        await Signing.SignOutAsync();
        return LocalRedirect("/account/gone");
    }

    public sealed class InputModel
    {
        [Required(ErrorMessage = "Say what becomes of your comments."), RegularExpression("keep|remove", ErrorMessage = "Say what becomes of your comments.")]
        public string Words { get; set; } = "";

        [Required(ErrorMessage = "Give your password."), StringLength(SetUpModel.PasswordLength, ErrorMessage = "A password has at most 256 characters.")]
        public string Password { get; set; } = "";
    }
}
