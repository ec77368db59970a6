using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Roundup.Data;
using Roundup.Model;
using Roundup.Model.Discussion;
using Roundup.Model.Text;
using Roundup.Web.Reading;

namespace Roundup.Web.Pages.Comments;

/// <summary>Everything that one address wrote, and how it stands. Looking changes nothing: mail scanners follow links.</summary>
public sealed class PrivateModel(RoundupDb db, CurrentPublication current, TimeProvider clock) : PrivateCommentsPage(db)
{
    [FromQuery(Name = "did")]
    public string? Did { get; set; }

    public Publication Publication { get; private set; } = null!;

    public IReadOnlyList<Own> Comments { get; private set; } = [];

    public IReadOnlyList<Named> Suggestions { get; private set; } = [];

    /// <summary>The moment of what waits and is shown, in UTC ticks: what comes later is not confirmed with it.</summary>
    public long Seen => Comments.Where(c => c.IsWaiting).Select(c => c.WrittenAt.UtcTicks).Concat(Suggestions.Where(s => !s.IsConfirmed).Select(s => s.At.UtcTicks)).DefaultIfEmpty().Max();

    public bool HasWaiting => Comments.Any(c => c.IsWaiting) || Suggestions.Any(s => !s.IsConfirmed);

    public string News => Did switch
    {
        "confirmed" => Comments.Any(c => c is { State: CommentState.Held, IsConfirmed: true }) ? "Confirmed. What an editor reads first appears after that." : "Confirmed.",
        "disowned" => "Removed. Nothing of it was shown, and no other mail comes for it.",
        "edited" => "Changed.",
        "removed" => "Removed.",
        "mails" => "Kept.",
        "race" => "Something else changed it in the meantime, and nothing was done. Look again, and repeat it if you still want to.",
        _ => "",
    };

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Publication = await current.ShownAsync();
        var (id, since) = (Commenter.Id, clock.GetUtcNow() - Comment.EditWindow);
        Comments = await Db.Comments.Where(c => c.CommenterId == id).OrderByDescending(c => c.WrittenAt).ThenByDescending(c => c.Id)
            .Select(c => new Own(c.Id, c.Issue.Number, c.Entry == null ? "" : c.Entry.Paper.Title, c.Words.Html, c.Name, c.WrittenAt, c.State, c.Holds, c.ConfirmedAt != null)
            {
                CanEdit = c.Commenter.BannedAt == null && c.WrittenAt > since && (c.State == CommentState.Held || c.State == CommentState.Public),
            })
            .ToListAsync(cancel);
        Suggestions = await Db.SuggestionVoices.Where(v => v.CommenterId == id).OrderByDescending(v => v.At).ThenByDescending(v => v.Id)
            .Select(v => new Named(v.Token, v.Suggestion.Paper != null && v.Suggestion.Paper.Title != "" ? v.Suggestion.Paper.Title : v.Suggestion.Title != "" ? v.Suggestion.Title : v.Suggestion.Value, v.Name, v.At, v.ConfirmedAt != null))
            .ToListAsync(cancel);
    }

    public sealed record Own(int Id, int Issue, string Paper, SafeHtml Html, string Name, DateTimeOffset WrittenAt, CommentState State, CommentHolds Holds, bool IsConfirmed)
    {
        public bool CanEdit { get; init; }

        public bool IsWaiting => State is CommentState.Held && !IsConfirmed;

        /// <summary>In plain words, to its writer.</summary>
        public string Standing => State switch
        {
            CommentState.Public => "Readers see it.",
            CommentState.Held when !IsConfirmed => "Waits for you: nobody sees it before you confirm it.",
            CommentState.Held when Holds.HasFlag(CommentHolds.Reported) => "Taken from the page because readers reported it, until an editor has looked at it.",
            CommentState.Held => "An editor reads it before readers do.",
            CommentState.Hidden => "Hidden by an editor.",
            CommentState.Spam => "An editor took it for spam. If that is a mistake, write to the editors.",
            CommentState.Deleted => "Deleted by an editor.",
            _ => "Removed by you.",
        };
    }

    /// <param name="Token">Of the page that says what became of it.</param>
    /// <param name="Name">That was given with it.</param>
    public sealed record Named(string Token, string Title, string Name, DateTimeOffset At, bool IsConfirmed);
}
