using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Roundup.Data;
using Roundup.Web.Security;

namespace Roundup.Web.Areas.Account.Pages.Passkeys;

/// <summary>What a device has to know to make a passkey, for the script of the form: JSON, or a sentence why not.</summary>
[EnableRateLimiting(RateLimits.Policy)]
public sealed class OptionsModel(RoundupDb db, SignIns signIn) : AccountPage(db, signIn)
{
    [BindProperty(Name = "Input.Password")]
    public string? Password { get; set; }

    public IActionResult OnGet() => LocalRedirect("/account/passkeys/new");

    public async Task<IActionResult> OnPostAsync()
    {
        if (Password is not { Length: > 0 and <= SetUpModel.PasswordLength }) return Say("Give your password.");
        if (await ProveAsync(Password) is { } refusal) return Say(refusal.Sentence);
        if ((await People.GetPasskeysAsync(Oneself)).Count >= PasskeyId.Most) return Say($"At most {PasskeyId.Most} passkeys: remove one first.");

        return Content(await Signing.MakePasskeyCreationOptionsAsync(new PasskeyUserEntity { Id = $"{Oneself.Id}", Name = Oneself.Email ?? "", DisplayName = Oneself.Name }), "application/json");
    }

    private static ObjectResult Say(string sentence) => new(new ProblemDetails { Title = sentence, Status = StatusCodes.Status422UnprocessableEntity }) { StatusCode = StatusCodes.Status422UnprocessableEntity };
}
