namespace Roundup.Model.Issues;

/// <summary>Lets an outsider read a draft and say something about it that only the desk sees.</summary>
public sealed class PreviewLink
{
    public const int NameLength = 200;
    public const int TokenLength = 64;

    /// <summary>In days, for how long a link may be good.</summary>
    public const int LongestDays = 90;

    public const int UsualDays = 14;

    private readonly List<PreviewNote> _notes = [];

    private PreviewLink() { }

    public PreviewLink(Issue issue, string token, string name, string createdBy, DateTimeOffset now, DateTimeOffset expiresAt)
    {
        (Issue, Token, Name, CreatedBy) = (issue, token, name, createdBy);
        (CreatedAt, ExpiresAt) = (now, expiresAt);
    }

    /// <param name="token">At least 128 random bits, Base64url.</param>
    /// <param name="days">For how long it is good, from now.</param>
    public static Refusal? Make(Issue issue, string token, string name, int days, string by, DateTimeOffset now, out PreviewLink? link)
    {
        link = null;
        if (issue.IsPublished) return new("This issue is out: send the address that readers have.");
        if (string.IsNullOrWhiteSpace(name)) return new("Say for whom it is.", nameof(Name));
        if (name.Length > NameLength) return new($"A name has at most {NameLength} characters.", nameof(Name));
        if (days is < 1 or > LongestDays) return new($"A link is good for 1 to {LongestDays} days.", "Days");

        link = new(issue, token, name.Trim(), by, now, now.AddDays(days));
        return null;
    }

    public int Id { get; private set; }

    public int IssueId { get; private set; }

    public Issue Issue { get; private set; } = null!;

    /// <summary>At least 128 random bits, Base64url: whoever has it may read.</summary>
    public string Token { get; private set; } = "";

    /// <summary>Whom it was made for, as the editor calls them.</summary>
    public string Name { get; private set; } = "";

    public string CreatedBy { get; private set; } = "";

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset ExpiresAt { get; private set; }

    public DateTimeOffset? RevokedAt { get; private set; }

    public string RevokedBy { get; private set; } = "";

    public IReadOnlyList<PreviewNote> Notes => _notes;

    public bool IsOpen(DateTimeOffset now) => RevokedAt is null && now < ExpiresAt;

    public void Revoke(string by, DateTimeOffset now)
    {
        if (RevokedAt is null) (RevokedAt, RevokedBy) = (now, by);
    }

    public Refusal? Say(int? entryId, string by, string text, DateTimeOffset now)
    {
        if (!IsOpen(now)) return new("This link has ended. Ask whoever sent it for a new one.");
        if (string.IsNullOrWhiteSpace(text)) return new("Write something first.", nameof(PreviewNote.Text));
        if (text.Length > PreviewNote.TextLength) return new($"A note has at most {PreviewNote.TextLength:N0} characters.", nameof(PreviewNote.Text));
        if (by.Length > NameLength) return new($"A name has at most {NameLength} characters.", nameof(PreviewNote.By));
        if (_notes.Count >= PreviewNote.AtMost) return new($"One link takes at most {PreviewNote.AtMost} notes.");

        _notes.Add(new PreviewNote(entryId, by.Trim() is { Length: > 0 } name ? name : Name, text.Trim(), now));
        return null;
    }
}

/// <summary>What an outsider said about a draft. Plain text; only the desk sees it.</summary>
public sealed class PreviewNote
{
    public const int TextLength = 4000;

    /// <summary>The most that one link takes.</summary>
    public const int AtMost = 200;

    private PreviewNote() { }

    internal PreviewNote(int? entryId, string by, string text, DateTimeOffset now) => (EntryId, By, Text, At) = (entryId, by, text, now);

    public int Id { get; private set; }

    public int PreviewLinkId { get; private set; }

    /// <summary>The entry that it is about, which may be gone since; null for the issue.</summary>
    public int? EntryId { get; private set; }

    public string By { get; private set; } = "";

    public string Text { get; private set; } = "";

    public DateTimeOffset At { get; private set; }

    /// <summary>When an editor had dealt with it; null until then.</summary>
    public DateTimeOffset? SettledAt { get; private set; }

    public string SettledBy { get; private set; } = "";

    public void Settle(string by, DateTimeOffset now) => (SettledAt, SettledBy) = (now, by);

    public void Reopen() => (SettledAt, SettledBy) = (null, "");
}
