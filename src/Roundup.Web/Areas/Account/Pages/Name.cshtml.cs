using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Roundup.Data;
using Roundup.Data.People;
using Roundup.Web.Security;
using Roundup.Web.Site;

namespace Roundup.Web.Areas.Account.Pages;

public sealed class NameModel(RoundupDb db, SignIns signIn, PrintedNames names, TimeProvider clock) : AccountPage(db, signIn)
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public void OnGet() => Input.Name = Oneself.Name;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid) return this.RefuseShape();

        var (refusal, name) = await names.ReadAsync(Input.Name, Oneself, cancel);
        if (refusal is not null) return this.Refuse(refusal);

        if (Oneself.Role > Role.Reader) Db.Audit(Oneself, "person.renamed", $"is called {name} from now on", "/admin/people", clock.GetUtcNow());
        Oneself.Name = name;
        Oneself.Touch();
        if (await Db.SaveAsync(cancel) is { } race) return this.Refuse(race);

        await Signing.RefreshSignInAsync(Oneself);
        return Done("name");
    }

    public sealed class InputModel
    {
        [Required(ErrorMessage = "Give the name that is printed with your words."), StringLength(Person.NameLength, ErrorMessage = "A name has at most 80 characters.")]
        public string Name { get; set; } = "";
    }
}
