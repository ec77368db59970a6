using Microsoft.EntityFrameworkCore;
using Roundup.Data;
using Roundup.Data.Discussion;
using Roundup.Data.People;
using Roundup.Model.Discussion;

namespace Roundup.Web.Talk;

/// <summary>Makes suggestions of the papers that readers name. Nothing is saved here: the caller saves once.</summary>
public sealed class SuggestionIntake(RoundupDb db, NamedPapers names, SuggestedPapers papers, TimeProvider clock)
{
    /// <summary>How many of a writer's other comments are looked through for a paper that one of them does not name any more.</summary>
    private const int OthersAtMost = 50;

    /// <summary>
    /// The papers that a comment names become this writer's suggestions; those that it names no more are taken back. For new, edited and removed comments, and
    /// for those that readers see by now: it may be called at any time, and twice is once.
    /// </summary>
    public async Task TakeAsync(Comment comment, CancellationToken cancel = default)
    {
        var now = clock.GetUtcNow();
        var named = await names.InAsync(comment, cancel);
        var suggestions = await papers.OpenAsync(named, cancel);
        foreach (var (suggestion, paper) in suggestions.Zip(named))
        {
            // A paper that readers had already needs nobody's decision.
            if (suggestion.Id == 0 && suggestion.Voices is [] && paper.Place is { } place) suggestion.Appear(place.Issue.Number, "", now);
            var voice = suggestion.Name(comment.Commenter, comment, "", comment.ConfirmedAt is not null, wantsMail: true, Secret.Make(), now);
            if (comment.ConfirmedAt is not null && ReferenceEquals(voice.Comment, comment)) voice.Confirm(now);
            suggestion.Hear(voice, now);
            await papers.SettleAsync(suggestion, cancel);
        }

        await ForgetAsync(comment, suggestions, cancel);
    }

    /// <summary>A reader's words in the form, about papers that were read from it.</summary>
    /// <returns>The reader's voices, in the order of the papers; one that was there before is the same.</returns>
    public async Task<IReadOnlyList<SuggestionVoice>> TakeAsync(Writers.Writer writer, IReadOnlyList<NamedPaper> named, string note, bool wantsMail, CancellationToken cancel = default)
    {
        var now = clock.GetUtcNow();
        var voices = new List<SuggestionVoice>();
        foreach (var suggestion in await papers.OpenAsync(named, cancel))
        {
            var voice = suggestion.Name(writer.Commenter, null, note, writer.IsProven, wantsMail, Secret.Make(), now);
            suggestion.Hear(voice, now);
            await papers.SettleAsync(suggestion, cancel);
            voices.Add(voice);
        }

        return voices;
    }

    /// <summary>Everything that this writer suggested is theirs: they opened their private link.</summary>
    public async Task ConfirmAsync(Commenter commenter, CancellationToken cancel = default)
    {
        if (commenter.Id == 0) return;

        var (id, now) = (commenter.Id, clock.GetUtcNow());
        foreach (var suggestion in await db.Suggestions.Whole.Where(s => s.Voices.Any(v => v.CommenterId == id && v.ConfirmedAt == null)).ToListAsync(cancel))
        {
            foreach (var voice in suggestion.Voices.Where(v => v.CommenterId == id))
            {
                voice.Confirm(now);
                suggestion.Hear(voice, now);
            }

            await papers.SettleAsync(suggestion, cancel);
        }
    }

    /// <summary>A reader takes a suggestion back. What nobody asks for any more, and nobody decided, goes.</summary>
    public void Forget(Suggestion suggestion, SuggestionVoice voice)
    {
        suggestion.Forget(voice);
        if (suggestion is { Voices: [], State: SuggestionState.Received }) db.Remove(suggestion);
    }

    private async Task ForgetAsync(Comment comment, IReadOnlyList<Suggestion> kept, CancellationToken cancel)
    {
        if (comment.Id == 0) return;

        var gone = (await db.Suggestions.Whole.Where(s => s.Voices.Any(v => v.CommentId == comment.Id)).ToListAsync(cancel)).Except(kept).ToList();
        if (gone is []) return;

        var others = await db.Comments.Include(c => c.Issue)
            .Where(c => c.CommenterId == comment.CommenterId && c.Id != comment.Id && (c.State == CommentState.Public || c.State == CommentState.Held))
            .OrderByDescending(c => c.Id).Take(OthersAtMost).ToListAsync(cancel);
        foreach (var suggestion in gone)
        {
            var voice = suggestion.Voices.Single(v => v.CommentId == comment.Id);
            if (others.Find(o => names.Has(o, suggestion)) is { } other) voice.Follow(other);
            else Forget(suggestion, voice);
        }
    }
}
