using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.Extensions.Options;
using Roundup.Data;
using Roundup.Model.Issues;
using Roundup.Web.Reading;
using Roundup.Web.Seen;
using Roundup.Web.Site;
using Roundup.Web.Starting;

namespace Roundup.Web.Areas.Admin;

/// <summary>Gathers what readiness needs beside the issue: a handful of queries, however many papers there are.</summary>
public sealed class ReadinessBook(RoundupDb db, CurrentPublication current, SeenBefore seen, DraftNotes notes, IOptions<SiteOptions> site, TimeProvider clock)
{
    /// <param name="issue">Loaded whole.</param>
    /// <param name="page">What the page has asked already: sightings.</param>
    public async Task<Readiness> ReadAsync(Issue issue, ViewDataDictionary page, HttpRequest request)
    {
        var elsewhere = page["Seen"] as IReadOnlyDictionary<int, Sighting> ?? await seen.ElsewhereAsync(issue);
        var publication = await current.ReadAsync();
        var open = (await notes.OfAsync(issue)).Where(n => n.IsOpen).Select(n => n.EntryId).ToList();
        var mail = issue.IsPublished ? null : IssueView.Of(issue, await current.ShownAsync()).ToMail(site.Value.OriginOf(request)).Write();
        var now = clock.GetUtcNow();
        var due = await Slot.MomentAsync(db, issue, now, request.HttpContext.RequestAborted);
        return Readiness.Of(issue, new(elsewhere, mail, publication is null ? null : SendTime.Of(issue, publication.Cadence, now, due?.At), open));
    }
}
