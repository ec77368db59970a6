using Roundup.Data;
using Roundup.Web.Site;

namespace Roundup.Web.Areas.Admin.Pages.Issues;

/// <summary>An issue as readers will see it, in the publication's own clothes.</summary>
public sealed class PreviewModel(RoundupDb db, CurrentPublication current) : WorkPage(db)
{
    public IssueView View { get; private set; } = null!;

    public async Task OnGetAsync() => View = IssueView.Of(Issue, await current.ShownAsync());
}
