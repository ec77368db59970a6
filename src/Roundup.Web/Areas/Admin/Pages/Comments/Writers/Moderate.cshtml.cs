using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Roundup.Data;
using Roundup.Model;
using Roundup.Model.Discussion;
using Roundup.Web.Security;
using Roundup.Web.Site;
using Roundup.Web.Talk;

namespace Roundup.Web.Areas.Admin.Pages.Comments.Writers;

/// <summary>Trusts a writer, bans one, or takes that back.</summary>
[Authorize(Policies.Publish)]
public sealed class ModerateModel(RoundupDb db, Moderation moderation, TimeProvider clock) : PageModel
{
    [FromRoute]
    public int Id { get; set; }

    [BindProperty]
    public ModerationAct Act { get; set; }

    public IActionResult OnGet() => Redirect(WriterPage.ListPath);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await db.Commenters.SingleOrDefaultAsync(c => c.Id == Id, cancel) is not { } writer) return NotFound();
        if (!ModelState.IsValid) return this.Refuse(new Refusal("Choose what to do from the list."));

        var outcome = await moderation.DoToWriterAsync(Act, writer, User, cancel);
        if (outcome.Refusal is { } refusal) return this.Refuse(refusal);

        var deed = outcome.Deed!;
        db.Audit(User, $"writer.{Act.ToString().ToLowerInvariant()}", CommentWords.Logged(Act, 0, outcome.Names), WriterPage.ListPath, clock.GetUtcNow());
        if (await db.SaveAsync(cancel) is { } race) return this.Refuse(race with { Sentence = "Somebody else was quicker. Look at the list again." });
        return Redirect($"{WriterPage.ListPath}?done={deed.Id}#said");
    }
}
