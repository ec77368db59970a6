using Microsoft.AspNetCore.Mvc;
using Roundup.Data;

namespace Roundup.Web.Pages.Comments;

/// <summary>Which mails come.</summary>
public sealed class MailsModel(RoundupDb db) : PrivateCommentsPage(db)
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public IActionResult OnGet() => Redirect(Home);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        Commenter.WantMail(Input.Replies, Input.Fates);
        return Done(await Db.SaveAsync(cancel), "mails");
    }

    public sealed class InputModel
    {
        public bool Replies { get; set; }

        public bool Fates { get; set; }
    }
}
