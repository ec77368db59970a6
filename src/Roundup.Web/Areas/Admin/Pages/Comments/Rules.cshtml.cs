using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Roundup.Data;
using Roundup.Data.Issues;
using Roundup.Formats;
using Roundup.Model;
using Roundup.Model.Discussion;
using Roundup.Web.Security;
using Roundup.Web.Site;

namespace Roundup.Web.Areas.Admin.Pages.Comments;

/// <summary>What readers may say, for how long, and what is held for an editor first.</summary>
[Authorize(Policies.Publish)]
public sealed class RulesModel(RoundupDb db, TimeProvider clock) : PageModel
{
    private Publication _publication = null!;

    [BindProperty]
    public InputModel Input { get; set; } = new();

    public InputModel? Meanwhile { get; private set; }

    /// <summary>How many published issues take comments, and how many do not any more, by the rules as they are kept.</summary>
    public (int Open, int Closed) Issues { get; private set; }

    [FromQuery]
    public string? Saved { get; set; }

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await db.Publications.SingleOrDefaultAsync(HttpContext.RequestAborted) is not { } publication)
        {
            context.Result = NotFound();
            return;
        }

        _publication = publication;
        Issues = await CountAsync(publication.Discussion, HttpContext.RequestAborted);
        await next();
    }

    public void OnGet() => Input = InputModel.Of(_publication);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid) return this.RefuseShape();
        if (Input.Version != _publication.Version && InputModel.Of(_publication).IsSameAs(Input)) return Redirect("/admin/comments/rules?saved=yes");
        if (Input.Version != _publication.Version) return Compare();
        if ((SafeMarkdown.Render(Input.HouseRules ?? "", ProseKind.Editorial, out var words) is { } odd ? odd with { Field = nameof(Input.HouseRules) } : _publication.Moderate(Input.ToRules(), words)) is { } refusal) return this.Refuse(refusal);

        db.Audit(User, "discussion.changed", "changed the rules of the discussion", "/admin/comments/rules", clock.GetUtcNow());
        return await db.SaveAsync(cancel) is { } race ? this.Refuse(race) : Redirect("/admin/comments/rules?saved=yes");
    }

    private async Task<(int Open, int Closed)> CountAsync(DiscussionRules rules, CancellationToken cancel)
    {
        var all = await db.Issues.Published.CountAsync(cancel);
        if (!rules.IsOn) return (0, all);

        var end = clock.GetUtcNow().AddDays(-rules.CloseAfterDays);
        var closed = rules.CloseAfterDays == 0 ? 0 : await db.Issues.Published.CountAsync(i => i.PublishedAt <= end, cancel);
        return (all - closed, closed);
    }

    private IActionResult Compare()
    {
        Meanwhile = InputModel.Of(_publication);
        ModelState.Remove("Input.Version");
        Input.Version = _publication.Version;
        ModelState.AddModelError("", "Somebody changed the settings in the meantime. What is kept stands below yours where it differs; saving again keeps yours.");
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    public sealed class InputModel
    {
        public bool IsOn { get; set; }

        public int CloseAfterDays { get; set; }

        public int MostLinks { get; set; }

        public string? HeldWords { get; set; }

        public string? HouseRules { get; set; }

        public bool AsksForWork { get; set; }

        public int Version { get; set; }

        public DiscussionRules ToRules() => new(IsOn, CloseAfterDays, MostLinks, (HeldWords ?? "").ReplaceLineEndings("\n").Trim('\n'), AsksForWork);

        public bool IsSameAs(InputModel other) => ToRules() == other.ToRules() && (HouseRules ?? "") == (other.HouseRules ?? "");

        public static InputModel Of(Publication kept) => new()
        {
            IsOn = kept.Discussion.IsOn,
            CloseAfterDays = kept.Discussion.CloseAfterDays,
            MostLinks = kept.Discussion.MostLinks,
            HeldWords = kept.Discussion.HeldWords,
            HouseRules = kept.HouseRules.Source,
            AsksForWork = kept.Discussion.AsksForWork,
            Version = kept.Version,
        };
    }
}
