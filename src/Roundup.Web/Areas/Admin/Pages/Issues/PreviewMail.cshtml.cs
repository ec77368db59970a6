using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using Roundup.Data;
using Roundup.Web.Reading;
using Roundup.Web.Security;
using Roundup.Web.Site;
using Roundup.Web.Starting;

namespace Roundup.Web.Areas.Admin.Pages.Issues;

/// <summary>The HTML part of the mail, to stand in a frame of the preview: it has a policy of its own, for its styles are within it.</summary>
public sealed class PreviewMailModel(RoundupDb db, CurrentPublication current, IOptions<SiteOptions> site) : IssuePage(db)
{
    public async Task<IActionResult> OnGetAsync()
    {
        var mail = IssueView.Of(Issue, await current.ShownAsync()).ToMail(site.Value.OriginOf(Request)).Write();
        Response.IsMailInFrame();
        // In a mailbox a link opens a page of its own; here the frame would lose the mail.
        return Content(mail.Html.Replace("<a href=\"http", "<a target=\"_blank\" rel=\"noopener\" href=\"http", StringComparison.Ordinal), "text/html; charset=utf-8");
    }
}
