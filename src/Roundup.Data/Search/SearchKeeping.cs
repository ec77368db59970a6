using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Storage;
using Roundup.Model.Issues;
using Roundup.Model.Papers;
using Roundup.Model.Topics;

namespace Roundup.Data.Search;

/// <summary>
/// Keeps the index in step: a save that touches what can be found makes the documents anew before its transaction ends, so that nobody finds what is
/// not there any more, nor misses what is. Trouble with the index never costs a save: what is due stays written down, and the job does it.
/// </summary>
internal sealed class SearchKeeping : SaveChangesInterceptor
{
    private const string Point = "search";

    private readonly ConditionalWeakTable<DbContext, IDbContextTransaction> _begun = [];

    /// <summary>Contexts in a save that concerns the index: the others are asked nothing.</summary>
    private readonly ConditionalWeakTable<DbContext, object> _touching = [];

    public static SearchKeeping Instance { get; } = new();

    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData data, InterceptionResult<int> result, CancellationToken cancel = default)
    {
        if (data.Context is not RoundupDb db || !Touches(db)) return result;

        _touching.AddOrUpdate(db, db);
        if (db.Database.CurrentTransaction is null) _begun.AddOrUpdate(db, await db.Database.BeginTransactionAsync(cancel));
        return result;
    }

    public override async ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData data, int result, CancellationToken cancel = default)
    {
        if (data.Context is not RoundupDb db || !_touching.Remove(db) || db.Database.CurrentTransaction is not { } transaction) return result;

        // Who asked for it may be gone by now; the words are saved, and nobody takes them back for that.
        await CatchUpAsync(db, transaction);
        if (!_begun.TryGetValue(db, out var own)) return result;

        _begun.Remove(db);
        await using (own) await own.CommitAsync(CancellationToken.None);
        return result;
    }

    public override Task SaveChangesFailedAsync(DbContextErrorEventData data, CancellationToken cancel = default) => GiveUpAsync(data.Context);

    public override Task SaveChangesCanceledAsync(DbContextEventData data, CancellationToken cancel = default) => GiveUpAsync(data.Context);

    private static async Task CatchUpAsync(RoundupDb db, IDbContextTransaction transaction)
    {
        await transaction.CreateSavepointAsync(Point);
        try
        {
            await db.CatchUpSearchAsync();
            await transaction.ReleaseSavepointAsync(Point);
        }
        catch (Exception trouble)
        {
            db.TellOfSave(trouble);
            await transaction.RollbackToSavepointAsync(Point);
        }
    }

    private async Task GiveUpAsync(DbContext? db)
    {
        if (db is not null) _touching.Remove(db);
        if (db is null || !_begun.TryGetValue(db, out var own)) return;

        _begun.Remove(db);
        await own.DisposeAsync();
    }

    private static bool Touches(RoundupDb db) => db.ChangeTracker.Entries().Any(e =>
        e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted
        && (e.Entity is Issue or Entry or Opinion or Paper or PaperIdentifier or Topic || e.Metadata.GetTableName() is "PaperTopics"));
}
