using Microsoft.EntityFrameworkCore;
using Roundup.Data;
using Roundup.Data.People;
using Roundup.Model.Discussion;

namespace Roundup.Web.Talk;

/// <summary>
/// What came under an address that nobody showed to be theirs: the mail that asked for it says that whoever does nothing has nothing more to do. After
/// some weeks it goes, and the address with it.
/// </summary>
public sealed class Unconfirmed(IServiceScopeFactory scopes, TimeProvider clock)
{
    /// <summary>For so long it can still be confirmed.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    /// <summary>Each step stands for itself: where one is stopped, the next round goes on.</summary>
    public async Task SweepAsync(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RoundupDb>();
        var before = clock.GetUtcNow() - Kept;
        await db.SuggestionVoices.Where(v => v.ConfirmedAt == null && v.At < before).ExecuteDeleteAsync(stop);
        await db.Comments.Where(c => c.ConfirmedAt == null && c.State == CommentState.Held && c.WrittenAt < before).ExecuteDeleteAsync(stop);
        await db.Suggestions.Where(s => s.State == SuggestionState.Received && s.CreatedAt < before && !s.Voices.Any()).ExecuteDeleteAsync(stop);
        await db.Commenters.Where(c => c.PersonId == null && c.BannedAt == null && c.TrustedAt == null && c.AcceptedAt == null && c.CreatedAt < before
            && !db.Comments.Any(o => o.CommenterId == c.Id) && !db.SuggestionVoices.Any(v => v.CommenterId == c.Id)).ExecuteDeleteAsync(stop);
        await db.Users.Where(p => p.Role == Role.Reader && !p.EmailConfirmed && p.CreatedAt < before && !db.Commenters.Any(c => c.PersonId == p.Id)).ExecuteDeleteAsync(stop);
    }
}
