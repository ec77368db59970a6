using System.Text.Json;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using Roundup.Web.Answers;
using Roundup.Web.Capturing;
using Roundup.Web.Reading;
using Roundup.Web.Security;

namespace Roundup.Web.Starting;

/// <summary>What scripts and phones ask for.</summary>
internal static class MachineRoutes
{
    public static void MapMachines(this IEndpointRouteBuilder routes)
    {
        routes.MapPost(InboxDoor.Path, (HttpContext context, InboxDoor door) => door.TakeAsync(context)).DisableAntiforgery().RequireRateLimiting(TokenLimit.Policy);
        // The same for everyone, as a browser asks for it without cookies. A share target is all that a phone needs: Chromium installs without a service worker.
        routes.MapRead("/manifest.webmanifest", async (CurrentPublication current, HttpContext context, IOptions<JsonOptions> json) => CacheableResult.Of(
            context, JsonSerializer.SerializeToUtf8Bytes<object>(AppManifest.Of((await current.ReadAsync())?.Title), json.Value.SerializerOptions), "application/manifest+json", CacheableResult.Briefly));
    }
}
