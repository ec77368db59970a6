using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Roundup.Data;
using Roundup.Data.People;
using Roundup.Model;
using Roundup.Web.Areas.Admin;
using Roundup.Web.Security;
using Roundup.Web.Site;

namespace Roundup.Web.Areas.Account.Pages;

/// <summary>
/// What an invitation opens. Opening it changes nothing, as mail scanners open links too; the button makes the account, or raises the one that
/// is signed in. A link that opens nothing says the same whether it was used, revoked, ran out or never was.
/// </summary>
[EnableRateLimiting(RateLimits.Policy)]
public sealed class JoinModel(RoundupDb db, UserManager<Person> people, SignInManager<Person> signIn, PrintedNames names, TimeProvider clock) : PageModel
{
    private Invitation _invitation = null!;

    [BindProperty(SupportsGet = true)]
    public string? Token { get; set; }

    [BindProperty]
    public InputModel Input { get; set; } = new();

    public bool IsOver { get; private set; }

    public Role Role => _invitation.Role;

    /// <summary>The name of who invites.</summary>
    public string InvitedBy => _invitation.CreatedBy;

    /// <summary>The account that is signed in; null for nobody's.</summary>
    public Person? Oneself { get; private set; }

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var hash = Secret.HashOf(Token ?? "");
        var found = await db.Invitations.SingleOrDefaultAsync(i => i.TokenHash == hash, HttpContext.RequestAborted);
        if (found?.IsOpen(clock.GetUtcNow()) is true)
        {
            _invitation = found;
            Oneself = User.Id() is { } id ? await db.Users.SingleOrDefaultAsync(p => p.Id == id && p.LeftAt == null, HttpContext.RequestAborted) : null;
            await next();
            return;
        }

        context.Result = Over(found is null ? StatusCodes.Status404NotFound : StatusCodes.Status410Gone);
    }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (Oneself is not null) return await RaiseAsync(Oneself, cancel);
        if (!ModelState.IsValid) return this.RefuseShape();

        // A name is what opinions are told apart by. Readers may be called alike: none of them is to be able to keep somebody from theirs.
        var (refusal, name) = await names.ReadAsync(Input.Name, oneself: null, cancel);
        if (refusal is not null) return this.Refuse(refusal);

        // The invitation is used up and its account is there, or neither; the keeper of accounts saves by itself.
        await using var together = await db.Database.BeginTransactionAsync(cancel);
        var now = clock.GetUtcNow();
        _invitation.Accept(now);
        if (await db.SaveAsync(cancel) is not null) return Over(StatusCodes.Status410Gone);

        var person = new Person { UserName = Input.Email, Email = Input.Email, Name = name, Role = Role, CreatedAt = now, EmailConfirmed = false };
        var made = IdentityResult.Success;
        if (await Saving.RacingAsync(async () => made = await people.CreateAsync(person, Input.Password)) is { } taken) return this.Refuse(taken);
        if (!made.Succeeded) return Refuse(made);

        Note(person, now);
        await db.SaveChangesAsync(cancel);
        await together.CommitAsync(cancel);
        await signIn.SignInAsync(person, isPersistent: true);
        return LocalRedirect("/admin");
    }

    private async Task<IActionResult> RaiseAsync(Person person, CancellationToken cancel)
    {
        ModelState.Clear();
        if (person.Role >= Role) return this.Refuse(new Refusal($"You are {person.Role.WithArticle} already: this link gives you nothing more. Hand it to whom it was made for."));

        person.Role = Role;
        person.Touch();
        _invitation.Accept(clock.GetUtcNow());
        Note(person, clock.GetUtcNow());
        if (await db.SaveAsync(cancel) is not null) return Over(StatusCodes.Status410Gone);

        await signIn.RefreshSignInAsync(person);
        return LocalRedirect("/admin");
    }

    private void Note(Person person, DateTimeOffset now)
    {
        _invitation.AcceptedById = person.Id;
        db.Audit(person, "invitation.accepted", $"joined as {Role.WithArticle}, invited by {InvitedBy}", "/admin/people", now);
    }

    private PageResult Over(int status)
    {
        (IsOver, Response.StatusCode) = (true, status);
        return Page();
    }

    private IActionResult Refuse(IdentityResult result)
    {
        foreach (var error in result.Errors.DistinctBy(e => e.Code is "DuplicateUserName" ? "DuplicateEmail" : e.Code))
        {
            this.Refuse(error.Code is "DuplicateUserName" or "DuplicateEmail"
                ? new Refusal("There is an account with this address already. Sign in with it, then open this link again.", nameof(Input.Email))
                : new Refusal(error.Description, error.Code.StartsWith("Password", StringComparison.Ordinal) ? nameof(Input.Password) : nameof(Input.Email)));
        }

        return this.RefuseShape();
    }

    public sealed class InputModel
    {
        [Required(ErrorMessage = "Say who you are."), StringLength(Person.NameLength, ErrorMessage = "A name has at most 200 characters.")]
        public string Name { get; set; } = "";

        [Required(ErrorMessage = "Give your e-mail address."), EmailAddress(ErrorMessage = "That is not an e-mail address."), StringLength(256, ErrorMessage = "An e-mail address has at most 256 characters.")]
        public string Email { get; set; } = "";

        [Required(ErrorMessage = "Choose a password."), StringLength(SetUpModel.PasswordLength, ErrorMessage = "A password has at most 256 characters.")]
        public string Password { get; set; } = "";
    }
}
