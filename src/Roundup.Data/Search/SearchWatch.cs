using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;

namespace Roundup.Data.Search;

/// <summary>
/// The triggers that write down what has to be made anew, whoever changes it. They are no part of the history of migrations, each of which would have to
/// know the columns of its day: every start sees to it that those of its version are there.
/// </summary>
public static class SearchWatch
{
    private static readonly FormattableString SqliteTriggers = $"""SELECT "sql" AS "Value" FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'Search\_%' ESCAPE '\'""";
    private static readonly FormattableString SqliteDrops = $"""SELECT 'DROP TRIGGER "' || name || '"' AS "Value" FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'Search\_%' ESCAPE '\'""";

    private static readonly FormattableString PostgresMark = $"""SELECT obj_description(to_regprocedure('search_due(integer[])'), 'pg_proc') AS "Value" """;
    private static readonly FormattableString PostgresDrops = $"""
        SELECT format('DROP TRIGGER %I ON %s', tgname, tgrelid::regclass) AS "Value" FROM pg_trigger
        WHERE tgname LIKE 'Search\_%' AND NOT tgisinternal AND pg_table_is_visible(tgrelid)
        """;

    /// <summary>As PostgreSQL's own lock of migrations, but readers of the history go on.</summary>
    private const string PostgresLock = """LOCK TABLE "__EFMigrationsHistory" IN SHARE ROW EXCLUSIVE MODE""";

    // PostgreSQL keeps no statement as it was typed, so a comment says which they were.
    private static readonly string Mark = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(PostgresWatch.Statement)));

    extension(RoundupDb db)
    {
        /// <summary>Sets this version's triggers where there are others, or none. Starts that come at once do it one after the other.</summary>
        public async Task WatchForSearchAsync(CancellationToken cancel = default)
        {
            if (await db.IsWatchedAsync(cancel)) return;

            await using var together = await db.Database.BeginTransactionAsync(cancel);
            if (!db.IsSqlite) await db.RunAsync(PostgresLock, cancel);
            var drops = await db.Database.SqlQuery<string>(db.IsSqlite ? SqliteDrops : PostgresDrops).ToListAsync(cancel);
            foreach (var statement in drops.Concat(db.IsSqlite ? SqliteWatch.Statements : [PostgresWatch.Statement, $"COMMENT ON FUNCTION search_due(integer[]) IS '{Mark}'"]))
                await db.RunAsync(statement, cancel);
            await together.CommitAsync(cancel);
        }

        private async Task<bool> IsWatchedAsync(CancellationToken cancel) => db.IsSqlite
            ? (await db.Database.SqlQuery<string>(SqliteTriggers).ToListAsync(cancel)).ToHashSet().SetEquals(SqliteWatch.Statements)
            : await db.Database.SqlQuery<string?>(PostgresMark).SingleAsync(cancel) == Mark;
    }
}
