using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Roundup.Data;
using Roundup.Data.Papers;
using Roundup.Data.Search;
using Roundup.Data.Starting;
using Roundup.Formats.Reading;
using Roundup.Sources;
using Roundup.Sources.Fetching;
using Roundup.Web.Areas.Admin;
using Roundup.Web.Capturing;
using Roundup.Web.Importing;
using Roundup.Web.Jobs;
using Roundup.Web.Reading;
using Roundup.Web.Sample;
using Roundup.Web.Seen;

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
        builder.Services.AddSingleton(services => new RoundupReader(fragment => services.GetRequiredService<PaperFinder>().Recognise(fragment)));
        builder.Services.AddScoped<IssueImport>();
        builder.Services.AddScoped<SeenBefore>();
        builder.Services.AddScoped<DraftNotes>().AddScoped<ReadinessBook>();
        builder.Services.AddScoped<PaperIdentity>();
        builder.Services.AddScoped<SearchRebuild>();
        builder.Services.AddScoped<PaperCapture>();
        builder.Services.AddScoped<InboxIntake>();
        builder.Services.AddScoped<PastedPapers>();
        builder.Services.AddScoped<InboxDoor>();
        var site = builder.Configuration.GetSection(SiteOptions.Section).Get<SiteOptions>() ?? new SiteOptions();
        // One book of turns for all instances; it has to be named before the sources, which bring one for a single process.
        builder.Services.AddSingleton<ISourceTurns, SharedTurns>();
        builder.Services.AddPaperSources(builder.Configuration);
        builder.Services.PostConfigure<SourcesOptions>(sources => (sources.Site, sources.Contact) = (sources.Site ?? site.Url, sources.Contact ?? site.Contact));
    }

    public static void AddJobs(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<IErrandRunner, FillErrands>();
        builder.Services.AddSingleton<IErrandRunner, RecheckErrands>();
        builder.Services.AddSingleton<IErrandRunner, LinkErrands>();
        builder.Services.AddOptions<JobsOptions>().Bind(builder.Configuration.GetSection(JobsOptions.Section))
            .Validate(jobs => jobs.IsSound, "Jobs:ClaimFor is a time between 00:00:01 and 01:00:00.").ValidateOnStart();
        builder.Services.AddHostedService<ErrandJob>();
        builder.Services.AddHostedService<RoundsJob>();
        builder.Services.AddSingleton<RenderRound>().AddSingleton<MarkdownRound>();
        builder.Services.AddHostedService<RenderJob>();
        builder.Services.AddHostedService<SearchJob>();
    }
}

internal sealed class DatabaseHealth(RoundupDb db) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancel = default) =>
        await db.Database.CanConnectAsync(cancel) ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("The database does not answer.");
}
