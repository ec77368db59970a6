using Microsoft.EntityFrameworkCore;
using Roundup.Data;
using Roundup.Data.Discussion;
using Roundup.Model.Discussion;
using Roundup.Web.Site;

namespace Roundup.Web.Pages.Suggestions;

/// <summary>What became of a suggestion, and of those that were sent with it. Looking changes nothing.</summary>
public sealed class ShowModel(RoundupDb db) : SuggestionPage(db)
{
    public IReadOnlyList<Fate> Papers { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var (sender, at) = (Voice.CommenterId, Voice.At);
        var along = Voice.IsFromForm
            ? await Db.Suggestions.Whole.AsNoTracking().Where(s => s.Id != Suggestion.Id && s.Voices.Any(v => v.CommenterId == sender && v.At == at && v.CommentId == null)).OrderBy(s => s.Id).ToListAsync(cancel)
            : [];
        Papers = [new(Suggestion, Voice), .. along.Select(s => new Fate(s, s.Voices.Single(v => v.CommenterId == sender)))];
    }

    /// <summary>One paper as its reader sees it.</summary>
    public sealed record Fate(Suggestion Suggestion, SuggestionVoice Voice)
    {
        public string Title => Talk.SuggestionFates.TitleOf(Suggestion);

        public string Link => Model.Papers.PaperAddress.Of(Suggestion.Named) ?? Suggestion.Link;

        public SuggestionState State => Suggestion.State;

        /// <summary>Whether the reader has to do something first.</summary>
        public bool IsUnconfirmed => Voice.ConfirmedAt is null;

        /// <summary>Whether what named it is not public yet, or any more.</summary>
        public bool IsHeld => !IsUnconfirmed && !Voice.Counts;

        public int Others => Suggestion.Heard.Count(v => v.Id != Voice.Id);

        public string OthersInWords => Others == 0 ? "" : $"{InWords.Count(Others, "other reader", "other readers")} suggested it too.";

        public bool MayMute => Voice is { WantsMail: true, ToldAt: null } && !IsUnconfirmed && State is not SuggestionState.InIssue;
    }
}
