using Roundup.Data;
using Roundup.Web.Site;

namespace Roundup.Web.Areas.Admin.Pages.Issues;

/// <summary>A stand-in until the public page's own rendering of an issue can be shown here.</summary>
public sealed class PreviewModel(RoundupDb db, CurrentPublication current) : IssuePage(db)
{
    public string OpinionLabel { get; private set; } = "";

    public async Task OnGetAsync() => OpinionLabel = (await current.ReadAsync())?.OpinionLabel ?? "My opinion";
}
