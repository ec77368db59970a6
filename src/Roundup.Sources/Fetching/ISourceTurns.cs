using System.Collections.Concurrent;

namespace Roundup.Sources.Fetching;

/// <summary>
/// Whose turn it is with a source, for everybody who asks from here: this process alone (<see cref="LocalTurns"/>), or all instances together.
/// </summary>
public interface ISourceTurns
{
    /// <summary>Takes the source for oneself, if it is free.</summary>
    /// <param name="until">When the turn ends by itself: whoever took it may be killed.</param>
    /// <returns>Null when it was taken; else from when on it may be tried again.</returns>
    Task<DateTimeOffset?> TakeAsync(string source, DateTimeOffset now, DateTimeOffset until, CancellationToken cancel);

    /// <summary>Gives it back: nobody asks before this instant.</summary>
    Task LeaveAsync(string source, DateTimeOffset freeAt, CancellationToken cancel);
}

/// <summary>Turns within this process, forgotten when it ends.</summary>
public sealed class LocalTurns : ISourceTurns
{
    private readonly ConcurrentDictionary<string, DateTimeOffset> _freeAt = new();

    public Task<DateTimeOffset?> TakeAsync(string source, DateTimeOffset now, DateTimeOffset until, CancellationToken cancel)
    {
        var held = _freeAt.AddOrUpdate(source, until, (_, freeAt) => freeAt <= now ? until : freeAt);
        return Task.FromResult<DateTimeOffset?>(held == until ? null : held);
    }

    public Task LeaveAsync(string source, DateTimeOffset freeAt, CancellationToken cancel)
    {
        _freeAt[source] = freeAt;
        return Task.CompletedTask;
    }
}
