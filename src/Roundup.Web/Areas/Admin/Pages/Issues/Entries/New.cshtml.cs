using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Roundup.Data;
using Roundup.Data.Papers;
using Roundup.Model.Papers;
using Roundup.Sources;
using Roundup.Web.Security;
using Roundup.Web.Seen;
using Roundup.Web.Site;
using Roundup.Web.Talk;

namespace Roundup.Web.Areas.Admin.Pages.Issues.Entries;

/// <summary>A card made by hand, for a paper that no source knows or while there is no network. One that is known already is not made twice.</summary>
[Authorize(Policies.Publish)]
public sealed class NewModel(RoundupDb db, SeenBefore seen, PaperFinder finder, SuggestionThanks thanks, TimeProvider clock) : WorkPage(db)
{
    [BindProperty]
    public PaperInput Paper { get; set; } = new();

    [BindProperty]
    public EntryInput Placed { get; set; } = new();

    /// <summary>What the editor says about a paper that is known: its number, 0 for another paper, null before the question.</summary>
    [BindProperty]
    public int? Known { get; set; }

    public Sighting? Seen { get; private set; }

    public void OnGet() => Placed.Section = Issue.Entries is [.., var last] ? last.Section : null;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid) return this.RefuseShape();
        if (Issue.Closed is { } closed) return this.Refuse(closed);
        if (await AskAsync(cancel)) return Compare("This paper may be known already. Say below whether it is the same.");

        var now = clock.GetUtcNow();
        var known = Known is > 0 and { } chosen ? await Db.PaperAsync(await Db.StandsForAsync(chosen, cancel), cancel) : null;
        var paper = known ?? new Paper("", now);
        if ((known is null ? Paper : Paper.Behind(known)).Describe(paper, now) is { } refusal) return this.Refuse(refusal, nameof(Paper));
        await IdentifyAsync(paper, cancel);

        var entry = Issue.Add(paper, now, "");
        if (Placed.Annotate(entry) is { } odd) return this.Refuse(odd, nameof(Placed));

        await thanks.GiveAsync([entry], User.PrintedName(), cancel);
        Db.Audit(User, "paper.added", $"added “{paper.Title}” to issue {Number}", EditPath, now);
        return await Db.SaveAsync(cancel) is { } race ? this.Refuse(race) : Redirect($"{EditPath}?open={entry.Id}#{entry.Anchor}");
    }

    private async Task<bool> AskAsync(CancellationToken cancel)
    {
        if (Known is not null) return false;

        Seen = await seen.FindAsync(Mention.Of(finder, Paper.Link, Paper.Title, Paper.Authors?.Split('\n')[0]), cancel);
        return Seen is not null;
    }

    // The link of a card names the paper, as in a paste; a name that another paper has stays there.
    private async Task IdentifyAsync(Paper paper, CancellationToken cancel)
    {
        if (finder.Recognise(Paper.Link ?? "", anyPage: true) is { } id && !(await Db.Papers.ByKeyAsync([id], cancel)).ContainsKey(id.Key)) paper.Identify(id);
    }
}
