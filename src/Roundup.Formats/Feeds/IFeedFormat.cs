using Roundup.Formats.Writing;

namespace Roundup.Formats.Feeds;

/// <summary>Writes feeds. Found by scanning this assembly, as <see cref="WrittenFormats"/> are.</summary>
public interface IFeedFormat : IFormat
{
    /// <summary>In UTF-8. Never fails, whatever stands in the feed.</summary>
    byte[] Write(Feed feed);
}

/// <summary>The formats of feeds that there are.</summary>
public static class FeedFormats
{
    public static IReadOnlyList<IFeedFormat> All { get; } = WrittenFormats.Scan<IFeedFormat>();

    /// <summary>The one that says how comments hang together.</summary>
    public static IFeedFormat Atom { get; } = All.Single(f => f is AtomFeed);
}
