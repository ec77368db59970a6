using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Roundup.Data;
using Roundup.Data.Topics;
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
        Db.Audit(User, "topic.deleted", $"deleted the topic “{Topic.Name}”", "/admin/topics", clock.GetUtcNow());
        return await Db.RemoveTopicAsync(Topic, cancel) is { } refusal ? this.Refuse(refusal) : Redirect("/admin/topics");
    }
}
