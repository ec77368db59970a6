using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using Roundup.Data;
using Roundup.Data.Starting;
using Roundup.Model.Papers;
using Roundup.Sources.Fetching;
using Roundup.Web.Jobs;

namespace Roundup.Web.Tests.Filling;

/// <summary>A database that several instances share: a SQLite file, or a PostgreSQL database of its own.</summary>
internal sealed class SharedDatabase : IAsyncDisposable
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("roundup-");

    private SharedDatabase(string? postgres) => Postgres = postgres;

    public string? Postgres { get; }

    public string Folder => _data.FullName;

    public static async Task<SharedDatabase> CreateAsync(bool isPostgres)
    {
        string? postgres = null;
        if (isPostgres)
        {
            var server = Environment.GetEnvironmentVariable("ROUNDUP_TEST_POSTGRES");
            if (string.IsNullOrEmpty(server)) Assert.Skip("ROUNDUP_TEST_POSTGRES is not set; tests/run starts a PostgreSQL and sets it.");
            postgres = new NpgsqlConnectionStringBuilder(server) { Database = $"roundup_{Guid.NewGuid():n}" }.ToString();
        }

        var shared = new SharedDatabase(postgres);
        await using var services = new ServiceCollection().AddLogging().AddRoundupData(postgres, shared._data.FullName).BuildServiceProvider();
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<RoundupDb>().Database.MigrateAsync();
        return shared;
    }

    public async ValueTask DisposeAsync()
    {
        if (Postgres is not null)
        {
            NpgsqlConnection.ClearAllPools();
            await using var services = new ServiceCollection().AddLogging().AddRoundupData(Postgres, _data.FullName).BuildServiceProvider();
            await using var scope = services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<RoundupDb>().Database.EnsureDeletedAsync();
        }

        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _data.Delete(recursive: true);
    }
}

/// <summary>What of one running site does the errands, on a database that it shares with others, with one source.</summary>
internal sealed class Instance : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    public Instance(SharedDatabase database, Func<GuardedClient, IPaperSource> source)
    {
        var services = new ServiceCollection().AddLogging(log => log.SetMinimumLevel(LogLevel.None)).AddRoundupData(database.Postgres, database.Folder);
        services.AddSingleton(TimeProvider.System).AddSingleton<ISourceTurns, SharedTurns>().AddPaperSources(o => o.AllowLoopback = true);
        services.RemoveAll<IPaperSource>().AddSingleton(p => source(p.GetRequiredService<GuardedClient>()));
        services.AddSingleton<IErrandRunner, FillErrands>().AddSingleton<IHostedService, ErrandJob>();
        _services = services.BuildServiceProvider();
    }

    public async Task StartAsync()
    {
        foreach (var job in _services.GetServices<IHostedService>()) await job.StartAsync(TestContext.Current.CancellationToken);
    }

    public async Task<T> WithDbAsync<T>(Func<RoundupDb, Task<T>> work)
    {
        await using var scope = _services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<RoundupDb>());
    }

    /// <summary>Until no errand is left.</summary>
    public async Task FinishAsync()
    {
        for (var end = DateTime.UtcNow.AddMinutes(3); await WithDbAsync(db => db.Errands.AnyAsync()); await Task.Delay(50))
            Assert.True(DateTime.UtcNow < end, "Errands are left after three minutes.");
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var job in _services.GetServices<IHostedService>()) await job.StopAsync(CancellationToken.None);
        await _services.DisposeAsync();
    }
}
