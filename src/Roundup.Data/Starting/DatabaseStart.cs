using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.Logging;
using Roundup.Data.Papers;
using Roundup.Data.Search;
using Roundup.Data.Topics;
using Roundup.Model.Papers;

namespace Roundup.Data.Starting;

/// <summary>Brings the database to this version before anything is served: checked, backed up, migrated.</summary>
public sealed partial class DatabaseStart(RoundupDb db, TimeProvider clock, ILogger<DatabaseStart> log)
{
    // Versions 3.7.0 to 3.51.2 can corrupt a WAL that is reset while it is read (sqlite.org/changes.html, 3.51.3).
    private static readonly Version OldestSafeSqlite = new(3, 51, 3);

    // In papers. An archive is asked for in parts, a pause apart, so that what is pasted meanwhile comes in between.
    private const int AtOnce = 100;
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(5);

    /// <exception cref="StartRefusedException">The database is of a later version, or this SQLite is too old to be trusted.</exception>
    public async Task RunAsync(CancellationToken cancel = default)
    {
        if (db.Database.IsSqlite()) await PrepareSqliteAsync(cancel);

        var known = db.Database.GetMigrations().ToHashSet();
        var applied = (await ReadAppliedAsync(cancel)).ToList();
        if (applied.Find(m => !known.Contains(m)) is { } later)
            throw new StartRefusedException($"This database was made by a later version of Roundup ({later}). Start that version, or restore a backup from before.");

        if (applied.Count > 0 && applied.Count < known.Count) await BackUpAsync(applied[^1], cancel);
        if (applied.Count < known.Count) await db.Database.MigrateAsync(cancel);
        await db.WatchForSearchAsync(cancel);
        await AdoptPapersAsync(cancel);
        await db.AdoptAuthorsAsync(cancel);
        await db.AdoptTopicKeysAsync(clock.GetUtcNow(), cancel);
    }

    // Papers of an earlier version have no keys to be found by; only the model knows how they are made. What such a paper lacks, the sources
    // are asked for once: key and errand are saved together, so that a start that is killed, or two at once, ask no more and no less.
    private async Task AdoptPapersAsync(CancellationToken cancel)
    {
        for (var (last, times) = (0, 0); ; times++)
        {
            var unkeyed = await db.Papers.Include(p => p.Identifiers).Where(p => p.TitleKey == "" && p.SurnameKey == "" && p.Id > last)
                .OrderBy(p => p.Id).Take(AtOnce).ToListAsync(cancel);
            if (unkeyed is []) return;

            foreach (var paper in unkeyed) paper.Rename();
            var lacking = unkeyed.Where(p => p.TitleKey is not "" && (p.FilledAt is null || p.WantsFilling) && (p.Identifiers is not [] || p.Link is not "")).ToList();
            await db.WantAsync(ErrandKind.Fill, lacking, clock.GetUtcNow() + times * Pause, cancel);
            // Where another instance was quicker with some of them, the others are found again.
            if (await db.SaveAsync(cancel) is null) last = unkeyed[^1].Id;
            db.ChangeTracker.Clear();
        }
    }

    private async Task<IEnumerable<string>> ReadAppliedAsync(CancellationToken cancel) =>
        await db.GetService<IHistoryRepository>().ExistsAsync(cancel) ? await db.Database.GetAppliedMigrationsAsync(cancel) : [];

    private async Task PrepareSqliteAsync(CancellationToken cancel)
    {
        var file = db.Database.GetDbConnection().DataSource;
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);

        var version = new Version(await db.Database.SqlQuery<string>($"SELECT sqlite_version() AS Value").SingleAsync(cancel));
        if (version < OldestSafeSqlite) throw new StartRefusedException($"SQLite {version} can corrupt its log; {OldestSafeSqlite} or later is needed.");

        await db.Database.ExecuteSqlAsync($"PRAGMA journal_mode=WAL", cancel);
        await ForgetAbandonedLockAsync(cancel);
    }

    // EF's lock is a row that outlives a killed process, and every later start would wait for it for ever.
    private async Task ForgetAbandonedLockAsync(CancellationToken cancel)
    {
        var exists = await db.Database
            .SqlQuery<int>($"SELECT count(*) AS Value FROM sqlite_master WHERE type = 'table' AND name = '__EFMigrationsLock'").SingleAsync(cancel);
        if (exists is 0) return;

        var limit = clock.GetUtcNow().AddMinutes(-5).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
        var forgotten = await db.Database.ExecuteSqlAsync($"DELETE FROM __EFMigrationsLock WHERE \"Timestamp\" < {limit}", cancel);
        if (forgotten > 0) LogForgotten(log);
    }

    private async Task BackUpAsync(string migration, CancellationToken cancel)
    {
        if (!db.Database.IsSqlite()) return;

        var file = Path.GetFullPath(db.Database.GetDbConnection().DataSource);
        var copy = Path.Combine(Path.GetDirectoryName(file)!, "backups", FormattableString.Invariant($"before-{clock.GetUtcNow():yyyyMMdd-HHmmss}-{migration}.db"));
        await Backup.WriteAsync(db, copy, cancel);
        LogBackedUp(log, copy);
    }

    [LoggerMessage(LogLevel.Warning, "An abandoned migration lock was removed")]
    private static partial void LogForgotten(ILogger log);

    [LoggerMessage(LogLevel.Information, "The database was copied to {Copy} before it is migrated")]
    private static partial void LogBackedUp(ILogger log, string copy);
}

/// <summary>The database can't be served by this version. The message says what to do.</summary>
public sealed class StartRefusedException(string sentence) : Exception(sentence);
