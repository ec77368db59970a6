using Roundup.Model.Text;

namespace Roundup.Data.People;

/// <summary>One sign-in, on one browser, for as long as it lasts: what the list of sessions shows, and what ends one of them.</summary>
public sealed class Attendance
{
    public const int KeyLength = 64;
    public const int BrowserLength = 300;
    public const int NetworkLength = 64;

    private Attendance() { }

    /// <param name="key">What the cookie carries; at least 128 random bits, Base64url.</param>
    /// <param name="browser">As it calls itself, shortened.</param>
    /// <param name="network">The address it came from; of IPv6 the first half.</param>
    public Attendance(int personId, string key, string browser, string network, DateTimeOffset now)
    {
        (PersonId, Key, StartedAt, SeenAt) = (personId, key, now, now);
        Browser = Letters.Cut(Letters.Keepable(browser), BrowserLength);
        Network = network.Length > NetworkLength ? network[..NetworkLength] : network;
    }

    public int Id { get; private set; }

    public int PersonId { get; private set; }

    public string Key { get; private set; } = "";

    public string Browser { get; private set; } = "";

    public string Network { get; private set; } = "";

    public DateTimeOffset StartedAt { get; private set; }

    /// <summary>Within some minutes.</summary>
    public DateTimeOffset SeenAt { get; private set; }

    /// <summary>When it was ended, here or from another browser; null while it lasts.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    public void See(DateTimeOffset now) => SeenAt = now;

    public void End(DateTimeOffset now) => EndedAt ??= now;
}
