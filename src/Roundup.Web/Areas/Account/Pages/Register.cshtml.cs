using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Roundup.Data;
using Roundup.Data.People;
using Roundup.Model;
using Roundup.Model.Discussion;
using Roundup.Web.Security;
using Roundup.Web.Site;

namespace Roundup.Web.Areas.Account.Pages;

/// <summary>Makes a reader's account. The page says the same, after the same time, whether or not the address has one; the mail says what is so.</summary>
[EnableRateLimiting(RateLimits.Policy)]
public sealed class RegisterModel(RoundupDb db, UserManager<Person> people, PrintedNames names, AccountMail mail, PasswordEffort effort, TimeProvider clock) : PageModel
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public IActionResult OnGet() => User.Identity?.IsAuthenticated is true ? LocalRedirect("/account") : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!mail.CanWrite) return this.Refuse(new Refusal("Nobody can register here yet: the site does not know its own address, which the mail needs (Site:Url)."));
        if (!ModelState.IsValid) return this.RefuseShape();
        if (Commenter.Address(Input.Email) is not { } address) return this.Refuse(new Refusal("Give an e-mail address that mail reaches: like ann@example.org.", nameof(Input.Email)));

        var (refusal, name) = await names.ReadAsync(Input.Name, oneself: null, cancel);
        if (refusal is not null) return this.Refuse(refusal);

        var person = new Person { UserName = address, Email = address, Name = name, Role = Role.Reader, CreatedAt = clock.GetUtcNow() };
        foreach (var rule in people.PasswordValidators)
            if (await rule.ValidateAsync(people, person, Input.Password) is { Succeeded: false } weak) return this.Refuse(weak);

        if (await people.FindByEmailAsync(address) is { } known) await SayKnownAsync(known, cancel);
        else if (await MakeAsync(person, cancel) is { Succeeded: false } odd) return this.Refuse(odd);

        await effort.EvenOutAsync(cancel);
        return LocalRedirect("/account/sent");
    }

    private async Task SayKnownAsync(Person known, CancellationToken cancel)
    {
        effort.Spend(Input.Password);
        if (known.LeftAt is null) await mail.SayKnownAsync(known, people, cancel);
        await db.SaveAsync(cancel);
    }

    // The account and its mail, or neither; the keeper of accounts saves by itself.
    private async Task<IdentityResult> MakeAsync(Person person, CancellationToken cancel)
    {
        await using var together = await db.Database.BeginTransactionAsync(cancel);
        var made = IdentityResult.Success;
        // Somebody with this address was quicker: the mail is on its way to them.
        if (await Saving.RacingAsync(async () => made = await people.CreateAsync(person, Input.Password)) is not null || made.Errors.Any(e => e.Code.StartsWith("Duplicate", StringComparison.Ordinal))) return IdentityResult.Success;
        if (!made.Succeeded) return made;

        await mail.ConfirmAsync(person, people, cancel);
        await db.SaveChangesAsync(cancel);
        await together.CommitAsync(cancel);
        return made;
    }

    public sealed class InputModel
    {
        [Required(ErrorMessage = "Give the name that is printed with your words."), StringLength(Person.NameLength, ErrorMessage = "A name has at most 80 characters.")]
        public string Name { get; set; } = "";

        [Required(ErrorMessage = "Give your e-mail address."), StringLength(256, ErrorMessage = "An e-mail address has at most 256 characters.")]
        public string Email { get; set; } = "";

        [Required(ErrorMessage = "Choose a password."), StringLength(SetUpModel.PasswordLength, ErrorMessage = "A password has at most 256 characters.")]
        public string Password { get; set; } = "";
    }
}
