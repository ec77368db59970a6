using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Roundup.Data;
using Roundup.Model.Topics;
using Roundup.Web.Security;
using Roundup.Web.Site;

namespace Roundup.Web.Areas.Admin.Pages.Topics;

[Authorize(Policies.Publish)]
public sealed class NewModel(RoundupDb db, TimeProvider clock) : PageModel
{
    [BindProperty]
    public TopicInput Input { get; set; } = new();

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if ((Topic.Open(Input.Name ?? "", now, out var topic) ?? topic.Describe(Input.About ?? "") ?? await TopicInput.TakenAsync(db, topic.Name, 0, cancel)) is { } refusal) return this.Refuse(refusal);

        db.Add(topic);
        db.Audit(User, "topic.made", $"made the topic “{topic.Name}”", "/admin/topics", now);
        return await db.SaveAsync(cancel) is { } race ? this.Refuse(race) : Redirect($"/admin/topics#t-{topic.Id}");
    }
}
