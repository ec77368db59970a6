using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using Roundup.Web.Starting;

namespace Roundup.Web.Answers;

/// <summary>
/// An answer that is kept: who has it asks with its tag, and mostly hears that it is still good. A date is told and never asked for: names, licences, topics and
/// what is taken away change without one, and who asks with a date alone would never hear of that.
/// </summary>
internal static class CacheableResult
{
    /// <summary>For what may change at any time: long enough that a crowd asks once.</summary>
    public static readonly TimeSpan Briefly = TimeSpan.FromMinutes(5);

    /// <summary>For what has another address once it changes.</summary>
    public static readonly TimeSpan ForGood = TimeSpan.FromDays(365);

    private const string AskAgain = "public, no-cache";

    /// <summary>A file: for everyone, readers' programs in other sites' pages among them.</summary>
    /// <param name="changed">The last change that has a date; null where none has.</param>
    public static IResult Of(HttpContext context, byte[] bytes, string mediaType, TimeSpan fresh, DateTimeOffset? changed = null)
    {
        if (changed is { } at) context.Response.GetTypedHeaders().LastModified = at;
        context.Response.Headers.CacheControl = fresh == ForGood ? FormattableString.Invariant($"public, max-age={fresh.TotalSeconds:0}, immutable")
            : KnowsItsAddress(context) ? FormattableString.Invariant($"public, max-age={fresh.TotalSeconds:0}")
            : AskAgain;
        context.Response.Headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        return Tagged(bytes, mediaType);
    }

    /// <summary>A page: kept, and asked for again each time. What is published a second later is there a second later.</summary>
    public static IResult OfPage(HttpContext context, ReadOnlyMemory<byte> bytes, string mediaType)
    {
        context.Response.Headers.CacheControl = AskAgain;
        return Tagged(bytes, mediaType);
    }

    // Where the settings don't say where the site is, whoever asks does, and answers repeat it: a cache that many share and that looks at the path alone
    // would hand one reader the links of another, unless it asks each time.
    private static bool KnowsItsAddress(HttpContext context) => context.RequestServices.GetRequiredService<IOptions<SiteOptions>>().Value.Url is not "";

    private static IResult Tagged(ReadOnlyMemory<byte> bytes, string mediaType) => Results.Bytes(bytes, mediaType, entityTag: TagOf(bytes.Span));

    private static EntityTagHeaderValue TagOf(ReadOnlySpan<byte> bytes) => new($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 16))}\"");
}
