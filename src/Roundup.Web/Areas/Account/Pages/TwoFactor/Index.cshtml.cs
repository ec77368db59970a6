using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Roundup.Data;
using Roundup.Data.People;
using Roundup.Model;
using Roundup.Web.Reading;
using Roundup.Web.Security;
using Roundup.Web.Site;

namespace Roundup.Web.Areas.Account.Pages.TwoFactor;

/// <summary>Turns the second step on. Showing the page keeps nothing: the key that it offers travels in the form, sealed, until a code of it comes back.</summary>
[EnableRateLimiting(RateLimits.Policy)]
public sealed class IndexModel(
    RoundupDb db, SignIns signIn, IUserStore<Person> store, IDataProtectionProvider protection, CurrentPublication current, RecoveryCodes recovery, AccountMail mail) : AccountPage(db, signIn)
{
    private readonly IDataProtector _seal = protection.CreateProtector("Roundup.SecondStep");

    [BindProperty]
    public InputModel Input { get; set; } = new();

    public string Sealed { get; private set; } = "";

    /// <summary>The key as it is typed: in fours.</summary>
    public string Key { get; private set; } = "";

    public SquareCode? Square { get; private set; }

    public int CodesLeft { get; private set; }

    /// <summary>Shown once, when it was turned on.</summary>
    public IReadOnlyList<string>? Codes { get; private set; }

    public Task OnGetAsync() => OfferAsync(People.GenerateNewAuthenticatorKey());

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (Oneself.TwoFactorEnabled) return LocalRedirect("/account/two-factor");
        if (Unseal(Input.Sealed) is not { } key) return LocalRedirect("/account/two-factor");

        await OfferAsync(key);
        if (!ModelState.IsValid) return this.RefuseShape();
        if (await ProveAsync(Input.Password) is { } refusal) return this.Refuse(refusal);

        await ((IUserAuthenticatorKeyStore<Person>)store).SetAuthenticatorKeyAsync(Oneself, key, cancel);
        var code = SecondStepModel.Digits(Input.Code);
        if (!await People.VerifyTwoFactorTokenAsync(Oneself, Signing.Options.Tokens.AuthenticatorTokenProvider, code))
            return this.Refuse(new Refusal("That code is not one of this key now. Wait for the next, and check the clock of the device that makes it.", nameof(Input.Code)));

        await Signing.UseUpAsync(Oneself, key, code, store, cancel);
        var codes = await recovery.ReplaceAsync(Oneself, cancel);
        await mail.NoticeAsync(Oneself, "The second step was turned on", cancel);
        if (await People.SetTwoFactorEnabledAsync(Oneself, true) is { Succeeded: false } odd) return this.Refuse(odd);

        await Signing.RefreshSignInAsync(Oneself);
        Codes = codes;
        return Page();
    }

    private async Task OfferAsync(string key)
    {
        CodesLeft = await People.CountRecoveryCodesAsync(Oneself);
        var issuer = Uri.EscapeDataString((await current.ShownAsync()).Title);
        (Sealed, Key) = (_seal.Protect($"{Oneself.Id} {key}"), string.Join(' ', key.Chunk(4).Select(c => new string(c))));
        Square = SquareCode.Of($"otpauth://totp/{issuer}:{Uri.EscapeDataString(Oneself.Email ?? "")}?secret={key}&issuer={issuer}&digits=6&period=30");
    }

    private string? Unseal(string? words)
    {
        if (string.IsNullOrEmpty(words)) return null;

        try
        {
            return _seal.Unprotect(words).Split(' ') is [var id, var key] && id == $"{Oneself.Id}" ? key : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    public sealed class InputModel
    {
        [StringLength(2000)]
        public string? Sealed { get; set; }

        [Required(ErrorMessage = "Type the code."), StringLength(20, ErrorMessage = "A code has six digits.")]
        public string Code { get; set; } = "";

        [Required(ErrorMessage = "Give your password."), StringLength(SetUpModel.PasswordLength, ErrorMessage = "A password has at most 256 characters.")]
        public string Password { get; set; } = "";
    }
}
