using System.Threading.RateLimiting;
using Roundup.Data.People;
using Roundup.Web.Capturing;

namespace Roundup.Web.Security;

/// <summary>How often one script may knock: by its token, and where it has none by its network.</summary>
internal static class TokenLimit
{
    public const string Policy = "tokens";

    /// <summary>A minute.</summary>
    public const int Requests = 60;

    public static RateLimitPartition<string> Of(HttpContext context) =>
        RateLimitPartition.GetFixedWindowLimiter(
            InboxDoor.Bearer(context.Request) is { } secret ? Secret.HashOf(secret) : RateLimits.Network(context.Connection.RemoteIpAddress),
            _ => new FixedWindowRateLimiterOptions { PermitLimit = Requests, Window = TimeSpan.FromMinutes(1) });
}
