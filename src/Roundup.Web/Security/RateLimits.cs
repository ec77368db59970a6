using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Roundup.Web.Capturing;

namespace Roundup.Web.Security;

/// <summary>How often one address may guess a secret.</summary>
internal static class RateLimits
{
    public const string Policy = "guesses";

    /// <summary>For the addresses of previews: 192 random bits are not guessed, but whoever tries is slowed down.</summary>
    public const string Previews = "previews";

    /// <summary>For what strangers send: comments, suggestions, reports.</summary>
    public const string Talk = "talk";

    /// <summary>For what leaves the site: files, feeds, pictures, the map of the site, the reading interface.</summary>
    public const string Reading = "reading";

    /// <summary>A minute.</summary>
    private const int Reads = 300;

    /// <summary>For questions: each costs more than a page that is kept, and typing asks several.</summary>
    public const string Search = "search";

    private const int Questions = 600;
    private const int Guesses = 20;
    private const int Looks = 300;
    private const int Notes = 60;
    private const int Words = 40;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    public static IServiceCollection AddRateLimits(this IServiceCollection services) => services.AddRateLimiter(limiter =>
    {
        limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limiter.OnRejected = async (rejected, _) =>
        {
            var forScripts = rejected.HttpContext.Request.Path.StartsWithSegments("/api");
            var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var told) ? told : Window;
            rejected.HttpContext.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString("0", CultureInfo.InvariantCulture);
            if (forScripts) await Results.Problem($"At most {(rejected.HttpContext.Request.Path == InboxDoor.Path ? TokenLimit.Requests : Reads)} requests a minute. Try again in a minute.", statusCode: StatusCodes.Status429TooManyRequests).ExecuteAsync(rejected.HttpContext);
        };
        limiter.AddPolicy(TokenLimit.Policy, TokenLimit.Of);
        limiter.AddPolicy(Reading, context => RateLimitPartition.GetFixedWindowLimiter(
            $"reads {Network(context.Connection.RemoteIpAddress)}", _ => new FixedWindowRateLimiterOptions { PermitLimit = Reads, Window = TimeSpan.FromMinutes(1) }));
        limiter.AddPolicy(Policy, context => HttpMethods.IsPost(context.Request.Method) ? Limit(context, "", Guesses) : RateLimitPartition.GetNoLimiter("reads"));
        limiter.AddPolicy(Talk, context => HttpMethods.IsPost(context.Request.Method) ? Limit(context, "talk ", Words) : RateLimitPartition.GetNoLimiter("reads"));
        limiter.AddPolicy(Search, context => Limit(context, "search ", Questions));
        limiter.AddPolicy(Previews, context => HttpMethods.IsPost(context.Request.Method) ? Limit(context, "note ", Notes) : Limit(context, "look ", Looks));
    });

    private static RateLimitPartition<string> Limit(HttpContext context, string what, int times) => RateLimitPartition.GetFixedWindowLimiter(
        what + Network(context.Connection.RemoteIpAddress), _ => new FixedWindowRateLimiterOptions { PermitLimit = times, Window = Window });

    // A household has a whole /64 of IPv6: counting single addresses would count nobody.
    internal static string Network(IPAddress? address) => address switch
    {
        null => "",
        { IsIPv4MappedToIPv6: true } => address.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } => Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8)),
        _ => address.ToString(),
    };

    /// <summary>The same for a person to read: 192.0.2.7, 2001:db8:1:2::/64.</summary>
    internal static string Place(IPAddress? address) => address switch
    {
        null => "",
        { AddressFamily: AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false } => $"{new IPAddress([.. address.GetAddressBytes().AsSpan(0, 8), .. new byte[8]])}/64",
        _ => Network(address),
    };
}
