using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Roundup.Data;
using Roundup.Data.Starting;
using Roundup.Model.Issues;

namespace Roundup.Tests.Data;

public sealed class Starting_tests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("roundup").FullName;
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task A_fresh_folder_gets_a_database_that_survives_a_power_cut()
    {
        await using var db = Open();
        await StartAsync(db);

        Assert.Equal("wal", await ScalarAsync(db, "PRAGMA journal_mode"));
        Assert.Equal("2", await ScalarAsync(db, "PRAGMA synchronous"));
        Assert.Equal("1", await ScalarAsync(db, "PRAGMA foreign_keys"));
        Assert.Equal("0", await ScalarAsync(db, "PRAGMA trusted_schema"));
        Assert.True(new Version(await ScalarAsync(db, "SELECT sqlite_version()")) >= new Version(3, 51, 3));
    }

    /// <summary>Days are compared as text: in Thailand it is 2569, and a Dane writes 12.00.</summary>
    [Theory, InlineData("th-TH"), InlineData("da-DK"), InlineData("fa-IR")]
    public async Task Whatever_the_machines_language_a_lock_is_kept_while_it_is_young_and_a_copy_is_named_by_its_day(string language)
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(language);
        try
        {
            await using (var first = Open()) await StartAsync(first);
            await using var db = Open();
            await db.Database.ExecuteSqlAsync($"CREATE TABLE IF NOT EXISTS \"__EFMigrationsLock\" (\"Id\" INTEGER NOT NULL PRIMARY KEY, \"Timestamp\" TEXT NOT NULL)");
            await db.Database.ExecuteSqlAsync($"INSERT INTO \"__EFMigrationsLock\" VALUES (1, '2026-11-24 11:55:30+00:00')");
            await StartAsync(db);
            Assert.Equal("1", await ScalarAsync(db, "SELECT count(*) FROM \"__EFMigrationsLock\""));

            await db.Database.ExecuteSqlAsync($"DELETE FROM \"__EFMigrationsLock\"");
            await db.Database.ExecuteSqlAsync($"DELETE FROM \"__EFMigrationsHistory\" WHERE \"MigrationId\" <> '20261124132727_Beginning'");
            // What was done already can't be done again; the copy is made before.
            await Assert.ThrowsAsync<SqliteException>(() => StartAsync(db));
            Assert.Equal(["before-20261124-120000-20261124132727_Beginning.db"], Directory.GetFiles(Path.Combine(_folder, "data", "backups")).Select(Path.GetFileName));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public async Task A_lock_that_a_killed_process_left_is_forgotten()
    {
        await using (var first = Open()) await StartAsync(first);
        await using (var left = Open())
        {
            await left.Database.ExecuteSqlAsync($"CREATE TABLE IF NOT EXISTS \"__EFMigrationsLock\" (\"Id\" INTEGER NOT NULL PRIMARY KEY, \"Timestamp\" TEXT NOT NULL)");
            await left.Database.ExecuteSqlAsync($"DELETE FROM \"__EFMigrationsLock\"");
            await left.Database.ExecuteSqlAsync($"INSERT INTO \"__EFMigrationsLock\" VALUES (1, '2026-11-24 11:50:00+00:00')");
            await left.Database.ExecuteSqlAsync($"DELETE FROM \"__EFMigrationsHistory\"");
        }

        await using var db = Open();
        // The history is gone, so migrating fails on the tables that exist: what counts is that it does not wait for the lock.
        await Assert.ThrowsAsync<SqliteException>(() => StartAsync(db).WaitAsync(TimeSpan.FromMinutes(2)));
    }

    [Fact]
    public async Task A_database_of_a_later_version_is_refused()
    {
        await using (var first = Open()) await StartAsync(first);
        await using (var later = Open()) await later.Database.ExecuteSqlAsync($"INSERT INTO \"__EFMigrationsHistory\" VALUES ('29990101000000_Later', '30.0.0')");

        await using var db = Open();
        var refused = await Assert.ThrowsAsync<StartRefusedException>(() => StartAsync(db));
        Assert.Contains("29990101000000_Later", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_copy_taken_while_the_database_is_written_is_whole()
    {
        await using var db = Open();
        await StartAsync(db);
        db.Add(new Issue(1, _clock.GetUtcNow()));
        await db.SaveChangesAsync();

        var copy = Path.Combine(_folder, "copies", "copy.db");
        await Backup.WriteAsync(db, copy);

        await using var read = new RoundupDb(RoundupData.WithoutHost(o => o.UseRoundupSqlite(copy)));
        Assert.Equal(1, (await read.Issues.SingleAsync()).Number);
        Assert.Equal("ok", await ScalarAsync(read, "PRAGMA integrity_check"));
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private RoundupDb Open() => new(RoundupData.WithoutHost(o => o.UseRoundupSqlite(Path.Combine(_folder, "data", "roundup.db"))));

    private Task StartAsync(RoundupDb db) => new DatabaseStart(db, _clock, NullLogger<DatabaseStart>.Instance).RunAsync();

    private static async Task<string> ScalarAsync(RoundupDb db, string sql)
    {
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        return (await command.ExecuteScalarAsync())!.ToString()!;
    }
}
