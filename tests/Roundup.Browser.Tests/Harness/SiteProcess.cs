using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Roundup.Browser.Tests.Harness;

/// <summary>The site as a process of its own, for what can't be done to one's own: killing it, and starting it again on its data.</summary>
public sealed partial class SiteProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly ConcurrentQueue<string> _output = [];
    private readonly Process _process;

    private SiteProcess(ProcessStartInfo start)
    {
        _process = new() { StartInfo = start };
        _process.OutputDataReceived += (_, line) => _output.Enqueue(line.Data ?? "");
        _process.ErrorDataReceived += (_, line) => _output.Enqueue(line.Data ?? "");
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public HttpClient Client { get; } = new() { Timeout = Patience };

    /// <summary>What it wrote so far.</summary>
    public string Output => string.Join(Environment.NewLine, _output);

    /// <summary>Returns when /health answers; fails, with what the process wrote, when it ends or stays silent for three minutes.</summary>
    /// <param name="data">The data folder, which outlives the process.</param>
    /// <param name="settings">Further configuration, by its key.</param>
    public static async Task<SiteProcess> StartAsync(string data, params (string Key, string Value)[] settings)
    {
        var site = Launch(data, settings);
        await site.AnswersAsync();
        return site;
    }

    /// <summary>The same at an address that a browser knows already.</summary>
    public static Task<SiteProcess> StartAtAsync(string address, string data, params (string Key, string Value)[] settings) =>
        StartAsync(data, [("Urls", address), .. settings]);

    /// <summary>On a port of this machine that nobody listened at a moment ago; ends without a slash.</summary>
    public static string NewAddress()
    {
        using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        return $"http://127.0.0.1:{((System.Net.IPEndPoint)listener.LocalEndpoint).Port}";
    }

    /// <summary>Returns at once: the process may not even have begun.</summary>
    /// <inheritdoc cref="StartAsync"/>
    public static SiteProcess Launch(string data, params (string Key, string Value)[] settings)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Roundup.Web.dll")])
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        (string Key, string Value)[] own = [("Data:Directory", data), ("Urls", "http://127.0.0.1:0"), ("DOTNET_ENVIRONMENT", "Production")];
        foreach (var (key, value) in own.Concat(settings)) start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;

        return new SiteProcess(start);
    }

    /// <summary>Waits until /health does.</summary>
    public async Task AnswersAsync()
    {
        // The site takes a free port itself and says which: one that was looked for before could be somebody else's by now.
        Client.BaseAddress = new((await ReadAsync(Address())).Groups["address"].Value);
        using var reply = await Client.GetAsync("/health");
        Assert.True(reply.IsSuccessStatusCode, $"/health: {(int)reply.StatusCode}{Environment.NewLine}{Output}");
    }

    /// <summary>Waits until the process has written something; fails, with all that it wrote, when it ends or never does.</summary>
    public async Task<Match> ReadAsync(Regex words)
    {
        for (var waited = Stopwatch.StartNew(); ; await Task.Delay(50))
        {
            var hasEnded = _process.HasExited;
            if (words.Match(Output) is { Success: true } found) return found;
            if (!hasEnded && waited.Elapsed < Patience) continue;

            await DisposeAsync();
            Assert.Fail($"The site {(hasEnded ? "ended" : "ran")} and did not write {words}, but this:{Environment.NewLine}{Output}");
        }
    }

    /// <summary>Of the process itself, in bytes, as the kernel counts it (proc_pid_status(5)).</summary>
    public long ResidentBytes => 1024 * long.Parse(
        File.ReadLines($"/proc/{_process.Id}/status").First(l => l.StartsWith("VmRSS:", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture);

    /// <summary>As a service manager stops it: it may finish what it must.</summary>
    public async Task TerminateAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
        await EndsAsync();
    }

    /// <summary>Waits until it is gone, whoever ends it.</summary>
    public async Task EndsAsync() => await _process.WaitForExitAsync().WaitAsync(Patience);

    /// <summary>As when the power goes for the process alone: no handler of its own runs.</summary>
    public async Task KillAsync()
    {
        Kill();
        await EndsAsync();
    }

    /// <inheritdoc cref="KillAsync"/>
    public void Kill() => _process.Kill();

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) await KillAsync();
        _process.Dispose();
        Client.Dispose();
    }

    [GeneratedRegex("Roundup is at .*\"Address\":\"(?<address>http:[^\"]+)\"")]
    private static partial Regex Address();
}
