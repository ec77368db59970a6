using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Roundup.Browser.Tests.Harness;

/// <summary>The site as a process of its own, for what can't be done to one's own: killing it, and starting it again on its data.</summary>
public sealed class SiteProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly ConcurrentQueue<string> _output = [];
    private readonly Process _process;

    private SiteProcess(ProcessStartInfo start, string address)
    {
        Client = new() { BaseAddress = new(address) };
        _process = new() { StartInfo = start };
        _process.OutputDataReceived += (_, line) => _output.Enqueue(line.Data ?? "");
        _process.ErrorDataReceived += (_, line) => _output.Enqueue(line.Data ?? "");
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public HttpClient Client { get; }

    /// <summary>What it wrote so far.</summary>
    public string Output => string.Join(Environment.NewLine, _output);

    /// <summary>Returns when /health answers; fails, with what the process wrote, when it ends or stays silent for 30 seconds.</summary>
    /// <param name="data">The data folder, which outlives the process.</param>
    /// <param name="settings">Further configuration, by its key.</param>
    public static Task<SiteProcess> StartAsync(string data, params (string Key, string Value)[] settings) => StartAtAsync(NewAddress(), data, settings);

    /// <summary>On a port of this machine that nobody listened at a moment ago; ends without a slash.</summary>
    public static string NewAddress() => $"http://127.0.0.1:{FreePort()}";

    /// <summary>The same at an address that a browser knows already.</summary>
    public static async Task<SiteProcess> StartAtAsync(string address, string data, params (string Key, string Value)[] settings)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Roundup.Web.dll")])
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        (string Key, string Value)[] own = [("Data:Directory", data), ("Urls", address), ("DOTNET_ENVIRONMENT", "Production")];
        foreach (var (key, value) in own.Concat(settings)) start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;

        var site = new SiteProcess(start, address);
        await site.WaitUntilItAnswersAsync();
        return site;
    }

    /// <summary>Of the process itself, in bytes, as the kernel counts it (proc_pid_status(5)).</summary>
    public long ResidentBytes => 1024 * long.Parse(
        File.ReadLines($"/proc/{_process.Id}/status").First(l => l.StartsWith("VmRSS:", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture);

    /// <summary>As a service manager stops it: it may finish what it must.</summary>
    public async Task TerminateAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
        await _process.WaitForExitAsync();
    }

    /// <summary>As when the power goes for the process alone: no handler of its own runs.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) await KillAsync();
        _process.Dispose();
        Client.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private async Task WaitUntilItAnswersAsync()
    {
        for (var waited = Stopwatch.StartNew(); waited.Elapsed < Patience && !_process.HasExited; await Task.Delay(50))
        {
            try
            {
                using var reply = await Client.GetAsync("/health");
                if (reply.IsSuccessStatusCode) return;
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }
        }

        await DisposeAsync();
        Assert.Fail($"The site did not answer at /health. It wrote:{Environment.NewLine}{Output}");
    }
}
