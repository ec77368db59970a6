namespace Roundup.Model.Discussion;

/// <summary>What became of a comment.</summary>
public enum CommentState
{
    /// <summary>Waits for its writer's confirmation, an editor, or both.</summary>
    Held = 0,

    /// <summary>Readers see it.</summary>
    Public = 1,

    /// <summary>Taken from readers' sight by an editor; its place says so.</summary>
    Hidden = 2,

    /// <summary>As if it had never been written, for everyone but the desk.</summary>
    Spam = 3,

    /// <summary>Deleted by an editor, which can be undone; its place says so where somebody answered.</summary>
    Deleted = 4,

    /// <summary>Removed by its writer, words and all.</summary>
    Removed = 5,
}

/// <summary>Why an editor sees a comment before readers do. None: nothing is against it.</summary>
[Flags]
public enum CommentHolds
{
    None = 0,

    /// <summary>Nothing of this writer was let through before.</summary>
    FirstComment = 1,

    ManyLinks = 2,

    /// <summary>A word or phrase of the publication's list.</summary>
    ListedWord = 4,

    /// <summary>Sent faster than a person writes.</summary>
    TooQuick = 8,

    /// <summary>The field that no person sees was filled in.</summary>
    Trap = 16,

    /// <summary>By two readers or more.</summary>
    Reported = 32,
}

/// <summary>How a comment stands, whole, so that a deed can be undone.</summary>
/// <param name="At">Since when.</param>
/// <param name="By">The printed name of the editor who decided; empty for nobody.</param>
public sealed record CommentStanding(CommentState State, CommentHolds Holds, DateTimeOffset At, string By);
