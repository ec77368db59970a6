using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Roundup.Data;
using Roundup.Data.Discussion;
using Roundup.Data.Outbox;
using Roundup.Model;
using Roundup.Model.Discussion;
using Roundup.Model.Issues;
using Roundup.Model.Text;
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
            suggestion.Appear(issue.Number, by, now);
            var text = $"The paper that you suggested is in issue {issue.Number}{(issue.Theme is "" ? "" : $", “{issue.Theme}”")}:\n\n  {TitleOf(suggestion)}";
            await TellAsync(suggestion, $"In issue {issue.Number}: {TitleOf(suggestion)}", text, _ => Paths.Issue(issue.Number, issue.Slug), now, now, cancel);
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
            if (suggestion.Shortlist(by, now) is not null) continue;

            var keys = suggestion.Voices.ToDictionary(v => KeyOf(suggestion, v));
            foreach (var unsent in await db.Outbox.Unclaimed.Where(m => EF.Parameter(keys.Keys.ToList()).Contains(m.Key)).ToListAsync(cancel))
            {
                db.Remove(unsent);
                keys[unsent.Key].Untell();
            }
        }
    }

    /// <summary>The paper's title, or what the reader called it, or its id.</summary>
    public static string TitleOf(Suggestion suggestion)
    {
        var title = suggestion.Paper is { IsUntitled: false, Title: not "" } paper ? paper.Title : suggestion.Title is not "" ? suggestion.Title : LinkWords.Of(suggestion.Named);
        var line = string.Join(' ', title.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= TitleLength ? line : $"{Letters.Cut(line, TitleLength - 1)}…";
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
