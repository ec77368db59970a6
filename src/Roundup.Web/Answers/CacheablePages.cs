using System.Buffers;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Roundup.Web.Starting;

namespace Roundup.Web.Answers;

/// <summary>Public pages carry a tag of what is on them (see <see cref="CacheableResult"/>): it is the same for everyone, so one is a copy of the other.</summary>
internal sealed class CacheablePages : IAsyncResultFilter
{
    // Razor has a page whole, at two bytes a letter, before it writes the first: as bytes it is held for a moment more.
    private static readonly PipeOptions Whole = new(pauseWriterThreshold: 0, useSynchronizationContext: false);

    public async Task OnResultExecutionAsync(ResultExecutingContext context, ResultExecutionDelegate next)
    {
        var http = context.HttpContext;
        if (context.Result is not (PageResult or ContentResult) || !MayBeKept(http))
        {
            await next();
            return;
        }

        var (body, held) = (http.Response.Body, new Pipe(Whole));
        var hasFailed = true;
        try
        {
            http.Response.Body = held.Writer.AsStream(leaveOpen: true);
            hasFailed = (await next()).Exception is not null;
        }
        finally
        {
            http.Response.Body = body;
            await held.Writer.CompleteAsync();
        }

        if (!hasFailed) await SendAsync(http, held.Reader);
        await held.Reader.CompleteAsync();
    }

    private static async Task SendAsync(HttpContext http, PipeReader held)
    {
        var page = (await held.ReadAsync(http.RequestAborted)).Buffer;
        // What was not found, and what turned out to be somebody's own while it was written, has no tag.
        if (http.Response.StatusCode is not StatusCodes.Status200OK || !MayBeKept(http))
        {
            foreach (var part in page) await http.Response.Body.WriteAsync(part, http.RequestAborted);
            return;
        }

        var bytes = ArrayPool<byte>.Shared.Rent((int)page.Length);
        page.CopyTo(bytes);
        var type = http.Response.ContentType ?? "";
        // What has not changed names no type.
        http.Response.ContentType = null;
        await CacheableResult.OfPage(http, bytes.AsMemory(0, (int)page.Length), type).ExecuteAsync(http);
        ArrayPool<byte>.Shared.Return(bytes);
    }

    private static bool MayBeKept(HttpContext http) => (HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method)) && !PublicCompression.IsOwn(http.Request, http.Response);
}
