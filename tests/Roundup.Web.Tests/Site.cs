using System.Net.Http.Headers;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;
using Roundup.Data;

namespace Roundup.Web.Tests;

/// <summary>
/// The whole site in memory, on a SQLite database of its own that the site migrates itself. As a class fixture it is one site for the
/// tests of a class; with <c>new</c> it is one for a test.
/// </summary>
public class Site : WebApplicationFactory<Program>
{
    public static readonly string Root = FindRoot();

    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("roundup-");

    /// <summary>Stands still until a test moves it. A Friday.</summary>
    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 20, 8, 0, 0, TimeSpan.Zero));

    public SqlLog Sql { get; } = new();

    public string DataDirectory => _data.FullName;

    /// <summary>Follows no redirects and keeps cookies; sends Origin with what changes something, as a browser does.</summary>
    public HttpClient Visitor()
    {
        var client = CreateDefaultClient(new Uri("http://localhost"), new OriginHandler(), new Microsoft.AspNetCore.Mvc.Testing.Handlers.CookieContainerHandler());
        client.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("text/html"));
        return client;
    }

    public async Task<IHtmlDocument> PageAsync(string path)
    {
        using var visitor = Visitor();
        using var reply = await visitor.GetAsync(path);
        Assert.True(reply.IsSuccessStatusCode, $"{path}: {(int)reply.StatusCode}");
        return await ParseAsync(reply);
    }

    public static async Task<IHtmlDocument> ParseAsync(HttpResponseMessage reply) => new HtmlParser().ParseDocument(await reply.Content.ReadAsStringAsync());

    /// <summary>Reaches past the pages, to set a scene or to see what was kept.</summary>
    public async Task<T> WithDbAsync<T>(Func<RoundupDb, Task<T>> work)
    {
        await using var scope = Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<RoundupDb>());
    }

    public Task WithDbAsync(Func<RoundupDb, Task> work) => WithDbAsync(async db =>
    {
        await work(db);
        return true;
    });

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _data.Delete(recursive: true);
        GC.SuppressFinalize(this);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production")
            .UseContentRoot(Root)
            .UseSetting("Data:Directory", _data.FullName)
            .UseSetting("Serilog:MinimumLevel:Default", "Fatal")
            .UseSetting("Serilog:MinimumLevel:Override:Microsoft", "Fatal");
        builder.ConfigureServices(services =>
        {
            services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock));
            services.ConfigureDbContext<RoundupDb>(options => options.AddInterceptors(Sql));
            // The index is kept by the saves themselves; a job beside them would be counted among a page's questions.
            foreach (var job in services.Where(s => s.ImplementationType == typeof(Jobs.SearchJob)).ToList()) services.Remove(job);
        });
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Roundup.sln"))) folder = folder.Parent!;
        return folder.FullName;
    }

    private sealed class OriginHandler : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (request.Method != HttpMethod.Get && request.Method != HttpMethod.Head && !request.Headers.Contains("Origin") && !request.Headers.Contains("Sec-Fetch-Site"))
                request.Headers.Add("Origin", request.RequestUri!.GetLeftPart(UriPartial.Authority));
            return base.SendAsync(request, cancellationToken);
        }
    }
}
