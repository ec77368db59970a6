using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using Roundup.Data;
using Roundup.Formats.Mail;
using Roundup.Web.Reading;
using Roundup.Web.Security;
using Roundup.Web.Site;
using Roundup.Web.Starting;

namespace Roundup.Web.Areas.Admin.Pages.Issues;

/// <summary>An issue as readers will see it: on the web, on a phone, as a mail and as the mail's plain text.</summary>
public sealed class PreviewModel(RoundupDb db, CurrentPublication current, IOptions<SiteOptions> site) : WorkPage(db)
{
    /// <summary>What there is to see, in the order of the tabs.</summary>
    public static IReadOnlyList<(string Name, string Words)> Ways { get; } = [("web", "Web"), ("phone", "Phone"), ("mail", "Mail"), ("text", "Plain text")];

    [FromQuery]
    public string? As { get; set; }

    public string Way => Ways.Any(w => w.Name == As) ? As! : Ways[0].Name;

    public IssueView View { get; private set; } = null!;

    public MailParts? Mail { get; private set; }

    public async Task OnGetAsync()
    {
        View = IssueView.Of(Issue, await current.ShownAsync());
        if (Way is "mail" or "text") Mail = View.ToMail(site.Value.OriginOf(Request)).Write();
        if (Way is "phone" or "mail") Response.HoldsFrame();
    }
}
