using Roundup.Data;
using Roundup.Data.Discussion;
using Roundup.Data.Papers;
using Roundup.Model.Discussion;
using Roundup.Model.Papers;
using Roundup.Sources;
using Roundup.Web.Capturing;

namespace Roundup.Web.Talk;

/// <summary>Keeps one suggestion a paper, and makes the paper of it once somebody may. Nothing is saved here: the caller saves once.</summary>
public sealed class SuggestedPapers(RoundupDb db, PaperFinder finder, PaperCapture capture, TimeProvider clock)
{
    /// <summary>The suggestions of some papers, in their order: those that are there, else new ones.</summary>
    public async Task<IReadOnlyList<Suggestion>> OpenAsync(IReadOnlyList<NamedPaper> papers, CancellationToken cancel = default)
    {
        if (papers is []) return [];

        var known = papers.Select(p => p.Known).OfType<int>().Distinct().ToList();
        var there = await db.SuggestionsOfAsync([.. papers.Select(p => p.Id)], known, cancel);
        var suggestions = new List<Suggestion>();
        foreach (var paper in papers)
        {
            var key = Suggestion.KeyOf(paper.Id);
            var suggestion = there.Find(s => s.Key == key) ?? there.Find(s => paper.Known is { } id && (s.PaperId == id || s.Paper?.Id == id));
            if (suggestion is null)
            {
                suggestion = new Suggestion(paper.Id, paper.Title, paper.Link, clock.GetUtcNow());
                db.Add(suggestion);
                there.Add(suggestion);
            }

            if (suggestion.PaperId is null && suggestion.Paper is null && paper.Known is { } one && await db.PaperAsync(one, cancel) is { } itself) suggestion.Become(itself);
            suggestions.Add(suggestion);
        }

        return suggestions;
    }

    /// <summary>Has the sources asked for a paper that somebody who counts asks for. Of anybody else's words nothing is ever fetched.</summary>
    public async Task SettleAsync(Suggestion suggestion, CancellationToken cancel = default)
    {
        if (suggestion.State is SuggestionState.Received && suggestion.Heard.Any()) await PaperOfAsync(suggestion, cancel);
    }

    /// <summary>The paper that it stands for by now, made where there was none.</summary>
    public async Task<Paper?> PaperOfAsync(Suggestion suggestion, CancellationToken cancel = default)
    {
        if (suggestion.Paper is { IsMerged: false } there) return there;
        if (suggestion.Paper is { } merged && await db.PaperAsync(await db.StandsForAsync(merged.Id, cancel), cancel) is { } stands)
        {
            suggestion.Become(stands);
            return stands;
        }

        var input = new CaptureInput
        {
            Link = suggestion.Link,
            Ids = suggestion.IsTitleOnly ? "" : suggestion.Named.Key,
            Title = suggestion.IsTitleOnly ? suggestion.Title : "",
        };
        if (Clipping.Read(input, finder, out var clipping) is not null) return null;

        var paper = await capture.TakeAsync(clipping, cancel);
        suggestion.Become(paper);
        return paper;
    }
}
