using System.Globalization;
using Microsoft.AspNetCore.HttpOverrides;
using Serilog;
using Serilog.Formatting.Compact;

namespace Roundup.Web.Starting;

internal static class HostSetup
{
    /// <summary>In bytes; the paste box takes 4 million characters, each of which may be several bytes, escaped.</summary>
    private const long DeskBody = 40 * 1024 * 1024;

    /// <summary>Readable on a terminal, one JSON object a line elsewhere. Values are quoted in both, so that no text can forge a line.</summary>
    public static void AddLog(this WebApplicationBuilder builder)
    {
        var settings = new LoggerConfiguration().ReadFrom.Configuration(builder.Configuration);
        if (!Console.IsOutputRedirected) settings.WriteTo.Console(outputTemplate: "{Timestamp:HH:mm:ss} {Level:u3} {Message:j}{NewLine}{Exception}", formatProvider: CultureInfo.InvariantCulture);
        else settings.WriteTo.Console(new CompactJsonFormatter());
        builder.Services.AddSerilog(settings.CreateLogger(), dispose: true);
    }

    public static void AddHost(this WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = DeskBody;
            kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
        });
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddHealthChecks().AddCheck<DatabaseHealth>("database", tags: ["ready"]);
        builder.Services.AddProblemDetails();
        builder.Services.Configure<SiteOptions>(builder.Configuration.GetSection(SiteOptions.Section));
        builder.Services.Configure<ForwardedHeadersOptions>(options =>
        {
            // Only proxies that the owner named are believed about who asks; loopback is believed by default.
            options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            foreach (var network in builder.Configuration.GetSection("Site:Proxies").Get<string[]>() ?? [])
                options.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(network));
        });
    }
}
