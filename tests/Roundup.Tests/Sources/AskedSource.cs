using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Roundup.Model.Papers;
using Roundup.Sources;
using Roundup.Sources.Fetching;

namespace Roundup.Tests.Sources;

/// <summary>One source of the scan, behind the real guarded client, whose server is a function of the test.</summary>
internal sealed class AskedSource
{
    private static readonly PaperFinder Finder = new();

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.Zero));
    private readonly Server _server;

    /// <param name="configure">Where null, with all keys and a contact.</param>
    public AskedSource(string name, Func<Uri, Reply> answer, Action<SourcesOptions>? configure = null)
    {
        _server = new(answer);
        var services = new ServiceCollection().AddSingleton<TimeProvider>(_clock).AddPaperSources(configure ?? WithKeys);
        services.AddHttpClient(GuardedClient.Client).ConfigurePrimaryHttpMessageHandler(() => _server);
        Source = services.BuildServiceProvider().GetServices<IPaperSource>().Single(source => source.Terms.Name == name);
    }

    public IPaperSource Source { get; }

    /// <summary>As they stand on the request line.</summary>
    public IReadOnlyList<string> Asked => _server.Asked.ConvertAll(request => request.Address);

    public IReadOnlyList<string> Authorizations => _server.Asked.ConvertAll(request => request.Authorization);

    public static void WithKeys(SourcesOptions options) =>
        (options.Contact, options.OpenReviewToken, options.SemanticScholarKey, options.OpenAlexKey) = ("editor@roundup.example", "token-1", "key-2", "key-3");

    public static PaperId Id(string text) => Finder.Recognise(text) ?? throw new ArgumentException($"{text} names no paper.");

    public async Task<PaperRecord?> FetchOneAsync(string id) => (await FetchAsync(id)).SingleOrDefault();

    public Task<IReadOnlyList<PaperRecord>> FetchAsync(params string[] ids) => FetchAsync(ids.Select(Id).ToArray());

    public async Task<IReadOnlyList<PaperRecord>> FetchAsync(PaperId[] ids)
    {
        // The pause since the last question is over.
        _clock.Advance(TimeSpan.FromSeconds(10));
        var task = Source.FetchAsync(ids, TestContext.Current.CancellationToken);
        for (var step = 0; !task.IsCompleted && step < 20_000; step++)
        {
            await Task.WhenAny(task, Task.Delay(1, TestContext.Current.CancellationToken));
            if (!task.IsCompleted) _clock.Advance(TimeSpan.FromMilliseconds(250));
        }
        return await task;
    }

    private sealed class Server(Func<Uri, Reply> answer) : HttpMessageHandler
    {
        public List<(string Address, string Authorization)> Asked { get; } = [];

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancel)
        {
            var keys = request.Headers.Where(header => header.Key is "Authorization" or "x-api-key").Select(header => $"{header.Key}: {string.Join(',', header.Value)}");
            Asked.Add((request.RequestUri!.AbsoluteUri, string.Join('\n', keys)));
            var (status, body, mediaType) = answer(request.RequestUri);
            var response = new HttpResponseMessage(status) { Content = new ByteArrayContent(body) };
            response.Content.Headers.TryAddWithoutValidation("Content-Type", mediaType);
            return Task.FromResult(response);
        }
    }
}

internal sealed record Reply(HttpStatusCode Status, byte[] Body, string MediaType)
{
    public static Reply Json(string body) => new(HttpStatusCode.OK, Encoding.UTF8.GetBytes(body), "application/json");

    public static Reply Json(byte[] body) => new(HttpStatusCode.OK, body, "application/json");

    public static Reply Text(int status, string body, string mediaType = "text/plain") => new((HttpStatusCode)status, Encoding.UTF8.GetBytes(body), mediaType);

    /// <summary>As recorded, with the status in the file's name: <c>….http404.txt</c>.</summary>
    public static Reply Recorded(params string[] path) =>
        new(path[^1].Contains("http404") ? HttpStatusCode.NotFound : path[^1].Contains("http403") ? HttpStatusCode.Forbidden : HttpStatusCode.OK,
            File.ReadAllBytes(SharedFolder.Path(["fixtures", .. path])), path[^1].EndsWith(".json", StringComparison.Ordinal) ? "application/json" : "text/plain");
}
