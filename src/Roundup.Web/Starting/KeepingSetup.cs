using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Roundup.Data;
using Roundup.Data.Starting;
using Roundup.Web.Sample;
using Roundup.Web.Site;

namespace Roundup.Web.Starting;

internal static class KeepingSetup
{
    public static void AddKeeping(this WebApplicationBuilder builder)
    {
        var directory = Path.Combine(builder.Environment.ContentRootPath, builder.Configuration["Data:Directory"] ?? "data");
        builder.Services.AddRoundupData(builder.Configuration.GetConnectionString("Roundup"), directory);
        builder.Services.AddDataProtection().SetApplicationName("Roundup").PersistKeysToDbContext<RoundupDb>();
        builder.Services.AddScoped<DatabaseStart>();
        builder.Services.AddScoped<CurrentPublication>();
        builder.Services.AddScoped<SampleSite>();
    }
}

internal sealed class DatabaseHealth(RoundupDb db) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancel = default) =>
        await db.Database.CanConnectAsync(cancel) ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("The database does not answer.");
}
