using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Roundup.Data;
using Roundup.Model.Topics;
using Roundup.Web.Security;
using Roundup.Web.Site;

namespace Roundup.Web.Areas.Admin.Pages.Topics;

/// <summary>Deletes a topic that no paper is about.</summary>
[Authorize(Policies.Publish)]
public sealed class DeleteModel(RoundupDb db, TimeProvider clock) : TopicPage(db)
{
    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (Topic.Keep(Papers) is { } refusal) return this.Refuse(refusal);

        Db.Remove(Topic);
        Db.Audit(User, "topic.deleted", $"deleted the topic “{Topic.Name}”", "/admin/topics", clock.GetUtcNow());
        return await Db.SaveAsync(cancel) is { } race ? this.Refuse(race) : Redirect("/admin/topics");
    }
}
