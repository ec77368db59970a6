using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Options;
using Polly;
using Roundup.Model.Papers;

namespace Roundup.Sources.Fetching;

/// <summary>Registers every authority and source of this assembly, the finder, and the guarded clients.</summary>
public static class PaperSourcesRegistration
{
    /// <param name="configuration">The application's; the section <c>Sources</c> is read.</param>
    public static IServiceCollection AddPaperSources(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<SourcesOptions>().Bind(configuration.GetSection(SourcesOptions.Section))
            .Validate(options => options.IsPresentable, "Sources:Site is a web address, and Sources:Contact an e-mail address.").ValidateOnStart();
        return services.AddPaperSources();
    }

    public static IServiceCollection AddPaperSources(this IServiceCollection services, Action<SourcesOptions>? configure = null)
    {
        if (configure is not null) services.Configure(configure);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<GuardedClient>();
        services.AddSingleton<ArxivApi>();
        foreach (var type in PaperFinder.SchemeTypes)
        {
            services.AddSingleton(type);
            services.AddSingleton(provider => (IPaperScheme)provider.GetRequiredService(type));
            if (type.IsAssignableTo(typeof(IPaperSource))) services.AddSingleton(provider => (IPaperSource)provider.GetRequiredService(type));
        }
        services.AddSingleton(provider => new PaperFinder(provider.GetServices<IPaperScheme>()));
        services.AddGuardedClient(GuardedClient.Pages);
        services.AddGuardedClient(Arxiv.SourceName, ArxivApi.Pace);
        return services;
    }

    /// <summary>
    /// A named client behind the guard. With a pace it is a source's: everyone waits for the source's turn, passing failures are tried
    /// again twice, and a source that keeps failing is left alone for a minute.
    /// </summary>
    public static IHttpClientBuilder AddGuardedClient(this IServiceCollection services, string source, Pace? pace = null)
    {
        var client = services.AddHttpClient(source, (provider, http) =>
        {
            http.Timeout = Timeout.InfiniteTimeSpan;
            http.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", provider.GetRequiredService<IOptions<SourcesOptions>>().Value.UserAgent);
        });
        client.ConfigurePrimaryHttpMessageHandler(provider =>
            new PublicConnector(provider.GetRequiredService<IOptions<SourcesOptions>>().Value.AllowLoopback).NewHandler());
        if (pace is not null)
        {
            client.AddResilienceHandler(source, (pipeline, context) => Retry(pipeline, context.ServiceProvider.GetRequiredService<TimeProvider>()));
            services.AddKeyedSingleton(source, (provider, _) => new TurnKeeper(pace, provider.GetRequiredService<TimeProvider>()));
            client.AddHttpMessageHandler(provider => new Turn(provider.GetRequiredKeyedService<TurnKeeper>(source)));
        }
        return client.AddHttpMessageHandler(provider => new Guard(source, provider.GetRequiredService<IOptions<SourcesOptions>>()));
    }

    private static void Retry(ResiliencePipelineBuilder<HttpResponseMessage> pipeline, TimeProvider clock)
    {
        pipeline.TimeProvider = clock;
        pipeline.AddRetry(new HttpRetryStrategyOptions
        {
            MaxRetryAttempts = 2,
            Delay = TimeSpan.FromSeconds(3),
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            // The turn keeper waits out Retry-After for everyone; longer than it waits is no failure that passes.
            ShouldRetryAfterHeader = false,
            ShouldHandle = outcome => ValueTask.FromResult(IsPassing(outcome.Outcome)
                && (outcome.Outcome.Result is not { } response || TurnKeeper.RetryAfter(response, clock) <= TurnKeeper.LongestWait)),
        });
        pipeline.AddCircuitBreaker(new HttpCircuitBreakerStrategyOptions
        {
            FailureRatio = 0.9,
            MinimumThroughput = 6,
            SamplingDuration = TimeSpan.FromMinutes(2),
            BreakDuration = TimeSpan.FromMinutes(1),
            ShouldHandle = outcome => ValueTask.FromResult(IsPassing(outcome.Outcome)),
        });
    }

    private static bool IsPassing(Outcome<HttpResponseMessage> outcome) =>
        outcome.Exception is HttpRequestException or TimeoutException or IOException
        || (outcome.Result is { } response && ((int)response.StatusCode is 429 or >= 500));
}
