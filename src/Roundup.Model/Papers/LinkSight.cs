namespace Roundup.Model.Papers;

/// <summary>What was seen at an address.</summary>
public enum LinkSight
{
    /// <summary>It answers for us too.</summary>
    Works = 0,

    /// <summary>Its server says that nothing is there: 404, 410.</summary>
    Gone = 1,

    /// <summary>No such name, or nobody listens there.</summary>
    Unreachable = 2,

    /// <summary>Its server fails, or does not answer in time.</summary>
    Silent = 3,

    /// <summary>It answers, but not to us: it wants an account, dislikes servers or is busy. Says nothing about the link.</summary>
    Unclear = 4,
}

/// <summary>What an editor said of a link that seems to be gone.</summary>
public enum LinkVerdict
{
    /// <summary>Nobody has said anything yet; it stands on the desk.</summary>
    None = 0,

    /// <summary>It stays, and readers are told that nothing is there.</summary>
    KeptAsGone = 1,

    /// <summary>Something is there, whatever the checks find.</summary>
    Works = 2,
}
