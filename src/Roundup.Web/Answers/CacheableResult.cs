using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace Roundup.Web.Answers;

/// <summary>An answer of bytes that programs keep: they ask with what they got, and mostly hear that it is still good.</summary>
internal static class CacheableResult
{
    /// <summary>For what may change at any time: long enough that a crowd asks once.</summary>
    public static readonly TimeSpan Briefly = TimeSpan.FromMinutes(5);

    /// <summary>For what has another address once it changes.</summary>
    public static readonly TimeSpan ForGood = TimeSpan.FromDays(365);

    /// <param name="changed">Null where no date says that nothing has changed.</param>
    public static IResult Of(HttpContext context, byte[] bytes, string mediaType, DateTimeOffset? changed, TimeSpan fresh)
    {
        var immutable = fresh == ForGood ? ", immutable" : "";
        var headers = context.Response.Headers;
        headers.CacheControl = FormattableString.Invariant($"public, max-age={fresh.TotalSeconds:0}{immutable}");
        // It is for everyone, readers' programs in other sites' pages among them.
        headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        return Results.Bytes(bytes, mediaType, lastModified: changed, entityTag: TagOf(bytes));
    }

    public static EntityTagHeaderValue TagOf(byte[] bytes) => new($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 16))}\"");
}
