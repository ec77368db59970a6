using Roundup.Model.Text;

namespace Roundup.Model.Discussion;

/// <summary>
/// Somebody who comments or suggests, known by an e-mail address: a guest, or a reader with an account. Anyone can type any address, so
/// what is written under it waits until a mail to it, or a sign-in, has shown whose it is.
/// </summary>
public sealed class Commenter
{
    public const int NameLength = 80;

    /// <summary>In characters: 64 before the @, 255 after (RFC 5321, 4.5.3.1).</summary>
    public const int EmailLength = 320;

    public const int TokenLength = 64;

    private Commenter() { }

    /// <param name="email">As <see cref="Address"/> gives it.</param>
    /// <param name="token">At least 128 random bits, Base64url.</param>
    public Commenter(string email, string name, string token, DateTimeOffset now) => (Email, Name, Token, CreatedAt) = (email, name, token, now);

    public int Id { get; private set; }

    /// <summary>In lower case, so that one person is one commenter.</summary>
    public string Email { get; private set; } = "";

    /// <summary>As printed under the latest words; what was written before keeps the name of its time.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Whoever has it manages everything this commenter wrote. It is only ever mailed.</summary>
    public string Token { get; private set; } = "";

    /// <summary>The account behind the address; null for a guest.</summary>
    public int? PersonId { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>When an editor first let something through; null while every comment is a first one.</summary>
    public DateTimeOffset? AcceptedAt { get; private set; }

    /// <summary>Since when an editor trusts them; null for nobody in particular.</summary>
    public DateTimeOffset? TrustedAt { get; private set; }

    public string TrustedBy { get; private set; } = "";

    /// <summary>Since when nothing more is taken from them; null for never.</summary>
    public DateTimeOffset? BannedAt { get; private set; }

    public string BannedBy { get; private set; } = "";

    /// <summary>Whether answers to their comments are mailed.</summary>
    public bool WantsReplies { get; private set; } = true;

    /// <summary>Whether one mail says what became of a suggestion.</summary>
    public bool WantsFates { get; private set; } = true;

    public int Version { get; private set; }

    public bool IsKnown => AcceptedAt is not null || TrustedAt is not null;

    /// <summary>An address as commenters are found by it; null where nobody can be written to.</summary>
    public static string? Address(string typed)
    {
        var address = typed.Trim().ToLowerInvariant();
        var at = address.LastIndexOf('@');
        var odd = address.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || c is '<' or '>' or ',' or ';' or '"' or '(' or ')');
        return odd || at < 1 || at > 64 || address.Length - at - 1 is < 3 or > 255 || !address[(at + 1)..].Contains('.') || address.EndsWith('.') ? null : address;
    }

    /// <summary>Why a name can't be printed; null where it can, as <paramref name="name"/>.</summary>
    public static Refusal? ReadName(string typed, out string name)
    {
        name = Letters.Name(typed);
        if (name is "") return new("Give the name that is printed with your words.", nameof(Name));
        return name.Length > NameLength ? new($"A name has at most {NameLength} characters.", nameof(Name)) : null;
    }

    /// <param name="name">As <see cref="ReadName"/> gives it.</param>
    public void Rename(string name)
    {
        if (name == Name) return;
        Name = name;
        Version++;
    }

    public void Belong(int personId)
    {
        PersonId = personId;
        Version++;
    }

    /// <summary>Something of theirs was let through.</summary>
    public void Accept(DateTimeOffset now)
    {
        AcceptedAt ??= now;
        Version++;
    }

    public void Trust(string by, DateTimeOffset now)
    {
        (TrustedAt, TrustedBy) = (now, by);
        (BannedAt, BannedBy) = (null, "");
        Version++;
    }

    /// <summary>Their next words are looked at first again.</summary>
    public void Distrust()
    {
        (TrustedAt, TrustedBy, AcceptedAt) = (null, "", null);
        Version++;
    }

    public void Ban(string by, DateTimeOffset now)
    {
        (BannedAt, BannedBy) = (now, by);
        (TrustedAt, TrustedBy) = (null, "");
        Version++;
    }

    public void Unban()
    {
        (BannedAt, BannedBy) = (null, "");
        Version++;
    }

    public void WantMail(bool replies, bool fates)
    {
        (WantsReplies, WantsFates) = (replies, fates);
        Version++;
    }

    /// <summary>They leave: nothing names them any more, no mail reaches them, and their private link opens nothing.</summary>
    /// <param name="token">A new one, which nobody is told.</param>
    public void Forget(string token)
    {
        (Email, Name, Token, PersonId) = ($"gone-{Id}@invalid", "", token, null);
        WantMail(replies: false, fates: false);
    }

    public CommenterStanding Standing => new(AcceptedAt, TrustedAt, TrustedBy, BannedAt, BannedBy);

    /// <param name="parts">What is put back; the rest was decided since.</param>
    internal void Restore(CommenterStanding was, CommenterParts parts)
    {
        if (parts.HasFlag(CommenterParts.Acceptance)) AcceptedAt = was.AcceptedAt;
        if (parts.HasFlag(CommenterParts.Standing)) (TrustedAt, TrustedBy, BannedAt, BannedBy) = (was.TrustedAt, was.TrustedBy, was.BannedAt, was.BannedBy);
        Version++;
    }
}

/// <summary>What a deed may change of how a commenter stands.</summary>
[Flags]
public enum CommenterParts
{
    None = 0,

    /// <summary>Whether something of theirs was let through.</summary>
    Acceptance = 1,

    /// <summary>Whether they are trusted, or banned.</summary>
    Standing = 2,
}

/// <summary>How a commenter stands, whole, so that a deed can be undone.</summary>
public sealed record CommenterStanding(DateTimeOffset? AcceptedAt, DateTimeOffset? TrustedAt, string TrustedBy, DateTimeOffset? BannedAt, string BannedBy);
