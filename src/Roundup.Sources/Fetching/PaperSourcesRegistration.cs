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
        services.AddSingleton<LinkCheck>();
        services.AddSingleton<Queues>();
        services.TryAddSingleton<ISourceTurns, LocalTurns>();
        foreach (var type in PaperFinder.SchemeTypes) services.AddSingleton(typeof(IPaperScheme), type);
        foreach (var type in SourceTypes) services.AddSingleton(typeof(IPaperSource), type);
        services.AddSingleton(provider => new PaperFinder(provider.GetServices<IPaperScheme>()));
        services.AddGuardedClient();
        return services;
    }

    /// <summary>Every class of this assembly that papers can be asked from; there is no list to keep.</summary>
    internal static IEnumerable<Type> SourceTypes =>
        typeof(PaperSourcesRegistration).Assembly.GetTypes().Where(type => type is { IsAbstract: false, IsClass: true } && type.IsAssignableTo(typeof(IPaperSource)));

    /// <summary>
    /// The one client behind the guard. Everyone waits for the turn of the source that they ask; passing failures are tried again twice, and a
    /// source that keeps failing is left alone for a minute: each source has its own circuit.
    /// </summary>
    private static void AddGuardedClient(this IServiceCollection services)
    {
        var client = services.AddHttpClient(GuardedClient.Client, (provider, http) =>
        {
            http.Timeout = Timeout.InfiniteTimeSpan;
            http.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", provider.GetRequiredService<IOptions<SourcesOptions>>().Value.UserAgent);
        });
        client.ConfigurePrimaryHttpMessageHandler(provider =>
            new PublicConnector(provider.GetRequiredService<IOptions<SourcesOptions>>().Value.AllowLoopback).NewHandler());
        client.AddResilienceHandler("source", (pipeline, context) => Retry(pipeline, context.ServiceProvider.GetRequiredService<TimeProvider>()))
            .SelectPipelineBy(_ => request => Circuit(request));
        client.AddHttpMessageHandler(provider => new Turn(
            provider.GetRequiredService<Queues>(), provider.GetRequiredService<ISourceTurns>(), provider.GetRequiredService<TimeProvider>()));
        client.AddHttpMessageHandler(provider => new Guard(provider.GetRequiredService<IOptions<SourcesOptions>>()));
    }

    // Pages are too many to keep a circuit for each, and one dead page says nothing about the next.
    private static string Circuit(HttpRequestMessage request) =>
        request.Options.TryGetValue(GuardedClient.Terms, out var terms) && !terms.IsAnyHost ? terms.Name : "";

    private static bool IsSource(ResilienceContext context) =>
        context.GetRequestMessage() is { } request && Circuit(request) is not "";

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
            ShouldHandle = outcome => ValueTask.FromResult(IsSource(outcome.Context) && IsPassing(outcome.Outcome)
                && (outcome.Outcome.Result is not { } response || Turn.RetryAfter(response, clock) <= Turn.LongestWait)),
        });
        pipeline.AddCircuitBreaker(new HttpCircuitBreakerStrategyOptions
        {
            FailureRatio = 0.9,
            MinimumThroughput = 6,
            SamplingDuration = TimeSpan.FromMinutes(2),
            BreakDuration = TimeSpan.FromMinutes(1),
            ShouldHandle = outcome => ValueTask.FromResult(IsSource(outcome.Context) && IsPassing(outcome.Outcome)),
        });
    }

    private static bool IsPassing(Outcome<HttpResponseMessage> outcome) =>
        outcome.Exception is HttpRequestException or TimeoutException or IOException
        || (outcome.Result is { } response && ((int)response.StatusCode is 429 or >= 500));
}
