using Microsoft.EntityFrameworkCore;
using Roundup.Data;
using Roundup.Data.Papers;
using Roundup.Sources.Fetching;

namespace Roundup.Web.Jobs;

/// <summary>Turns in the database: for all instances together, and kept over a restart. A crash loop must not ask a source every time it starts.</summary>
public sealed class SharedTurns(IServiceScopeFactory scopes) : ISourceTurns
{
    /// <summary>No source is left alone for longer than this; a row that says more was written by a clock that was ahead.</summary>
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(5);

    /// <summary>After a database that was locked.</summary>
    private static readonly TimeSpan Breath = TimeSpan.FromSeconds(1);

    public async Task<DateTimeOffset?> TakeAsync(string source, DateTimeOffset now, DateTimeOffset until, CancellationToken cancel)
    {
        try
        {
            return await TryTakeAsync(source, now, until, cancel);
        }
        catch (Exception busy) when (FillBook.IsOurs(busy))
        {
            // Somebody writes at length; that is no reason to do without the source.
            return now + Breath;
        }
    }

    public async Task LeaveAsync(string source, DateTimeOffset freeAt, CancellationToken cancel)
    {
        try
        {
            await WithDbAsync(db => db.SourceTurns.Where(t => t.Source == source).ExecuteUpdateAsync(t => t.SetProperty(c => c.FreeAt, freeAt), cancel));
        }
        catch (Exception busy) when (FillBook.IsOurs(busy))
        {
            // The turn ends by itself; the answer is here, and is not thrown away for that.
        }
    }

    private Task<DateTimeOffset?> TryTakeAsync(string source, DateTimeOffset now, DateTimeOffset until, CancellationToken cancel) => WithDbAsync<DateTimeOffset?>(async db =>
    {
        var beyond = now + LongestPause;
        var taken = await db.SourceTurns.Where(t => t.Source == source && (t.FreeAt <= now || t.FreeAt > beyond))
            .ExecuteUpdateAsync(t => t.SetProperty(c => c.FreeAt, until), cancel);
        if (taken > 0) return null;
        if (await db.SourceTurns.SingleOrDefaultAsync(t => t.Source == source, cancel) is { } turn) return turn.FreeAt;

        db.Add(new SourceTurn(source, until));
        // Somebody else was the first one ever to ask it.
        return await db.SaveAsync(cancel) is null ? null : now;
    });

    private async Task<T> WithDbAsync<T>(Func<RoundupDb, Task<T>> work)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<RoundupDb>());
    }
}
