using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Roundup.Data;
using Roundup.Data.People;
using Roundup.Formats;
using Roundup.Model.Discussion;
using Roundup.Model.Text;

namespace Roundup.Browser.Tests.Harness;

/// <summary>What readers say, past the pages: to set a scene, and to do what an editor or a mail program does.</summary>
internal static partial class Talk
{
    /// <summary>Somebody who is known here says something; readers see it.</summary>
    public static Task<int> SayAsync(BrowserSite site, int issue, string name, string text, int? paper = null, int? reply = null, bool fromDesk = false) => WithDbAsync(site, async db =>
    {
        var now = site.Clock.GetUtcNow();
        var about = await db.Issues.Include(i => i.Entries.OrderBy(e => e.Position)).SingleAsync(i => i.Number == issue && i.PublishedAt != null);
        var address = $"{Guid.NewGuid():N}@example.org";
        var writer = new Commenter(address, name, Secret.Make(), now);
        writer.Accept(now);
        var answered = reply is null ? null : await db.Comments.Include(c => c.Entry).SingleAsync(c => c.Id == reply);
        Assert.Null(SafeMarkdown.Render(text, ProseKind.Comment, out Prose words));
        Assert.Null(Comment.Write(about, paper is { } place ? about.Entries[place - 1] : null, answered, new(writer, name, words, CommentHolds.None, IsProven: true, fromDesk), DiscussionRules.Default, now, out var comment));
        db.Add(comment!);
        await db.SaveChangesAsync();
        return comment!.Id;
    });

    /// <summary>The page that the last mail to an address leads to.</summary>
    public static Task<string> LinkAsync(BrowserSite site, string email) => WithDbAsync(site, async db =>
        PrivatePath().Match((await db.Outbox.Where(m => m.To == email).OrderBy(m => m.Id).LastAsync()).Text).Value);

    /// <summary>As an editor does at the desk.</summary>
    public static Task ApproveAsync(BrowserSite site, string email) => WithDbAsync(site, async db =>
    {
        foreach (var comment in await db.Comments.Include(c => c.Commenter).Include(c => c.Reports).Where(c => c.Commenter.Email == email && c.State == CommentState.Held).ToListAsync())
            Assert.Null(comment.Approve("Ann", site.Clock.GetUtcNow()));
        return await db.SaveChangesAsync();
    });

    public static async Task<T> WithDbAsync<T>(BrowserSite site, Func<RoundupDb, Task<T>> work)
    {
        await using var scope = site.Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<RoundupDb>());
    }

    [GeneratedRegex("/comments/[A-Za-z0-9_-]{20,}")]
    private static partial Regex PrivatePath();
}
