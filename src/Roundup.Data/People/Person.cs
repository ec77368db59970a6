using Microsoft.AspNetCore.Identity;

namespace Roundup.Data.People;

/// <summary>What a person may do at the desk.</summary>
public enum Role
{
    /// <summary>Reads and comments.</summary>
    Reader = 0,

    /// <summary>Writes opinions, cannot publish.</summary>
    Contributor = 1,

    Editor = 2,

    /// <summary>An editor who also runs the publication. One at least.</summary>
    Owner = 3,
}

/// <summary>Somebody with an account.</summary>
public sealed class Person : IdentityUser<int>
{
    public const int NameLength = 200;

    /// <summary>As printed.</summary>
    public string Name { get; set; } = "";

    public Role Role { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>When the account was closed; null while it may sign in. What they wrote stays theirs.</summary>
    public DateTimeOffset? LeftAt { get; set; }

    /// <summary>Whether slots are reminded of by mail.</summary>
    public bool WantsReminders { get; set; } = true;

    /// <summary>Whether new comments are told of by mail, many in one.</summary>
    public bool WantsComments { get; set; } = true;

    /// <summary>Whether single letters act at the desk (WCAG 2.2, 2.1.4: they can be switched off).</summary>
    public bool WantsKeys { get; set; } = true;

    /// <summary>Up to when the last of those mails told; null for never.</summary>
    public DateTimeOffset? CommentsToldAt { get; set; }

    /// <summary>Takes the account back that was closed. It has its role again, and its password.</summary>
    public void Reopen()
    {
        LeftAt = null;
        this.Touch();
    }
}
