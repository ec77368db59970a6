using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;

namespace Roundup.Web.Security;

/// <summary>How often one address may guess a secret.</summary>
internal static class GuessLimit
{
    public const string Policy = "guesses";

    private const int Guesses = 20;

    public static IServiceCollection AddGuessLimit(this IServiceCollection services) => services.AddRateLimiter(limiter =>
    {
        limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limiter.OnRejected = async (rejected, _) =>
        {
            var forScripts = rejected.HttpContext.Request.Path.StartsWithSegments("/api");
            rejected.HttpContext.Response.Headers.RetryAfter = forScripts ? "60" : "600";
            if (forScripts) await Results.Problem("At most 60 requests a minute. Try again in a minute.", statusCode: StatusCodes.Status429TooManyRequests).ExecuteAsync(rejected.HttpContext);
        };
        limiter.AddPolicy(TokenLimit.Policy, TokenLimit.Of);
        limiter.AddPolicy(Policy, context => HttpMethods.IsPost(context.Request.Method)
            ? RateLimitPartition.GetFixedWindowLimiter(Network(context.Connection.RemoteIpAddress), _ => new FixedWindowRateLimiterOptions { PermitLimit = Guesses, Window = TimeSpan.FromMinutes(10) })
            : RateLimitPartition.GetNoLimiter(""));
    });

    // A household has a whole /64 of IPv6: counting single addresses would count nobody.
    internal static string Network(IPAddress? address) => address switch
    {
        null => "",
        { IsIPv4MappedToIPv6: true } => address.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } => Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8)),
        _ => address.ToString(),
    };
}
