namespace Roundup.Data.People;

/// <summary>Lets a script put papers into the inbox in somebody's name. It can do nothing else.</summary>
public sealed class ApiToken
{
    public const int NameLength = 100;

    /// <summary>How many somebody may have at a time.</summary>
    public const int Most = 20;

    /// <summary>What each begins with, so that one that leaked is recognised.</summary>
    public const string Prefix = "rdup_";

    public int Id { get; set; }

    public int PersonId { get; set; }

    public Person Person { get; set; } = null!;

    /// <summary>What it is for, as its owner calls it.</summary>
    public string Name { get; set; } = "";

    /// <summary>SHA-256 as hexadecimal; the token itself is shown once and not kept.</summary>
    public string Hash { get; set; } = "";

    /// <summary>The token's first characters, to tell it from others.</summary>
    public string Beginning { get; set; } = "";

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset? LastUsedAt { get; set; }

    public DateTimeOffset? RevokedAt { get; set; }

    /// <returns>The token, which is kept nowhere.</returns>
    public static (ApiToken Kept, string Token) Make(int personId, string name, DateTimeOffset now)
    {
        var token = $"{Prefix}{Secret.Make()}";
        return (new() { PersonId = personId, Name = name, Hash = Secret.HashOf(token), Beginning = token[..(Prefix.Length + 5)], CreatedAt = now }, token);
    }
}
