using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Roundup.Model;

namespace Roundup.Data;

/// <summary>The one place where a race that the database noticed becomes a sentence.</summary>
public static class Saving
{
    // SQLite: SQLITE_CONSTRAINT_UNIQUE and _PRIMARYKEY (sqlite.org/rescode.html).
    private const int SqliteUnique = 2067;
    private const int SqlitePrimaryKey = 1555;
    private const int SqliteForeignKey = 787;

    extension(RoundupDb db)
    {
        /// <summary>Saves everything in one transaction, or nothing.</summary>
        /// <returns>Why not, where somebody else was quicker; every other trouble is thrown.</returns>
        public Task<Refusal?> SaveAsync(CancellationToken cancel = default) => RacingAsync(() => db.SaveChangesAsync(cancel));
    }

    /// <summary>The same for what saves by itself, as the keeper of accounts does.</summary>
    public static async Task<Refusal?> RacingAsync(Func<Task> save)
    {
        try
        {
            await save();
            return null;
        }
        catch (DbUpdateConcurrencyException)
        {
            return new("Somebody changed this in the meantime. Your words are still below; compare and save again.");
        }
        catch (DbUpdateException mistake) when (TakenName(mistake.InnerException) is { } constraint)
        {
            return SentenceFor(constraint);
        }
        catch (DbUpdateException mistake) when (IsOrphan(mistake.InnerException))
        {
            return new("Something that this belongs to was removed in the meantime, or somebody else came to need it. Look again.");
        }
    }

    /// <summary>Whether a mistake only means that the database can't write just now: locked for longer than the 5 s that we wait, or its disk is full.</summary>
    public static bool IsBusy(Exception mistake) =>
        mistake is SqliteException { SqliteErrorCode: SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_LOCKED or SQLitePCL.raw.SQLITE_FULL }
        || (mistake.InnerException is { } inner && IsBusy(inner));

    // What was there when it was read is gone, or has got something of its own that it can't leave.
    private static bool IsOrphan(Exception? mistake) =>
        mistake is SqliteException { SqliteExtendedErrorCode: SqliteForeignKey } or PostgresException { SqlState: PostgresErrorCodes.ForeignKeyViolation };

    private static string? TakenName(Exception? mistake) => mistake switch
    {
        SqliteException { SqliteExtendedErrorCode: SqliteUnique or SqlitePrimaryKey } sqlite => sqlite.Message,
        PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } postgres => $"{postgres.TableName} {postgres.ConstraintName}",
        _ => null,
    };

    private static Refusal SentenceFor(string constraint)
    {
        bool Says(string word) => constraint.Contains(word, StringComparison.Ordinal);

        if (Says("PaperIdentifiers")) return new("A paper with this identifier was added in the meantime. Try again and it will be found.");
        if (Says("InboxItems")) return new("This paper was put into the inbox in the meantime. Try again, and it is found there.");
        if (Says("PaperErrands")) return new("This paper was asked for in the meantime. Try again.");
        if (Says("SuggestionVoices") || Says("Suggestions") || Says("Commenters")) return new("Something else came from you in the meantime. Send it once more.");
        // “PaperTopics” before “Topics”.
        if (Says("PaperTopics")) return new("This paper got the topic in the meantime. Look at it again.");
        if (Says("Topics") || Says("TopicSlugs")) return new("There is a topic of this name already.", "Name");
        if (Says("Snippets")) return new("You have a snippet of this name already.", "Name");
        if (Says("Issues")) return new("There is an issue with this number already.", "Number");
        if (Says("People")) return new("There is an account with this address already.", "Email");
        return new("This exists already.");
    }
}
