using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;
using Roundup.Web.Security;

namespace Roundup.Web.Starting;

/// <summary>What the log says first: where the site is, and the set-up link while nobody owns it.</summary>
internal static partial class Welcome
{
    public static async Task SayAsync(WebApplication app)
    {
        var address = app.Services.GetRequiredService<IOptions<SiteOptions>>().Value.Url;
        if (address is "" && !app.Environment.IsDevelopment()) LogUnnamed(app.Logger);
        if (address is "") address = app.Services.GetService<IServer>()?.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? "http://localhost";
        address = address.TrimEnd('/').Replace("[::]", "localhost", StringComparison.Ordinal).Replace("0.0.0.0", "localhost", StringComparison.Ordinal);
        LogServing(app.Logger, address);

        await using var scope = app.Services.CreateAsyncScope();
        var link = scope.ServiceProvider.GetRequiredService<SetUpLink>();
        if (await link.IsNeededAsync()) LogSetUp(app.Logger, $"{address}/set-up/{link.MakeToken()}");
    }

    [LoggerMessage(LogLevel.Information, "Roundup is at {Address}")]
    private static partial void LogServing(ILogger log, string address);

    [LoggerMessage(LogLevel.Warning, "Site:Url is not set: links that leave the site take the address of each request, and caches are asked to keep nothing without asking again")]
    private static partial void LogUnnamed(ILogger log);

    [LoggerMessage(LogLevel.Warning, "Nobody owns this site yet. Open this link once to set it up: {Link}")]
    private static partial void LogSetUp(ILogger log, string link);
}
