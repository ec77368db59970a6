using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Roundup.Data;
using Roundup.Data.Discussion;
using Roundup.Data.Issues;
using Roundup.Data.Outbox;
using Roundup.Model;
using Roundup.Model.Discussion;
using Roundup.Model.Issues;
using Roundup.Model.Text;
using Roundup.Web.Reading;
using Roundup.Web.Site;

namespace Roundup.Web.Talk;

/// <summary>What became of suggestions, and the one mail that says so to each reader who wants it. All of it is in the caller's save.</summary>
public sealed class SuggestionFates(RoundupDb db, TalkMail mail)
{
    /// <summary>How long the mail about a paper that was put away waits: it is brought back with one click.</summary>
    public static readonly TimeSpan SecondThoughts = TimeSpan.FromMinutes(10);

    /// <summary>In characters: the subject of a mail is a line.</summary>
    private const int TitleLength = 150;

    /// <summary>An issue is out, or was corrected: what was suggested of it has appeared.</summary>
    public async Task AppearAsync(Issue issue, string by, DateTimeOffset now, CancellationToken cancel = default)
    {
        var entries = issue.Entries.ToList();
        var papers = entries.Select(e => e.Paper?.Id ?? e.PaperId).Where(id => id != 0).Distinct().ToList();
        foreach (var suggestion in (await db.SuggestionsOfAsync(papers, cancel)).Where(s => s.State is not SuggestionState.InIssue))
        {
            await WithdrawAsync(suggestion, cancel);
            suggestion.Appear(issue.Number, by, now);
            await TellAppearedAsync(suggestion, issue.Theme, Paths.Issue(issue.Number, issue.Slug), now, cancel);
        }
    }

    /// <summary>A voice that comes to count after it was decided about what it asked for hears of that, as the others did.</summary>
    public async Task CatchUpAsync(Suggestion suggestion, SuggestionVoice voice, DateTimeOffset now, CancellationToken cancel = default)
    {
        if (!voice.Counts || voice.ToldAt is not null || voice.At >= suggestion.StateAt) return;

        if (suggestion.State is SuggestionState.Declined) await TellDeclinedAsync(suggestion, now, now, cancel);
        if (suggestion is { State: SuggestionState.InIssue, IssueNumber: { } number } && await db.Issues.Published.Where(i => i.Number == number).Select(i => new IssueName(i.Number, i.Title, i.Theme)).SingleOrDefaultAsync(cancel) is { } issue)
            await TellAppearedAsync(suggestion, issue.Theme, issue.Path, now, cancel);
    }

    /// <summary>What was decided is not so any more: the mails about it that were not sent yet are not sent.</summary>
    public async Task WithdrawAsync(Suggestion suggestion, CancellationToken cancel = default)
    {
        var told = suggestion.Voices.Where(v => v.ToldAt is not null).ToDictionary(v => KeyOf(suggestion, v));
        if (told.Count == 0) return;

        foreach (var unsent in await db.Outbox.Unclaimed.Where(m => EF.Parameter(told.Keys.ToList()).Contains(m.Key)).ToListAsync(cancel))
        {
            db.Remove(unsent);
            told[unsent.Key].Untell();
        }
    }

    /// <param name="word">Why not; may be empty.</param>
    public async Task<Refusal?> DeclineAsync(Suggestion suggestion, string word, string by, DateTimeOffset now, CancellationToken cancel = default)
    {
        if (suggestion.Decline(word, by, now) is { } refusal) return refusal;

        await TellDeclinedAsync(suggestion, now, now, cancel);
        return null;
    }

    /// <summary>A paper was put away from the inbox: whoever suggested it is told, unless it comes back soon.</summary>
    public async Task PutAwayAsync(int paper, string by, DateTimeOffset now, CancellationToken cancel = default)
    {
        foreach (var suggestion in (await db.SuggestionsOfAsync([paper], cancel)).Where(s => s.State is SuggestionState.Shortlisted))
            if (suggestion.Decline("", by, now) is null) await TellDeclinedAsync(suggestion, now, now + SecondThoughts, cancel);
    }

    /// <summary>It was brought back into the inbox. What was not sent yet is not sent.</summary>
    /// <param name="away">When it was put away.</param>
    public async Task ReturnAsync(int paper, DateTimeOffset? away, string by, DateTimeOffset now, CancellationToken cancel = default)
    {
        foreach (var suggestion in (await db.SuggestionsOfAsync([paper], cancel)).Where(s => s.State is SuggestionState.Declined && s.StateAt == away))
        {
            if (suggestion.Shortlist(by, now) is null) await WithdrawAsync(suggestion, cancel);
        }
    }

    /// <summary>The paper's title, or what the reader called it, or its id.</summary>
    public static string TitleOf(Suggestion suggestion)
    {
        var title = suggestion.Paper is { IsUntitled: false, Title: not "" } paper ? paper.Title : suggestion.Title is not "" ? suggestion.Title : LinkWords.Of(suggestion.Named);
        var line = string.Join(' ', title.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= TitleLength ? line : $"{Letters.Cut(line, TitleLength - 1)}…";
    }

    private Task TellAppearedAsync(Suggestion suggestion, string theme, string path, DateTimeOffset now, CancellationToken cancel)
    {
        var text = $"The paper that you suggested is in issue {suggestion.IssueNumber}{(theme is "" ? "" : $", “{theme}”")}:\n\n  {TitleOf(suggestion)}";
        return TellAsync(suggestion, $"In issue {suggestion.IssueNumber}: {TitleOf(suggestion)}", text, _ => path, now, now, cancel);
    }

    private Task TellDeclinedAsync(Suggestion suggestion, DateTimeOffset now, DateTimeOffset at, CancellationToken cancel)
    {
        var said = suggestion.Word is "" ? "" : $" The editor says:\n\n  {string.Join(' ', suggestion.Word.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))}";
        return TellAsync(suggestion, $"Not this time: {TitleOf(suggestion)}", $"The paper that you suggested, “{TitleOf(suggestion)}”, is not taken up this time.{said}", v => $"/suggestions/{v.Token}", now, at, cancel);
    }

    private async Task TellAsync(Suggestion suggestion, string subject, string text, Func<SuggestionVoice, string> path, DateTimeOffset now, DateTimeOffset at, CancellationToken cancel)
    {
        if (!mail.CanWrite) return;

        var mails = new List<QueuedMail>();
        foreach (var voice in suggestion.Heard.Where(v => v is { ToldAt: null, WantsMail: true, Commenter.WantsFates: true }))
        {
            mails.Add((await mail.WriteAsync(voice.Commenter, KeyOf(suggestion, voice), subject, text, path(voice), Thread(suggestion))).NotBefore(at));
            voice.Tell(now);
        }

        await db.QueueAsync(mails, cancel);
    }

    private static string KeyOf(Suggestion suggestion, SuggestionVoice voice) => string.Create(CultureInfo.InvariantCulture, $"fate:{suggestion.Id}:{voice.CommenterId}");

    private static string Thread(Suggestion suggestion) => string.Create(CultureInfo.InvariantCulture, $"suggestion-{suggestion.Id}");
}
