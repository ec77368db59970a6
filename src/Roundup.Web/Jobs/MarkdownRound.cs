using Microsoft.EntityFrameworkCore;
using Roundup.Data;
using Roundup.Formats;
using Roundup.Model;
using Roundup.Model.Discussion;
using Roundup.Model.Issues;
using Roundup.Model.Text;

namespace Roundup.Web.Jobs;

/// <summary>
/// Renders Markdown again that an earlier version of the site rendered: what people wrote stays, and so do the versions by which two tabs notice
/// each other. What is done says so itself (<see cref="SafeMarkdown.Renderer"/>), so that a round may be stopped anywhere.
/// </summary>
public sealed class MarkdownRound(IServiceScopeFactory scopes)
{
    private static readonly IReadOnlyList<Kept> Texts =
    [
        new Kept<Publication>(nameof(Publication.About)), new Kept<Publication>(nameof(Publication.HouseRules)),
        new Kept<Issue>(nameof(Issue.Introduction)), new Kept<Issue>(nameof(Issue.Closing)),
        new Kept<Entry>(nameof(Entry.Text)), new Kept<Opinion>(nameof(Opinion.Words)),
        new Kept<Comment>(nameof(Comment.Words), ProseKind.Comment),
    ];

    /// <summary>Renders a few texts; none when all are as this version makes them.</summary>
    public async Task<int> NextAsync(int atMost, CancellationToken cancel)
    {
        foreach (var text in Texts)
        {
            await using var scope = scopes.CreateAsyncScope();
            if (await text.RenewAsync(scope.ServiceProvider.GetRequiredService<RoundupDb>(), atMost, cancel) is > 0 and var renewed) return renewed;
        }

        return 0;
    }

    /// <summary>A column of Markdown.</summary>
    private abstract class Kept
    {
        public abstract Task<int> RenewAsync(RoundupDb db, int atMost, CancellationToken cancel);
    }

    private sealed class Kept<T>(string text, ProseKind kind = ProseKind.Editorial) : Kept where T : class
    {
        public override async Task<int> RenewAsync(RoundupDb db, int atMost, CancellationToken cancel)
        {
            // A text that was never rendered is none, and 0.
            var old = await db.Set<T>()
                .Where(row => EF.Property<Prose>(row, text).Renderer > 0 && EF.Property<Prose>(row, text).Renderer < SafeMarkdown.Renderer)
                .OrderBy(row => EF.Property<int>(row, "Id")).Take(atMost).ToListAsync(cancel);
            foreach (var row in old) Renew(db.Entry(row).ComplexProperty(text));
            // Somebody who saved one of them at this moment had it rendered by this version: the next round sees what is left.
            await db.SaveAsync(cancel);
            return old.Count;
        }

        private void Renew(Microsoft.EntityFrameworkCore.ChangeTracking.ComplexPropertyEntry kept)
        {
            // Limits may be tighter than they were: what is too long by now stays as it was rendered.
            var isFit = SafeMarkdown.Render((string)kept.Property(nameof(Prose.Source)).CurrentValue!, kind, out var prose) is null;
            if (isFit) kept.Property(nameof(Prose.Html)).CurrentValue = prose.Html;
            kept.Property(nameof(Prose.Renderer)).CurrentValue = SafeMarkdown.Renderer;
        }
    }
}
