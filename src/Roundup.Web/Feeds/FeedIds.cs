using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Roundup.Model;

namespace Roundup.Web.Feeds;

/// <summary>
/// What feeds call things, for good: urn:uuid (RFC 9562, version 8), made from the instant at which the publication was set up and from what never
/// changes of the thing. No name of a host is in it and no title, so that neither a move nor a correction makes readers see all of it again.
/// </summary>
public sealed class FeedIds(Publication publication)
{
    // PostgreSQL keeps microseconds: finer ones would be lost on the way to it.
    private readonly string _origin = (publication.CreatedAt.UtcTicks / TimeSpan.TicksPerMicrosecond).ToString(CultureInfo.InvariantCulture);

    /// <param name="path">Of the feed, without its format: /feed. All formats of a feed are one.</param>
    public string OfFeed(string path) => Of("feed", path);

    /// <summary>A published issue keeps its number.</summary>
    public string OfIssue(int number) => Of("issue", number);

    public string OfEntry(int id) => Of("entry", id);

    public string OfComment(int id) => Of("comment", id);

    private string Of(string kind, object thing)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"roundup {_origin} {kind} {thing}"))).AsSpan(0, 16);
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return $"urn:uuid:{new Guid(hash, bigEndian: true)}";
    }
}
