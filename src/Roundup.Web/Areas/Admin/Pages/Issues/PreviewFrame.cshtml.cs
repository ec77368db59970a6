using Roundup.Data;
using Roundup.Web.Reading;
using Roundup.Web.Security;

namespace Roundup.Web.Areas.Admin.Pages.Issues;

/// <summary>The page that readers will get, to stand in a frame of the preview.</summary>
public sealed class PreviewFrameModel(RoundupDb db, CurrentPublication current) : IssuePage(db)
{
    public IssueView View { get; private set; } = null!;

    public async Task OnGetAsync()
    {
        View = IssueView.Of(Issue, await current.ShownAsync());
        Response.StandsInFrame();
    }
}
