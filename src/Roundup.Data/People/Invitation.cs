using Roundup.Model;

namespace Roundup.Data.People;

/// <summary>A link that makes whoever opens it first one of the desk's people.</summary>
public sealed class Invitation
{
    /// <summary>SHA-256 as hexadecimal.</summary>
    public const int HashLength = 64;

    public static readonly TimeSpan Life = TimeSpan.FromDays(7);

    public int Id { get; set; }

    public Role Role { get; set; }

    /// <summary>Whom it was made for, as the owner calls them.</summary>
    public string Name { get; set; } = "";

    /// <summary>Of the token in the link; the link itself is shown once and not kept.</summary>
    public string TokenHash { get; set; } = "";

    public string CreatedBy { get; set; } = "";

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset ExpiresAt { get; set; }

    public DateTimeOffset? AcceptedAt { get; set; }

    public int? AcceptedById { get; set; }

    public DateTimeOffset? RevokedAt { get; set; }

    /// <summary>Counts the changes, so that two who open it at once are noticed.</summary>
    public int Version { get; set; }

    /// <returns>The link's secret, which is kept nowhere.</returns>
    public static (Invitation Invitation, string Token) Make(Role role, string name, string by, DateTimeOffset now)
    {
        var token = Secret.Make();
        return (new() { Role = role, Name = name, TokenHash = Secret.HashOf(token), CreatedBy = by, CreatedAt = now, ExpiresAt = now + Life }, token);
    }

    public void Accept(DateTimeOffset now)
    {
        AcceptedAt = now;
        Version++;
    }

    public Refusal? Revoke(DateTimeOffset now)
    {
        if (!IsOpen(now)) return new("This invitation is used or over already.");

        RevokedAt = now;
        Version++;
        return null;
    }

    public bool IsOpen(DateTimeOffset now) => AcceptedAt is null && RevokedAt is null && now < ExpiresAt;
}
