using Roundup.Data;
using Roundup.Data.Search;

namespace Roundup.Web.Reading;

/// <summary>
/// What the whole archive can be narrowed to. Of a long one it looks at every document, so that is done once for all who ask, by nobody's request: who
/// came first may leave, and the others wait for the same answer.
/// </summary>
public sealed class ArchiveFacets(IServiceScopeFactory scopes, TimeProvider clock)
{
    private readonly Lock _lock = new();
    private Task<SearchFacets>? _kept;
    private DateTimeOffset _since;

    /// <param name="age">How old the answer may be.</param>
    public Task<SearchFacets> GetAsync(TimeSpan age)
    {
        lock (_lock)
        {
            var now = clock.GetUtcNow();
            if (_kept is { IsFaulted: false } kept && now - _since < age) return kept;

            _since = now;
            // SQLite answers while it is asked: elsewhere, so that nobody waits at the lock.
            return _kept = Task.Run(CountAsync);
        }
    }

    private async Task<SearchFacets> CountAsync()
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<RoundupDb>().FacetsAsync();
    }
}
