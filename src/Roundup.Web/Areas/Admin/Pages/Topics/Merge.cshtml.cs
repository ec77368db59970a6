using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Roundup.Data;
using Roundup.Data.Topics;
using Roundup.Model;
using Roundup.Web.Security;
using Roundup.Web.Site;

namespace Roundup.Web.Areas.Admin.Pages.Topics;

/// <summary>Makes one topic of two: papers and addresses move, the emptied one goes.</summary>
[Authorize(Policies.Publish)]
public sealed class MergeModel(RoundupDb db, TimeProvider clock) : TopicPage(db)
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public IReadOnlyList<Other> Others { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel) =>
        Others = await Db.Topics.Where(t => t.Id != Id).OrderBy(t => t.Key).Select(t => new Other(t.Id, t.Name)).ToListAsync(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await OnGetAsync(cancel);
        if (!ModelState.IsValid || Others.FirstOrDefault(o => o.Id == Input.Into) is not { } into) return this.Refuse(new Refusal("Choose a topic that there is.", nameof(Input.Into)));

        Db.Audit(User, "topic.merged", $"merged the topic “{Topic.Name}” into “{into.Name}”", $"/admin/topics/{into.Id}/edit", clock.GetUtcNow());
        return await Db.MergeTopicsAsync(Topic, into.Id, cancel) is { } refusal ? this.Refuse(refusal) : Redirect($"/admin/topics#t-{into.Id}");
    }

    public sealed record Other(int Id, string Name);

    public sealed class InputModel
    {
        public int Into { get; set; }
    }
}
