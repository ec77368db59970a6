using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Roundup.Data;
using Roundup.Model;
using Roundup.Model.Papers;
using Roundup.Web.Reading;
using Roundup.Web.Security;
using Roundup.Web.Site;
using Roundup.Web.Starting;

namespace Roundup.Web.Areas.Admin.Pages.Issues.Entries;

/// <summary>Links what was said earlier beside an entry, for readers who want to go back.</summary>
[Authorize(Policies.Publish)]
public sealed class FollowUpModel(RoundupDb db, IOptions<SiteOptions> site, TimeProvider clock) : EntryPage(db)
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public IActionResult OnGet() => Redirect(EntryPath);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (Issue.Closed is { } closed) return this.Refuse(closed);
        var earlier = await Db.Entries.Where(e => e.Id == Input.Earlier && e.Id != Entry.Key && e.Issue.PublishedAt != null)
            .Select(e => new IssueName(e.Issue.Number, e.Issue.Title, e.Issue.Theme)).SingleOrDefaultAsync(cancel);
        if (earlier is null) return this.Refuse(new Refusal("Only what is published can be linked, and that is not."));

        var link = new PaperLink(LinkKind.Related, $"{site.Value.OriginOf(Request)}{earlier.Path}#e-{Input.Earlier}", $"Earlier: issue {earlier.Number}");
        if (Entry.Annotate(Entry.Section, Entry.Text, [.. Entry.Links, link]) is { } refusal) return this.Refuse(refusal);

        Issue.NoteChange(clock.GetUtcNow());
        return await Db.SaveAsync(cancel) is { } race ? this.Refuse(race) : Redirect(EntryPath);
    }

    public sealed class InputModel
    {
        /// <summary>The id of the earlier entry.</summary>
        public int Earlier { get; set; }
    }
}
