using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;
using Roundup.Data;
using Roundup.Model;
using Roundup.Web.Metadata;
using Roundup.Web.Reading;
using Roundup.Web.Site;
using Roundup.Web.Starting;
using PaperFinder = Roundup.Sources.PaperFinder;

namespace Roundup.Web.Pages.Papers;

/// <summary>A paper over time: every opinion, issue, discussion and version, and what it has to do with.</summary>
public sealed class ShowModel(RoundupDb db, CurrentPublication current, PaperFinder finder, IOptions<SiteOptions> site) : PageModel
{
    public PaperText Paper { get; private set; } = null!;

    public IReadOnlyList<Coverage> Issues { get; private set; } = [];

    public Publication Publication { get; private set; } = null!;

    /// <summary>Where readers said something of it.</summary>
    public IReadOnlyList<TalkAtPlace> Talk { get; private set; } = [];

    public IReadOnlyList<RelatedPaper> Related { get; private set; } = [];

    public IReadOnlyList<PaperLogLine> Log => PaperLogLine.Of(Paper, Issues, Publication);

    public TalkLink? Discuss => Talk is [] ? null : new("#discussion", Talk.Sum(t => t.Count), IsForm: false);

    public async Task<IActionResult> OnGetAsync(int id, string? slug, CancellationToken cancel)
    {
        if (await db.ReadPaperAsync(id, cancel) is not { } paper) return await MovedAsync(id, cancel);
        if (paper.Slug != (slug ?? "")) return this.RedirectRenamed(paper.Path);

        (Paper, Issues, Publication) = (paper, await db.ReadCoverageAsync(id, cancel), await current.ShownAsync());
        // Taken out of its last issue since it was read above.
        if (Issues is []) return NotFound();

        Talk = await db.ReadTalkAsync(id, cancel);
        Related = await db.ReadRelatedAsync(paper, Issues, finder, site.Value.OriginOf(Request), cancel);
        return Page();
    }

    private async Task<IActionResult> MovedAsync(int id, CancellationToken cancel) =>
        await db.MovedToAsync(id, cancel) is { } kept && await db.ReadPaperAsync(kept, cancel) is { } paper ? Redirect($"{paper.Path}{Request.QueryString}") : NotFound();

    /// <summary>Issues 1 and 9.</summary>
    public string Covered => In(Issues.Select(i => i.Issue.Number));

    public static string In(IEnumerable<PaperRow.Place> places) => In(places.Select(p => p.Issue.Number));

    /// <summary>See <see cref="LinkedData"/>.</summary>
    public JsonNode Linked => new LinkedData(Publication, site.Value.OriginOf(Request)).Paper(Paper, Issues);

    /// <summary>See <see cref="CitationTags"/>.</summary>
    public IEnumerable<(string Name, string Content)> Citation => CitationTags.Of(Paper);

    private static string In(IEnumerable<int> issues)
    {
        var numbers = issues.Distinct().Select(n => n.ToString(CultureInfo.InvariantCulture)).ToList();
        return $"{(numbers.Count == 1 ? "issue" : "issues")} {InWords.List(numbers)}";
    }
}
