using System.IO.Compression;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;
using Roundup.Web.Security;

namespace Roundup.Web.Starting;

/// <summary>
/// Public pages and files go out compressed. What may hold a token or somebody's own words never does: beside something that its sender chose, its length
/// would tell it, letter by letter (BREACH, CVE-2013-3587). Such an answer is known by what keeps it out of caches.
/// </summary>
internal sealed class PublicCompression(IServiceProvider services, IOptions<ResponseCompressionOptions> options) : ResponseCompressionProvider(services, options)
{
    private static readonly string[] Types =
    [
        "text/html", "text/plain", "text/markdown", "text/xml", "application/xml", "application/atom+xml", "application/rss+xml", "image/svg+xml",
        "application/json", "application/feed+json", "application/problem+json", "application/manifest+json", "application/vnd.citationstyles.csl+json",
        "application/x-bibtex", "text/x-bibtex", "application/x-research-info-systems",
    ];

    private static readonly HashSet<string> Known = new(Types, StringComparer.OrdinalIgnoreCase);

    public static void Add(IServiceCollection services)
    {
        services.AddSingleton<PublicCompression>().AddSingleton<IResponseCompressionProvider>(provider => provider.GetRequiredService<PublicCompression>());
        services.AddResponseCompression(options =>
        {
            // What of this is not for everyone is left out below, whichever way it came.
            options.EnableForHttps = true;
            options.MimeTypes = Types;
            options.Providers.Add<Brotli>();
            options.Providers.Add<GzipCompressionProvider>();
        });
        services.Configure<GzipCompressionProviderOptions>(gzip => gzip.Level = CompressionLevel.Optimal);
    }

    /// <summary>Within what shows errors in place of answers: an answer that broke off leaves nothing of its compressed beginning behind.</summary>
    public static void Use(IApplicationBuilder app)
    {
        var compression = app.ApplicationServices.GetRequiredService<PublicCompression>();
        app.Use((context, next) =>
        {
            context.Response.OnStarting(compression.Mark, context);
            return next(context);
        });
        app.UseResponseCompression();
    }

    public override bool ShouldCompressResponse(HttpContext context) => MayCompress(context) && base.ShouldCompressResponse(context);

    // Also what has no body says what it would say with one: 304, and the answer to HEAD.
    private Task Mark(object state)
    {
        var context = (HttpContext)state;
        if (!MayCompress(context) || context.Response.Headers.ContainsKey("Content-Range")) return Task.CompletedTask;

        var headers = context.Response.Headers;
        if (!headers.GetCommaSeparatedValues("Vary").Contains("Accept-Encoding", StringComparer.OrdinalIgnoreCase)) headers.Append("Vary", "Accept-Encoding");
        if (StringValues.IsNullOrEmpty(context.Request.Headers.AcceptEncoding) || GetCompressionProvider(context) is not { } chosen) return Task.CompletedTask;

        // Other bytes under the tag of the plain ones: equal in meaning, which is what a weak one says (RFC 9110, 8.8.1).
        if (headers.ETag is [['"', ..] strong]) headers.ETag = $"W/{strong}";
        if (!HttpMethods.IsHead(context.Request.Method)) return Task.CompletedTask;

        headers.ContentLength = null;
        headers.ContentEncoding = chosen.EncodingName;
        return Task.CompletedTask;
    }

    private static bool MayCompress(HttpContext context)
    {
        var (request, response) = (context.Request, context.Response);
        return (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)) && IsText(request, response) && !IsOwn(request, response)
            // The build has compressed them, better than there is time for here.
            && context.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is null;
    }

    /// <summary>What may hold a token or somebody's own words, or shall be kept nowhere.</summary>
    internal static bool IsOwn(HttpRequest request, HttpResponse response) => SecurityHeaders.IsPrivate(request.Path) || response.Headers.SetCookie is not []
        || response.Headers.CacheControl.ToString() is var kept && (kept.Contains("no-store", StringComparison.OrdinalIgnoreCase) || kept.Contains("private", StringComparison.OrdinalIgnoreCase));

    // What has not changed names no type (RFC 9110, 15.4.5). Of all that has a tag, pictures alone are not text.
    private static bool IsText(HttpRequest request, HttpResponse response) => response.StatusCode is StatusCodes.Status304NotModified
        ? !request.Path.Value!.EndsWith(".png", StringComparison.OrdinalIgnoreCase)
        : response.ContentType is { } type && Known.Contains(type.Split(';')[0].Trim());

    private sealed class Brotli : ICompressionProvider
    {
        /// <summary>Of 11: beyond it a page costs several times as much and gets a few percent smaller.</summary>
        private const int Quality = 5;

        public string EncodingName => "br";

        public bool SupportsFlush => true;

        public Stream CreateStream(Stream outputStream) => new BrotliStream(outputStream, new BrotliCompressionOptions { Quality = Quality }, leaveOpen: true);
    }
}
