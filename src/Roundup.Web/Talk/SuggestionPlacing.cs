using System.Globalization;
using Roundup.Data.People;
using Roundup.Model;
using Roundup.Model.Discussion;
using Roundup.Model.Inbox;
using Roundup.Model.Issues;
using Roundup.Model.Text;
using Roundup.Web.Capturing;
using Roundup.Web.Site;

namespace Roundup.Web.Talk;

/// <summary>Brings what readers suggested into the inbox, and with their names into an issue. Nothing is saved here: the caller saves once.</summary>
public sealed class SuggestionPlacing(SuggestedPapers papers, SuggestionThanks thanks, SuggestionFates fates, InboxIntake inbox)
{
    /// <summary>The paper waits in the inbox from now on, with what its readers said of it.</summary>
    public async Task<(Refusal? Refusal, InboxItem? Item)> ShortlistAsync(Suggestion suggestion, string by, DateTimeOffset now, CancellationToken cancel = default)
    {
        if (suggestion.Shortlist(by, now) is { } refusal) return (refusal, null);
        await fates.WithdrawAsync(suggestion, cancel);
        if (await papers.PaperOfAsync(suggestion, cancel) is not { } paper) return (new("No paper can be made of this. Capture it by hand."), null);

        var names = Letters.Cut(InWords.List([.. suggestion.Printed]), Person.NameLength);
        var (odd, item) = await inbox.TakeAsync(paper, InboxOrigin.Suggested, names, NotesOf(suggestion), cancel);
        // A note that is full already keeps what it says: the readers' words stay with the suggestion.
        return odd is { Field: not nameof(InboxItem.Note) } ? (odd, null) : (null, item);
    }

    /// <summary>Gives a waiting paper its place in a draft, and thanks whoever suggested it.</summary>
    public async Task<(Refusal? Refusal, Entry? Entry)> PlaceAsync(InboxItem item, Issue? issue, string by, DateTimeOffset now, CancellationToken cancel = default)
    {
        if (issue is null) return (new("That issue is gone. Choose another one.", "Issue"), null);
        if (issue.IsPublished) return (new($"Issue {issue.Number} is out already. Choose a draft.", "Issue"), null);
        if (!item.IsWaiting) return (new("This paper does not wait any more."), null);
        if (issue.Covers(item.Paper)) return (new($"Issue {issue.Number} has this paper already. Put it away here, or choose another draft.", "Issue"), null);

        item.Place(now);
        var entry = issue.Add(item.Paper, now);
        await thanks.GiveAsync([entry], by, cancel);
        return (null, entry);
    }

    private static string NotesOf(Suggestion suggestion)
    {
        var notes = suggestion.Heard.Where(v => v.Note is not "").Select(v => v.Name is "" ? v.Note : $"{v.Name}: {v.Note}");
        var links = suggestion.Heard.Select(v => v.Comment).OfType<Comment>().Select(c => string.Create(CultureInfo.InvariantCulture, $"/issues/{c.Issue.Number}#{c.Anchor}"));
        return Letters.Cut(string.Join("\n\n", notes.Concat(links)), InboxItem.NoteLength);
    }
}
