using Microsoft.EntityFrameworkCore;
using Roundup.Model.Discussion;
using Roundup.Model.Papers;

namespace Roundup.Data.Discussion;

public static class SuggestionQueries
{
    extension(RoundupDb db)
    {
        /// <summary>One suggestion, with everything that is needed to decide about it.</summary>
        public Task<Suggestion?> SuggestionAsync(int id, CancellationToken cancel = default) => db.Suggestions.Whole.SingleOrDefaultAsync(s => s.Id == id, cancel);

        /// <summary>The suggestion that a reader's private link is about, whole; null where it opens nothing.</summary>
        public async Task<Suggestion?> SuggestionAsync(string? token, CancellationToken cancel = default) =>
            People.Secret.CouldBe(token, Commenter.TokenLength) ? await db.Suggestions.Whole.SingleOrDefaultAsync(s => s.Voices.Any(v => v.Token == token), cancel) : null;

        /// <summary>Everything that some papers were suggested by: by the paper, by what it was put together with, by any of its names, by its title.</summary>
        /// <param name="papers">As they stand for themselves.</param>
        public async Task<List<Suggestion>> SuggestionsOfAsync(IReadOnlyCollection<int> papers, CancellationToken cancel = default)
        {
            if (papers.Count == 0) return [];

            var names = await db.Papers.Where(p => papers.Contains(p.Id)).SelectMany(p => p.Identifiers).Select(i => new PaperId(i.Scheme, i.Value, null)).ToListAsync(cancel);
            var titles = await db.Papers.Where(p => papers.Contains(p.Id) && p.TitleKey != "").Select(p => new PaperId(Suggestion.ByTitle, p.TitleKey, null)).ToListAsync(cancel);
            return await db.SuggestionsOfAsync([.. names, .. titles], papers, cancel);
        }

        /// <param name="names">Any of a paper's.</param>
        /// <param name="papers">Any of them.</param>
        public async Task<List<Suggestion>> SuggestionsOfAsync(IReadOnlyCollection<PaperId> names, IReadOnlyCollection<int> papers, CancellationToken cancel = default)
        {
            var keys = names.Select(Suggestion.KeyOf).Distinct().ToList();
            return await db.Suggestions.Whole
                .Where(s => EF.Parameter(keys).Contains(s.Key) || (s.PaperId != null && (EF.Parameter(papers).Contains(s.PaperId.Value) || (s.Paper!.MergedIntoId != null && EF.Parameter(papers).Contains(s.Paper.MergedIntoId.Value)))))
                .OrderBy(s => s.Id).ToListAsync(cancel);
        }
    }

    extension(IQueryable<Suggestion> suggestions)
    {
        /// <summary>With its voices, who they are and what they said it in, and the paper with its names.</summary>
        public IQueryable<Suggestion> Whole => suggestions
            .Include(s => s.Voices).ThenInclude(v => v.Commenter)
            .Include(s => s.Voices).ThenInclude(v => v.Comment!.Issue)
            .Include(s => s.Paper!.Identifiers).AsSplitQuery();

        /// <summary>What waits for an editor: somebody who counts asked for it, and nobody has decided.</summary>
        public IQueryable<Suggestion> Waiting => suggestions.Where(s => s.State == SuggestionState.Received && s.Voices.Any(v =>
            v.ConfirmedAt != null && v.Commenter.BannedAt == null && (v.CommentId == null || v.Comment!.State == CommentState.Public)));

        /// <summary>What most readers ask for first; of equals the older.</summary>
        public IQueryable<Suggestion> MostWantedFirst => suggestions
            .OrderByDescending(s => s.Voices.Count(v => v.ConfirmedAt != null && v.Commenter.BannedAt == null && (v.CommentId == null || v.Comment!.State == CommentState.Public))).ThenBy(s => s.CreatedAt).ThenBy(s => s.Id);
    }

    extension(IQueryable<SuggestionVoice> voices)
    {
        /// <summary>As <see cref="SuggestionVoice.Counts"/>.</summary>
        public IQueryable<SuggestionVoice> Counting => voices.Where(v =>
            v.ConfirmedAt != null && v.Commenter.BannedAt == null && (v.CommentId == null || v.Comment!.State == CommentState.Public));
    }
}
