using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Roundup.Data;
using Roundup.Data.Issues;
using Roundup.Model;
using Roundup.Model.Issues;
using Roundup.Web.Reading;
using Roundup.Web.Security;
using Roundup.Web.Site;
using Roundup.Web.Talk;

namespace Roundup.Web.Areas.Admin.Pages.Issues;

/// <summary>Shows what readers will see changed, word by word, and makes it public with a date and a note.</summary>
[Authorize(Policies.Publish)]
public sealed class CorrectModel(RoundupDb db, CurrentPublication current, SuggestionFates fates, TimeProvider clock) : CopyPage(db)
{
    private string _label = "My opinion";

    [BindProperty]
    public InputModel Input { get; set; } = new();

    public IssueChanges Changes { get; private set; } = new([]);

    public async Task OnGetAsync() => await ShowAsync();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var seen = Input.Seen;
        await ShowAsync();
        if (Copy is null) return this.Refuse(new Refusal("There are no changes here any more: somebody has published or dropped them."));
        if (seen != Mark) return Compare("Somebody changed the issue in the meantime. Look at what readers will see now, and publish again.");
        if (await Db.CorrectAsync(Issue, Copy, Input.Note ?? "", User.PrintedName(), clock.GetUtcNow(), cancel) is { } refusal) return this.Refuse(refusal);

        await fates.AppearAsync(Issue, User.PrintedName(), clock.GetUtcNow(), cancel);
        Db.Audit(User, "issue.corrected", $"corrected issue {Number}", Paths.Issue(Number, Issue.Slug), clock.GetUtcNow());
        return await Db.SaveAsync(cancel) is { } race ? this.Refuse(race) : Redirect(Paths.Issue(Number, Issue.Slug));
    }

    /// <summary>What a change is about: the introduction, or: My opinion on “Title”.</summary>
    public string NameOf(IssueChange change) => change.Part switch
    {
        ChangedPart.Closing => "Closing words",
        ChangedPart.Paper => change.Before is "" ? "Paper added" : "Paper taken out",
        ChangedPart.Section => $"Heading over “{change.Entry!.Paper.Title}”",
        ChangedPart.Text => $"Text beside “{change.Entry!.Paper.Title}”",
        ChangedPart.Links => $"Related links of “{change.Entry!.Paper.Title}”",
        ChangedPart.Opinion => $"{Opinion.LabelOf(change.Author, _label)} on “{change.Entry!.Paper.Title}”",
        ChangedPart.Thanks => $"Who suggested “{change.Entry!.Paper.Title}”",
        ChangedPart.Order => "Order of the papers",
        _ => $"{change.Part}",
    };

    private async Task ShowAsync()
    {
        if (Copy is not null) Changes = IssueChanges.Between(Issue, Copy);
        _label = (await current.ReadAsync())?.OpinionLabel ?? _label;
        ModelState.Remove("Input.Seen");
        Input.Seen = Mark;
    }

    public sealed class InputModel
    {
        public string? Note { get; set; }

        /// <summary>The mark of what the form showed.</summary>
        public string? Seen { get; set; }
    }
}
