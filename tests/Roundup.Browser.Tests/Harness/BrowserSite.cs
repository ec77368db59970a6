using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Playwright;
using Roundup.Web.Tests;

namespace Roundup.Browser.Tests.Harness;

/// <summary>
/// The whole site on a free port of this machine, with an empty data folder of its own. As a class fixture it is one site for the
/// tests of a class; <c>Services</c> reaches into it to set a scene.
/// </summary>
public class BrowserSite(Chromium chromium) : WebApplicationFactory<Program>, IAsyncLifetime
{
    /// <summary>
    /// When each site starts: a Friday afternoon, whatever the machine's clock says, so that the dates on a page take the same room in every run.
    /// The slot of the week is five hours past, the next one a week away.
    /// </summary>
    public static readonly DateTimeOffset Start = new(2026, 11, 20, 14, 0, 0, TimeSpan.Zero);

    private static readonly ConditionalWeakTable<IBrowserContext, BrowserSite> Visited = [];

    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("roundup-");

    /// <summary>Ends without a slash. <c>localhost</c> and not a number, because a passkey belongs to a name.</summary>
    public string Address { get; private set; } = "";

    public ValueTask InitializeAsync()
    {
        UseKestrel(0);
        StartServer();
        Address = $"http://localhost:{ClientOptions.BaseAddress.Port}";
        return ValueTask.CompletedTask;
    }

    public MovedClock Clock { get; } = new(Start);

    /// <summary>What sources answer; null, or an answer of null, for a network that is not there.</summary>
    public Func<Uri, CancellationToken, Task<HttpResponseMessage?>>? Network { get; set; }

    /// <summary>What the browser of its owner shows, once somebody signed in: a class of tests may sign in more often than one may guess a password.</summary>
    public IReadOnlyList<Cookie>? OwnersCookies { get; set; }

    public static BrowserSite Of(IPage page) => Visited.TryGetValue(page.Context, out var site) ? site : throw new ArgumentException("No site gave out this page.", nameof(page));

    /// <summary>A visitor of whom the site knows nothing yet.</summary>
    public async Task<IBrowserContext> NewVisitorAsync(BrowserNewContextOptions? options = null)
    {
        options ??= new();
        options.BaseURL = Address;
        var visitor = await chromium.Browser.NewContextAsync(options);
        visitor.SetDefaultTimeout(Chromium.Patience);
        Visited.Add(visitor, this);
        return visitor;
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _data.Delete(recursive: true);
        GC.SuppressFinalize(this);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder) =>
        builder.UseEnvironment("Production")
            .UseContentRoot(Repository.Root)
            .UseSetting("Data:Directory", _data.FullName)
            .UseSetting("Logging:LogLevel:Default", "Warning")
            .UseSetting("Serilog:MinimumLevel:Default", "Warning")
            .ConfigureTestServices(services =>
            {
                services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock));
                // A browser judges by the machine's clock whether a cookie is over.
                services.ConfigureAll<CookieAuthenticationOptions>(cookie => cookie.TimeProvider = TimeProvider.System);
                services.Configure<SecurityStampValidatorOptions>(stamp => stamp.TimeProvider = TimeProvider.System);
                services.AddHttpClient("Roundup.Sources").ConfigurePrimaryHttpMessageHandler(() => new NoNetwork(this));
            });

    /// <summary>No test reaches the network: unless it says what is answered, every source is as dead as on a train.</summary>
    private sealed class NoNetwork(BrowserSite site) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            site.Network is { } network && await network(request.RequestUri!, cancellationToken) is { } reply
                ? reply
                : throw new HttpRequestException("There is no network in tests.");
    }
}
