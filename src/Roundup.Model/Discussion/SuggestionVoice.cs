using Roundup.Model.Text;

namespace Roundup.Model.Discussion;

/// <summary>One reader who named a paper, in a comment or in the form.</summary>
public sealed class SuggestionVoice
{
    public const int NoteLength = 1000;

    private SuggestionVoice() { }

    internal SuggestionVoice(Suggestion suggestion, Naming naming, string token, DateTimeOffset now)
    {
        (Commenter, CommenterId, Name, Comment, Note) = (naming.By, naming.By.Id, naming.Name, naming.Comment, Letters.Cut(naming.Note, NoteLength));
        (Suggestion, WantsMail, Token, At) = (suggestion, naming.WantsMail, token, now);
    }

    public int Id { get; private set; }

    public int SuggestionId { get; private set; }

    public Suggestion Suggestion { get; private set; } = null!;

    public int CommenterId { get; private set; }

    public Commenter Commenter { get; private set; } = null!;

    /// <summary>The comment that named it; null for the form.</summary>
    public int? CommentId { get; private set; }

    public Comment? Comment { get; private set; }

    /// <summary>As it was given with these words, and as it is printed with thanks; empty for somebody who is not to be named.</summary>
    public string Name { get; private set; } = "";

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

    /// <summary>Another comment of the same reader names the paper too, and is the one that counts.</summary>
    public void Follow(Comment comment) => (Comment, CommentId, Name) = (comment, comment.Id, comment.Name);

    /// <summary>The same reader asks once more, in the form: from now on it stands for itself, whatever becomes of a comment.</summary>
    internal void Repeat(Naming naming, DateTimeOffset now)
    {
        (Comment, CommentId, Name, WantsMail, At) = (null, null, naming.Name, naming.WantsMail, now);
        if (!Note.Contains(naming.Note, StringComparison.Ordinal)) Note = Letters.Cut(Note is "" ? naming.Note : $"{Note}\n\n{naming.Note}", NoteLength);
    }

    /// <summary>Its reader leaves: they are not named any more, what they said about the paper goes, and their private page opens no more.</summary>
    /// <param name="token">A new one, which nobody is told.</param>
    public void Unname(string token) => (Name, Note, Token, WantsMail) = ("", "", token, false);

    public void Confirm(DateTimeOffset now) => ConfirmedAt ??= now;

    public void WantMail(bool wants) => WantsMail = wants;

    public void Tell(DateTimeOffset now) => ToldAt = now;

    /// <summary>The mail was taken back before it went out.</summary>
    public void Untell() => ToldAt = null;
}

/// <summary>How somebody names a paper.</summary>
/// <param name="Name">To be printed with thanks, as <see cref="Commenter.ReadName"/> gives it.</param>
/// <param name="Comment">That names it; null for the form.</param>
/// <param name="Note">What is said about it in the form; may be empty.</param>
/// <param name="IsProven">Whether it is shown that the address is theirs.</param>
public sealed record Naming(Commenter By, string Name, Comment? Comment, string Note, bool IsProven, bool WantsMail)
{
    public static Naming In(Comment comment) => new(comment.Commenter, comment.Name, comment, "", comment.ConfirmedAt is not null, WantsMail: true);
}
