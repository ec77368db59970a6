using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Roundup.Data;
using Roundup.Model;
using Roundup.Model.Discussion;
using Roundup.Web.Security;
using Roundup.Web.Site;
using Roundup.Web.Talk;

namespace Roundup.Web.Areas.Admin.Pages.Comments;

/// <summary>One deed, done to one comment or to many: the buttons of a comment and those above the list send the same.</summary>
[Authorize(Policies.Publish)]
public sealed class ModerateModel(RoundupDb db, Moderation moderation, TimeProvider clock) : PageModel
{
    private const int AtOnce = 200;

    [BindProperty]
    public InputModel Input { get; set; } = new();

    public IActionResult OnGet() => Redirect(CommentLists.Path);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid || !Enum.IsDefined(Input.Act) || !Enum.IsDefined(Input.List)) return this.Refuse(new Refusal("Choose what to do from the list."));

        var chosen = Input.Comments.Take(AtOnce).Select(Moderation.Seen.Of).OfType<Moderation.Seen>().DistinctBy(s => s.Id).ToList();
        var outcome = await moderation.DoAsync(Input.Act, chosen, User, cancel);
        if (outcome.Refusal is { } refusal) return this.Refuse(refusal);

        var deed = outcome.Deed!;
        db.Audit(User, $"comment.{deed.Act.ToString().ToLowerInvariant()}", CommentWords.Logged(deed.Act, deed.Comments.Count, outcome.Names), CommentLists.Path, clock.GetUtcNow());
        if (await db.SaveAsync(cancel) is { } race) return this.Refuse(race with { Sentence = "Somebody else was quicker. Look at the list again." });
        return Redirect(Then(deed.Id, outcome.Left, chosen[0].Id));
    }

    // What nobody can answer yet, because its writer has not confirmed it, is only approved.
    private string Then(int deed, int left, int first) => Input.Reply is { } issue && db.Comments.Local.Any(c => c.Id == first && c.State is CommentState.Public)
        ? $"/issues/{issue}/comment?reply={first}"
        : $"{CommentLists.PathOf(Input.List, $"done={deed}{(left > 0 ? $"&left={left}" : "")}{(Input.Page > 1 ? $"&page={Input.Page}" : "")}")}#said";

    public sealed class InputModel
    {
        public ModerationAct Act { get; set; }

        /// <summary>Each as it was seen: 12.3.</summary>
        public List<string> Comments { get; set; } = [];

        /// <summary>Where the editor goes on.</summary>
        public CommentListKind List { get; set; }

        public int Page { get; set; }

        /// <summary>The issue in which an answer is written next; null for none.</summary>
        public int? Reply { get; set; }
    }
}
