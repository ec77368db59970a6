using System.Data.Common;
using System.Runtime.ExceptionServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Roundup.Model.Search;
using SQLitePCL;

namespace Roundup.Data.Search;

/// <summary>Many documents at once, and no one of them in the way of the others.</summary>
internal static class SearchBatch
{
    private const string Point = "search_batch";
    private const string PutEmpty = """INSERT INTO "SearchDocuments" ("Number", "Kind", "Ref", "Shown") VALUES (@number, @kind, @ref, '')""";

    // A full disk, a lock, a lost connection, a table that is damaged or missing is nobody's document: what is due waits for better days.
    private static readonly int[] Sqlite = [raw.SQLITE_TOOBIG, raw.SQLITE_CONSTRAINT, raw.SQLITE_MISMATCH];

    /// <summary>Data, integrity, program limits (a text of more words than a tsvector holds), PL/pgSQL (postgresql.org/docs, appendix A).</summary>
    private static readonly string[] Postgres = ["22", "23", "54", "P0"];

    extension(RoundupDb db)
    {
        /// <summary>
        /// Brings the documents of these papers and issues up to date, in the transaction that the context is in. Where one can't be made they are made one at
        /// a time: that one goes without, and the log says so. Where none of several can be made it is the index, and what was thrown is thrown.
        /// </summary>
        /// <returns>Whether all went at once; if not, the index that was handed in is of no use any more.</returns>
        public async Task<bool> BringTogetherAsync(SearchIndex index, IReadOnlyCollection<SearchKey> keys, CancellationToken cancel)
        {
            if (await db.TryAsync(() => index.BringUpToDateAsync(keys, cancel), cancel) is null) return true;

            var failed = new List<(SearchKey Key, Exception Trouble)>();
            foreach (var key in keys)
                if (await db.TryAsync(() => new SearchIndex(db).BringUpToDateAsync([key], cancel), cancel) is { } trouble) failed.Add((key, trouble));
            if (failed.Count > 1 && failed.Count == keys.Count) ExceptionDispatchInfo.Throw(failed[0].Trouble);

            foreach (var (key, trouble) in failed)
            {
                db.TellOfDocument(key, trouble);
                // Better found by nobody than found as it was.
                if (await db.TryAsync(() => db.EmptyPlaceAsync(key, cancel), cancel) is not null) await db.TryAsync(() => new SearchIndex(db).DropAsync(key, cancel), cancel);
            }

            return false;
        }

        // Without a word nothing finds it; but triggers look here for whether a change of a paper is due.
        private async Task EmptyPlaceAsync(SearchKey key, CancellationToken cancel)
        {
            await new SearchIndex(db).DropAsync(key, cancel);
            await db.RunAsync(PutEmpty, cancel, ("number", SearchDocument.NumberOf(key, DateOnly.MinValue)), ("kind", (int)key.Kind), ("ref", key.Id));
        }

        private async Task<Exception?> TryAsync(Func<Task> work, CancellationToken cancel)
        {
            var transaction = db.Database.CurrentTransaction!;
            await transaction.CreateSavepointAsync(Point, cancel);
            Exception? trouble = null;
            try
            {
                await work();
            }
            catch (Exception mistake) when (IsOfTheDocument(mistake))
            {
                trouble = mistake;
                await transaction.RollbackToSavepointAsync(Point, cancel);
            }

            await transaction.ReleaseSavepointAsync(Point, cancel);
            return trouble;
        }
    }

    // What EF throws on the way may hold what the database said.
    private static bool IsOfTheDocument(Exception mistake) => mistake switch
    {
        SqliteException sqlite => Sqlite.Contains(sqlite.SqliteErrorCode),
        PostgresException postgres => Postgres.Any(kind => postgres.SqlState.StartsWith(kind, StringComparison.Ordinal)),
        DbException or OperationCanceledException or IOException or TimeoutException or OutOfMemoryException or ObjectDisposedException => false,
        _ => mistake.InnerException is null || IsOfTheDocument(mistake.InnerException),
    };
}
