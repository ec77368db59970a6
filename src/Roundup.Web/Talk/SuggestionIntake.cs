using Microsoft.EntityFrameworkCore;
using Roundup.Data;
using Roundup.Data.Discussion;
using Roundup.Data.People;
using Roundup.Model.Discussion;

namespace Roundup.Web.Talk;

/// <summary>Makes suggestions of the papers that readers name. Nothing is saved here: the caller saves once.</summary>
public sealed class SuggestionIntake(RoundupDb db, NamedPapers names, SuggestedPapers papers, SuggestionFates fates, TimeProvider clock)
{
    /// <summary>Of how many papers of one comment the sources are asked at once; the rest waits for an editor.</summary>
    private const int SettledAtMost = 10;

    /// <summary>
    /// The papers that a comment names become this writer's suggestions; those that it names no more are taken back. For new, edited and removed comments, and
    /// for those that readers see by now, or see no more: it may be called at any time, and twice is once.
    /// </summary>
    public async Task TakeAsync(Comment comment, CancellationToken cancel = default)
    {
        var now = clock.GetUtcNow();
        if (comment.Id != 0) await db.Entry(comment).Collection(c => c.Named).LoadAsync(cancel);
        var named = await names.InAsync(comment, cancel);
        var suggestions = await papers.OpenAsync(named, cancel);
        comment.Cite(suggestions);
        foreach (var (at, (suggestion, paper)) in suggestions.Zip(named).Index())
        {
            // A paper that readers had already needs nobody's decision.
            if (suggestion.Id == 0 && suggestion.Voices is [] && paper.Place is { } place) suggestion.Appear(place.Issue.Number, "", now);
            var voice = suggestion.Name(Naming.In(comment), Secret.Make(), now);
            await StandByAsync(comment, suggestion, voice, cancel);
            await HearAsync(suggestion, voice, now, cancel);
            if (at < SettledAtMost) await papers.SettleAsync(suggestion, cancel);
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
            var voice = suggestion.Name(new(writer.Commenter, writer.Name, null, note, writer.IsProven, wantsMail), Secret.Make(), now);
            await HearAsync(suggestion, voice, now, cancel);
            await papers.SettleAsync(suggestion, cancel);
            voices.Add(voice);
        }

        return voices;
    }

    /// <summary>What this writer suggested is theirs: they opened their private link, and saw it there.</summary>
    /// <param name="upTo">What came later they have not seen.</param>
    public async Task ConfirmAsync(Commenter commenter, DateTimeOffset upTo, CancellationToken cancel = default)
    {
        if (commenter.Id == 0) return;

        var (id, now) = (commenter.Id, clock.GetUtcNow());
        foreach (var suggestion in await db.Suggestions.Whole.Where(s => s.Voices.Any(v => v.CommenterId == id && v.ConfirmedAt == null && v.At <= upTo)).ToListAsync(cancel))
        {
            var voice = suggestion.Voices.Single(v => v.CommenterId == id);
            voice.Confirm(now);
            if (voice.IsFromForm && voice.Name is not "") commenter.Rename(voice.Name);
            await HearAsync(suggestion, voice, now, cancel);
            await papers.SettleAsync(suggestion, cancel);
        }
    }

    /// <summary>What was sent through the form with somebody else's address goes; what a comment named goes with the comment.</summary>
    public async Task DisownAsync(Commenter commenter, CancellationToken cancel = default)
    {
        foreach (var suggestion in await db.Suggestions.Whole.Where(s => s.Voices.Any(v => v.CommenterId == commenter.Id && v.ConfirmedAt == null && v.CommentId == null)).ToListAsync(cancel))
            Forget(suggestion, suggestion.Voices.Single(v => v.CommenterId == commenter.Id));
    }

    /// <summary>A reader takes a suggestion back. What nobody asks for any more, and nobody decided, goes.</summary>
    public void Forget(Suggestion suggestion, SuggestionVoice voice)
    {
        suggestion.Forget(voice);
        if (suggestion is { Voices: [], State: SuggestionState.Received }) db.Remove(suggestion);
    }

    /// <summary>They leave for good: nothing names them any more.</summary>
    /// <param name="keepsWords">Whether their voices still count, unnamed.</param>
    public async Task LeaveAsync(Commenter commenter, bool keepsWords, CancellationToken cancel = default)
    {
        foreach (var suggestion in await db.Suggestions.Whole.Where(s => s.Voices.Any(v => v.CommenterId == commenter.Id)).ToListAsync(cancel))
        {
            // What their last comment named went with it, in what is not saved yet.
            if (suggestion.Voices.FirstOrDefault(v => v.CommenterId == commenter.Id) is not { } voice) continue;
            foreach (var entry in await db.Entries.Where(e => e.PaperId == suggestion.PaperId && voice.Name != "" && e.Thanks.Contains(voice.Name)).ToListAsync(cancel))
                entry.Rethank(entry.Thanked.Except([voice.Name]));
            if (keepsWords && voice.ConfirmedAt is not null) voice.Unname(Secret.Make());
            else Forget(suggestion, voice);
        }
    }

    private async Task HearAsync(Suggestion suggestion, SuggestionVoice voice, DateTimeOffset now, CancellationToken cancel)
    {
        suggestion.Hear(voice, now);
        await fates.CatchUpAsync(suggestion, voice, now, cancel);
    }

    // A reader counts once: by a comment of theirs that readers see, as long as there is one that names the paper.
    private async Task StandByAsync(Comment comment, Suggestion suggestion, SuggestionVoice voice, CancellationToken cancel)
    {
        if (voice.IsFromForm) return;
        if (comment.State is CommentState.Public && voice.Comment is not { State: CommentState.Public }) voice.Follow(comment);
        else if (comment.State is not CommentState.Public && ReferenceEquals(voice.Comment, comment) && await OtherAsync(comment, suggestion, cancel) is { State: CommentState.Public } other) voice.Follow(other);
        if (voice.Comment?.ConfirmedAt is not null) voice.Confirm(clock.GetUtcNow());
    }

    private async Task ForgetAsync(Comment comment, IReadOnlyList<Suggestion> kept, CancellationToken cancel)
    {
        if (comment.Id == 0) return;

        foreach (var suggestion in (await db.Suggestions.Whole.Where(s => s.Voices.Any(v => v.CommentId == comment.Id)).ToListAsync(cancel)).Except(kept))
        {
            // It may stand by another one by now, in what is not saved yet.
            if (suggestion.Voices.FirstOrDefault(v => v.CommentId == comment.Id) is not { } voice) continue;
            if (await OtherAsync(comment, suggestion, cancel) is { } other) voice.Follow(other);
            else Forget(suggestion, voice);
        }
    }

    /// <summary>Another comment of the same writer that names the paper: one that readers see, else one that waits; null for none.</summary>
    private async Task<Comment?> OtherAsync(Comment comment, Suggestion suggestion, CancellationToken cancel)
    {
        var others = await db.Comments.Include(c => c.Issue)
            .Where(c => c.CommenterId == comment.CommenterId && c.Id != comment.Id && (c.State == CommentState.Public || c.State == CommentState.Held) && c.Named.Any(s => s.Id == suggestion.Id))
            .OrderBy(c => c.Id).ToListAsync(cancel);
        // Several may be on their way out in one save: what the database does not know yet, they know.
        return others.Find(c => c.State is CommentState.Public) ?? others.Find(c => c.State is CommentState.Held);
    }
}
