using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Roundup.Data;
using Roundup.Data.People;
using Roundup.Model;
using Roundup.Model.Discussion;
using Roundup.Web.Site;

namespace Roundup.Web.Areas.Account;

/// <summary>A page on which one gives an address and gets a mail, if there is an account. What it answers is the same for every address.</summary>
public abstract class AddressPage(RoundupDb db, UserManager<Person> people, AccountMail mail, PasswordEffort effort) : PageModel
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    protected UserManager<Person> People => people;

    protected AccountMail Mail => mail;

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!mail.CanWrite) return this.Refuse(new Refusal("No mail can be sent from here yet: the site does not know its own address (Site:Url)."));
        if (!ModelState.IsValid) return this.RefuseShape();
        if (Commenter.Address(Input.Email) is not { } address) return this.Refuse(new Refusal("Give an e-mail address that mail reaches: like ann@example.org.", nameof(Input.Email)));

        if (await people.FindByEmailAsync(address) is { } person)
        {
            await WriteAsync(person, cancel);
            await db.SaveAsync(cancel);
        }

        await effort.EvenOutAsync(cancel);
        return LocalRedirect("/account/sent");
    }

    /// <summary>Queues what there is to say to whoever has the address.</summary>
    protected abstract Task WriteAsync(Person person, CancellationToken cancel);

    public sealed class InputModel
    {
        [Required(ErrorMessage = "Give your e-mail address."), StringLength(256, ErrorMessage = "An e-mail address has at most 256 characters.")]
        public string Email { get; set; } = "";
    }
}
