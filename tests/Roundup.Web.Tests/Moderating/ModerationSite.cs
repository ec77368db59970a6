using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Roundup.Data.Discussion;
using Roundup.Formats;
using Roundup.Model.Discussion;
using Roundup.Model.Text;
using Roundup.Web.Jobs;
using Roundup.Web.Talk;
using Roundup.Web.Tests.Desk;
using Roundup.Web.Tests.Schedule;

namespace Roundup.Web.Tests.Moderating;

/// <summary>A desk with one published issue of two papers, about which readers say something.</summary>
public sealed class ModerationSite : ScheduleSite
{
    public async Task OpenAsync() => await WithDbAsync(async db =>
    {
        await db.SetUpAsync();
        await db.PublishAsync(1, "The first shelf", Scene.Paper("Gradient Starvation", "2011.09468", "Mohammad Pezeshki"), Scene.Paper("Loss Landscapes", "2304.00001", "Ping-yeh Chiang"));
    });

    /// <summary>A comment as it comes in; by somebody of whom nothing was let through, unless they are known already.</summary>
    /// <param name="name">Its writer, whose address it also makes.</param>
    public Task<int> SayAsync(string name, string words, CommentHolds holds = CommentHolds.None, bool isProven = true, int? replyTo = null, bool fromDesk = false, bool isKnown = false, bool onPaper = false) => WithDbAsync(async db =>
    {
        var now = Clock.GetUtcNow();
        var email = $"{name.ToLowerInvariant().Replace(' ', '.')}@example.org";
        var by = await db.Commenters.SingleOrDefaultAsync(c => c.Email == email) ?? new Commenter(email, name, $"token-of-{name}", now);
        if (by.Id == 0) db.Add(by);
        if (isKnown) by.Accept(now);
        var issue = await db.Issues.Include(i => i.Entries).ThenInclude(e => e.Paper).SingleAsync(i => i.Number == 1 && !i.IsWorkingCopy);
        var answered = replyTo is { } id ? await db.CommentAsync(id) : null;
        var rules = (await db.Publications.SingleAsync()).Discussion;
        Scene.Insist(Comment.Write(issue, onPaper ? issue.Entries[0] : null, answered, new Writing(by, name, Prose(words), holds, isProven, fromDesk), rules, now, out var comment));
        db.Add(comment!);
        await db.SaveChangesAsync();
        return comment!.Id;
    });

    public Task<Comment> CommentAsync(int id) => WithDbAsync(db => db.Comments.AsNoTracking().Include(c => c.Commenter).Include(c => c.Reports).SingleAsync(c => c.Id == id));

    public Task ReportAsync(int id, string reason, string from) => WithDbAsync(async db =>
    {
        Scene.Insist((await db.CommentAsync(id))!.Report(reason, from, Clock.GetUtcNow()));
        await db.SaveChangesAsync();
    });

    public Task DigestAsync() => Services.GetRequiredService<CommentDigest>().RunAsync(TestContext.Current.CancellationToken);

    /// <summary>Something by services of one request.</summary>
    public async Task<T> WithAsync<TService, T>(Func<TService, Data.RoundupDb, Task<T>> work) where TService : notnull
    {
        await using var scope = Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<TService>(), scope.ServiceProvider.GetRequiredService<Data.RoundupDb>());
    }

    public static Prose Prose(string words)
    {
        Scene.Insist(SafeMarkdown.Render(words, ProseKind.Comment, out var prose));
        return prose;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureTestServices(services =>
        {
            foreach (var job in services.Where(s => s.ImplementationType == typeof(DigestJob)).ToList()) services.Remove(job);
        });
    }
}

internal static class Moderators
{
    /// <summary>Presses one of the buttons of a comment in a list.</summary>
    public static async Task<HttpResponseMessage> PressAsync(this Seat editor, int comment, string act, string list = "/admin/comments") =>
        await editor.SendAsync(list, $"#c-{comment} .deeds", ("Input.Act", act));
}
