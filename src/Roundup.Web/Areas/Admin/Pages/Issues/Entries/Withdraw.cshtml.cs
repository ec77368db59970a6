using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc;
using Roundup.Data;
using Roundup.Model.Issues;
using Roundup.Web.Security;
using Roundup.Web.Site;

namespace Roundup.Web.Areas.Admin.Pages.Issues.Entries;

/// <summary>
/// Takes an opinion out: an editor any, whoever wrote it their own while the issue is a draft. The answer carries the words, so that one button
/// puts them back.
/// </summary>
public sealed class WithdrawModel(RoundupDb db, IDataProtectionProvider protection, TimeProvider clock) : EntryPage(db)
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public Opinion? Opinion { get; private set; }

    /// <summary>The words, sealed, once they are taken out.</summary>
    public string? Kept { get; private set; }

    /// <summary>Whose it is, as a sentence has it.</summary>
    public string Whose => Opinion!.PersonId is { } author && author == User.Id() ? "your opinion" : Opinion.Author is "" ? "the publication’s opinion" : $"the opinion of {Opinion.Author}";

    public IActionResult OnGet([FromQuery] int opinion) => Look(opinion) ?? Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (Look(Input.Opinion) is { } answer) return answer;

        var now = clock.GetUtcNow();
        Entry.Withdraw(Opinion!);
        Issue.NoteChange(now);
        Db.Audit(User, "opinion.withdrawn", $"took {(Opinion!.PersonId == User.Id() ? "their own opinion" : Whose)} on “{Entry.Paper.Title}” out of issue {Number}", EditPath, now);
        if (await Db.SaveAsync(cancel) is { } race) return this.Refuse(race);

        Kept = KeptOpinion.Of(Number, Opinion).Seal(protection);
        return Page();
    }

    private IActionResult? Look(int opinion)
    {
        Opinion = Entry.Opinion(opinion);
        Input.Opinion = opinion;
        return Opinion is null ? NotFound() : User.MayWithdraw(Opinion) ? null : Forbid();
    }

    public sealed class InputModel
    {
        public int Opinion { get; set; }
    }
}
