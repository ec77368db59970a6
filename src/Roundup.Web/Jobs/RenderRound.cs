using Microsoft.EntityFrameworkCore;
using Roundup.Data;
using Roundup.Data.Papers;
using Roundup.Formats;
using Roundup.Model.Papers;

namespace Roundup.Web.Jobs;

/// <summary>
/// Renders abstracts and titles again that an earlier version of the site made readable: the words stay, what readers see of them is today's.
/// What is done says so itself (<see cref="PlainText.Renderer"/>), so that a round may be stopped anywhere, and several instances at it do no
/// harm: they write the same.
/// </summary>
public sealed class RenderRound(IServiceScopeFactory scopes)
{
    /// <param name="Last">The last paper that was looked at; null when there is none behind it.</param>
    /// <param name="Left">Papers that somebody saved at that very moment; the next round finds them.</param>
    public sealed record Batch(int? Last, int Rendered, int Left);

    /// <summary>Renders a few papers, in the order of their ids.</summary>
    /// <param name="after">The last paper of the batch before; 0 to begin.</param>
    public async Task<Batch> NextAsync(int after, int atMost, CancellationToken cancel)
    {
        var ids = await WithDbAsync(db => db.Papers.RenderedBefore(PlainText.Renderer).Where(p => p.Id > after).OrderBy(p => p.Id).Select(p => p.Id).Take(atMost).ToListAsync(cancel));
        var (rendered, left) = (0, 0);
        foreach (var id in ids)
        {
            // Each in a transaction of its own: who edits waits for one paper, and none is lost because of another.
            if (await WithDbAsync(db => RenderAsync(db, id, cancel)) is not { } isSaved) continue;
            if (isSaved) rendered++;
            else left++;
        }

        return new(ids is [.., var last] ? last : null, rendered, left);
    }

    /// <summary>Null where nothing is to be done: the paper is gone, or its title only looks like maths.</summary>
    private static async Task<bool?> RenderAsync(RoundupDb db, int id, CancellationToken cancel)
    {
        if (await db.Papers.SingleOrDefaultAsync(p => p.Id == id, cancel) is not { } paper) return null;

        paper.SetAnew(Typeset.Line(paper.Title), Rendered(paper));
        if (!db.ChangeTracker.HasChanges()) return null;
        return await db.SaveAsync(cancel) is null;
    }

    private static Model.Text.Prose Rendered(Paper paper) => paper.Abstract.Renderer < PlainText.Renderer ? PlainText.Render(paper.Abstract.Source) : paper.Abstract;

    private async Task<T> WithDbAsync<T>(Func<RoundupDb, Task<T>> work)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<RoundupDb>());
    }
}
