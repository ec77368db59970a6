using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Npgsql;
using Roundup.Data;
using Roundup.Data.Search;
using Roundup.Data.Starting;

namespace Roundup.Tests.Data;

public enum Engine
{
    Sqlite,
    Postgres,
}

/// <summary>A database of one test, copied from a template that was migrated once.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private static readonly SemaphoreSlim Gate = new(1);
    private static readonly Dictionary<Engine, string> Templates = [];
    private readonly Func<DbContextOptionsBuilder, DbContextOptionsBuilder> _database;
    private readonly Func<ValueTask> _drop;

    private TestDatabase(Func<DbContextOptionsBuilder, DbContextOptionsBuilder> database, Func<ValueTask> drop) => (_database, _drop) = (database, drop);

    public static async Task<TestDatabase> CreateAsync(Engine engine)
    {
        var name = $"roundup_{Guid.NewGuid():n}";
        if (engine is Engine.Sqlite)
        {
            var file = Path.Combine(Path.GetTempPath(), $"{name}.db");
            File.Copy(await TemplateAsync(engine), file);
            return new TestDatabase(o => o.UseRoundupSqlite(file), () => { DeleteSqlite(file); return default; });
        }

        await ExecuteAsync($"CREATE DATABASE {name} TEMPLATE {await TemplateAsync(engine)}");
        return new TestDatabase(o => o.UseRoundupPostgres(Named(name)), async () => await ExecuteAsync($"DROP DATABASE {name} WITH (FORCE)"));
    }

    public RoundupDb Open() => new(RoundupData.WithoutHost(_database));

    public RoundupDb Open(ILoggerFactory log) => new(RoundupData.WithoutHost(options => _database(options).UseLoggerFactory(log)));

    public ValueTask DisposeAsync() => _drop();

    private static async Task<string> TemplateAsync(Engine engine)
    {
        await Gate.WaitAsync();
        try
        {
            if (!Templates.TryGetValue(engine, out var template)) Templates[engine] = template = await MigrateAsync(engine);
            return template;
        }
        finally
        {
            Gate.Release();
        }
    }

    private static async Task<string> MigrateAsync(Engine engine)
    {
        var name = $"roundup_template_{Guid.NewGuid():n}";
        if (engine is Engine.Postgres) await ExecuteAsync($"CREATE DATABASE {name}");
        var template = engine is Engine.Sqlite ? Path.Combine(Path.GetTempPath(), $"{name}.db") : name;
        await using var db = new RoundupDb(RoundupData.WithoutHost(o => engine is Engine.Sqlite ? o.UseRoundupSqlite(template) : o.UseRoundupPostgres(Named(template))));
        await db.Database.MigrateAsync();
        await db.WatchForSearchAsync();
        if (engine is Engine.Sqlite) await db.Database.ExecuteSqlAsync($"PRAGMA wal_checkpoint(TRUNCATE)");
        await db.Database.CloseConnectionAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        NpgsqlConnection.ClearAllPools();
        return template;
    }

    private static string Server =>
        Environment.GetEnvironmentVariable("ROUNDUP_TEST_POSTGRES") is { Length: > 0 } server ? server : Skipped();

    private static string Skipped()
    {
        Assert.Skip("ROUNDUP_TEST_POSTGRES is not set; tests/run starts a PostgreSQL and sets it.");
        return "";
    }

    private static string Named(string database) => new NpgsqlConnectionStringBuilder(Server) { Database = database }.ToString();

    private static async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(Server);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static void DeleteSqlite(string file)
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        foreach (var part in new[] { file, $"{file}-wal", $"{file}-shm" }) File.Delete(part);
    }
}
