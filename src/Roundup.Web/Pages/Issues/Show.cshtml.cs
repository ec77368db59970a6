using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;
using Roundup.Data;
using Roundup.Web.Metadata;
using Roundup.Web.Reading;
using Roundup.Web.Site;
using Roundup.Web.Starting;

namespace Roundup.Web.Pages.Issues;

public sealed class ShowModel(RoundupDb db, CurrentPublication current, TimeProvider clock, IOptions<SiteOptions> site) : PageModel
{
    public IssueView Issue { get; private set; } = null!;

    /// <summary>See <see cref="LinkedData"/>.</summary>
    public JsonNode Linked => new LinkedData(Issue.Publication, site.Value.OriginOf(Request)).Issue(Issue);

    public async Task<IActionResult> OnGetAsync(int number, string? slug, [FromQuery] string? show, CancellationToken cancel)
    {
        if (await db.ReadIssueAsync(number, cancel) is not { } text) return NotFound();
        if (text.Name.Slug != (slug ?? "")) return this.RedirectRenamed(text.Name.Path);

        var publication = await current.ShownAsync();
        Issue = new IssueView(text, publication)
        {
            Discussion = await db.ReadDiscussionAsync(text, publication, clock.GetUtcNow(), cancel),
            Voices = show switch { "opinions" => Voices.Opinions, "abstracts" => Voices.Abstracts, _ => Voices.Both },
        };
        return Page();
    }
}
