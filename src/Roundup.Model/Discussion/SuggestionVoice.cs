namespace Roundup.Model.Discussion;

/// <summary>One reader who named a paper, in a comment or in the form.</summary>
public sealed class SuggestionVoice
{
    public const int NoteLength = 1000;

    private SuggestionVoice() { }

    internal SuggestionVoice(Suggestion suggestion, Commenter by, Comment? comment, string note, bool wantsMail, string token, DateTimeOffset now)
    {
        (Commenter, CommenterId, Comment, Note) = (by, by.Id, comment, note.Length > NoteLength ? note[..NoteLength] : note);
        (Suggestion, WantsMail, Token, At) = (suggestion, wantsMail, token, now);
    }

    public int Id { get; private set; }

    public int SuggestionId { get; private set; }

    public Suggestion Suggestion { get; private set; } = null!;

    public int CommenterId { get; private set; }

    public Commenter Commenter { get; private set; } = null!;

    /// <summary>The comment that named it; null for the form.</summary>
    public int? CommentId { get; private set; }

    public Comment? Comment { get; private set; }

    /// <summary>What the reader said about it in the form. Plain text.</summary>
    public string Note { get; private set; } = "";

    public DateTimeOffset At { get; private set; }

    /// <summary>When it was shown that the address is theirs; null until then. Only confirmed voices count.</summary>
    public DateTimeOffset? ConfirmedAt { get; private set; }

    public bool WantsMail { get; private set; }

    /// <summary>Opens the page that says what became of it.</summary>
    public string Token { get; private set; } = "";

    /// <summary>When its one mail was queued; null for not yet.</summary>
    public DateTimeOffset? ToldAt { get; private set; }

    public bool IsFromForm => CommentId is null && Comment is null;

    /// <summary>Whether it is anybody's: the address is shown to be theirs, and what named the paper is public. With its writer and its comment.</summary>
    public bool Counts => ConfirmedAt is not null && Commenter.BannedAt is null && (IsFromForm || Comment?.State is CommentState.Public);

    /// <summary>As printed where the paper is thanked for; empty for somebody who is not to be named.</summary>
    public string Name => Comment is { } comment ? comment.Name : Commenter.Name;

    /// <summary>Another comment of the same reader names the paper too, and this one does not any more.</summary>
    public void Follow(Comment comment) => Comment = comment;

    public void Confirm(DateTimeOffset now) => ConfirmedAt ??= now;

    public void WantMail(bool wants) => WantsMail = wants;

    public void Tell(DateTimeOffset now) => ToldAt = now;

    /// <summary>The mail was taken back before it went out.</summary>
    public void Untell() => ToldAt = null;
}
