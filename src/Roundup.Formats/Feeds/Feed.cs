namespace Roundup.Formats.Feeds;

/// <summary>What every format of a feed says, in its own words. Addresses are whole; text may hold any character, each format leaves out what it can't.</summary>
/// <param name="Id">Stays for good, whatever the site's address becomes: an IRI.</param>
/// <param name="Home">The page that it is the feed of.</param>
/// <param name="Updated">When the newest of it changed.</param>
public sealed record Feed(string Id, string Title, string Home, FeedPages Pages, DateTimeOffset Updated, IReadOnlyList<FeedItem> Items)
{
    public string Subtitle { get; init; } = "";

    /// <summary>Who is answerable for what names nobody else.</summary>
    public string Author { get; init; } = "";

    public string Rights { get; init; } = "";

    /// <summary>BCP 47.</summary>
    public string Language { get; init; } = "en";
}

/// <summary>Where the rest of it is (RFC 5005, section 3).</summary>
/// <param name="Self">This page.</param>
/// <param name="Previous">The page of newer items; null on the first.</param>
/// <param name="Next">The page of older items; null on the last.</param>
public sealed record FeedPages(string Self, string First, string Last, string? Previous = null, string? Next = null);

/// <param name="Id">As the feed's: readers know an item by it, whatever it is called.</param>
/// <param name="Html">The whole of it. Its links are whole addresses.</param>
/// <param name="Updated">The last edit that a reader should hear of.</param>
public sealed record FeedItem(string Id, string Title, string Link, DateTimeOffset Published, DateTimeOffset Updated, string Html)
{
    /// <summary>Plain text, a line or two; may be empty.</summary>
    public string Summary { get; init; } = "";

    public IReadOnlyList<string> Authors { get; init; } = [];

    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>A PNG; empty for none.</summary>
    public string Picture { get; init; } = "";

    /// <summary>What it is about, elsewhere: the paper itself. Empty for nothing.</summary>
    public string About { get; init; } = "";

    /// <summary>What else it is about, elsewhere, where it is about several things: the papers of an issue.</summary>
    public IReadOnlyList<FeedSubject> Subjects { get; init; } = [];

    /// <summary>What readers say about it; null where nobody may.</summary>
    public FeedReplies? Replies { get; init; }

    /// <summary>What it answers; null for what answers nothing.</summary>
    public FeedParent? InReplyTo { get; init; }
}

/// <summary>Something that an item is about.</summary>
public sealed record FeedSubject(string Title, string Address);

/// <summary>RFC 4685: where answers are read.</summary>
/// <param name="Updated">When the latest was written; null where there is none.</param>
public sealed record FeedReplies(string Feed, int Count, DateTimeOffset? Updated);

/// <summary>RFC 4685: what is answered.</summary>
/// <param name="Id">The id that it has in its own feed.</param>
public sealed record FeedParent(string Id, string Link);
