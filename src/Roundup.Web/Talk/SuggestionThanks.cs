using Microsoft.EntityFrameworkCore;
using Roundup.Data;
using Roundup.Data.Discussion;
using Roundup.Data.Inbox;
using Roundup.Model.Discussion;
using Roundup.Model.Issues;

namespace Roundup.Web.Talk;

/// <summary>
/// Whoever suggested a paper is thanked once an editor takes it into a draft, by whichever way it comes there. Nothing is saved here: the caller saves once.
/// </summary>
public sealed class SuggestionThanks(RoundupDb db, TimeProvider clock)
{
    /// <param name="entries">New in their issue, with their papers and the papers' identifiers.</param>
    /// <param name="by">The editor; empty for nobody.</param>
    public async Task GiveAsync(IReadOnlyList<Entry> entries, string by, CancellationToken cancel = default)
    {
        var there = await db.SuggestionsOfAsync([.. entries.Select(e => e.Paper.Id).Where(id => id != 0).Distinct()], cancel);
        var wanted = there.Union(db.Suggestions.Local).Where(s => s.State is SuggestionState.Received or SuggestionState.Shortlisted).ToList();
        foreach (var entry in entries)
        {
            var own = wanted.FindAll(s => s.Names(entry.Paper));
            foreach (var suggestion in own.Where(s => s.State is SuggestionState.Received && s.Heard.Any())) suggestion.Shortlist(by, clock.GetUtcNow());
            entry.Thank(own.SelectMany(s => s.Printed).Distinct());
        }
    }

    /// <summary>Papers leave a draft: what was suggested of them, and stands in no other issue and no inbox, is asked for again.</summary>
    public async Task TakeBackAsync(Issue issue, IReadOnlyCollection<int> papers, CancellationToken cancel = default)
    {
        var ids = papers.ToList();
        var kept = await db.Entries.Where(e => ids.Contains(e.PaperId) && e.IssueId != issue.Id).Select(e => e.PaperId)
            .Union(db.Inbox.Waiting.Where(i => ids.Contains(i.PaperId)).Select(i => i.PaperId)).ToListAsync(cancel);
        foreach (var suggestion in await db.SuggestionsOfAsync([.. ids.Except(kept)], cancel)) suggestion.Reopen(clock.GetUtcNow());
    }
}
