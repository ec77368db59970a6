using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Roundup.Data;
using Roundup.Data.People;
using Roundup.Formats;
using Roundup.Model.Discussion;
using Roundup.Model.Issues;
using Roundup.Model.Papers;
using Roundup.Model.Topics;

namespace Roundup.Web.Tests.Reading;

/// <summary>A site with whatever feeds and programs could stumble over: two issues out, a draft, a working copy, topics, comments of every state.</summary>
public class OpenShelf : Site, IAsyncLifetime
{
    public const string Odd = "\u0001 a ]]> & <b>bold</b> \uFFFE \u202E name";
    public const string Email = "ada@secret.example";

    public async ValueTask InitializeAsync() => await WithDbAsync(async db =>
    {
        await db.SetUpAsync("The <Slow> & \"Shelf\"");
        var alpha = Scene.Paper("Alpha & $\\alpha$", "2202.05262", "Kevin Meng", "Laurens van der Maaten");
        Scene.Insist(alpha.Relink([new(LinkKind.Code, "https://github.com/kmeng01/rome"), new(LinkKind.Pdf, "https://example.org/alpha.pdf?a=1&b=2")], Scene.FirstFriday));
        var odd = Scene.Paper(Odd, "2301.00001", Odd);
        var hebrew = Scene.Paper("למידה עמוקה של שפות", "2301.00002", "נועה");
        Scene.Insist(Topic.Open("Model editing", Scene.FirstFriday, out var topic));
        Scene.Insist(alpha.File([topic]));
        var first = await db.PublishAsync(1, "First things", alpha, odd);
        first.Entries[0].Opine("Guest", Scene.Words("See [there](/issues/1/first-things#e-1), [here](#e-1) and [elsewhere](https://example.org/). $x^2$"), Scene.FirstFriday);
        Scene.Insist(first.Entries[1].Annotate("Second <i>thoughts</i>", Scene.Words("A note."), [new(LinkKind.Related, "https://example.org/related", "More of it")]));
        first.Entries[0].Thank(["Ada"]);
        await db.SaveChangesAsync();
        await db.PublishAsync(2, "Hostile titles", alpha, hebrew);
        Scene.Insist(first.Change(Scene.FirstFriday.AddDays(30), out var copy));
        db.Add(copy!);
        await db.DraftAsync(3, "Not out yet", Scene.Paper("Secret", "2401.00001"));
        await db.SaveChangesAsync();
        Scene.Insist(topic.Rename("Editing models", Scene.FirstFriday.AddDays(40)));
        await db.SaveChangesAsync();
        await TalkAsync(db);
    });

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("Site:Url", "http://localhost");
    }

    /// <returns>The id of the comment.</returns>
    public static async Task<int> SayAsync(RoundupDb db, int issue, string words, DateTimeOffset at, bool isShown = true, int? replyTo = null, bool onPaper = false)
    {
        var about = await db.Issues.Include(i => i.Entries).ThenInclude(e => e.Paper).SingleAsync(i => i.Number == issue && i.PublishedAt != null);
        var email = isShown ? Email : $"held-{Email}";
        var writer = await db.Commenters.SingleOrDefaultAsync(c => c.Email == email) ?? new Commenter(email, "Ada", Secret.Make(), at);
        if (writer.Id == 0) db.Add(writer);
        if (isShown) writer.Accept(at);
        await db.SaveChangesAsync();
        Scene.Insist(SafeMarkdown.Render(words, ProseKind.Comment, out var prose));
        var answered = replyTo is null ? null : await db.Comments.Include(c => c.Entry).SingleAsync(c => c.Id == replyTo);
        var entry = onPaper ? about.Entries.OrderBy(e => e.Position).First() : null;
        Scene.Insist(Comment.Write(about, entry, answered, new(writer, "Ada <b>", prose, CommentHolds.None, IsProven: true, FromDesk: false), DiscussionRules.Default, at, out var comment));
        db.Add(comment!);
        await db.SaveChangesAsync();
        return comment!.Id;
    }

    /// <summary>Publishes what is changed in the working copy of issue 1.</summary>
    public static async Task<Issue> CorrectAsync(RoundupDb db, string note, DateTimeOffset at, Action<Issue> change)
    {
        var issue = await db.Issues.Include(i => i.Corrections).Include(i => i.Entries.OrderBy(e => e.Position)).ThenInclude(e => e.Opinions).Include(i => i.Entries).ThenInclude(e => e.Paper).AsSplitQuery().SingleAsync(i => i.Number == 1 && !i.IsWorkingCopy);
        var copy = await db.Issues.Include(i => i.Entries.OrderBy(e => e.Position)).ThenInclude(e => e.Opinions).AsSplitQuery().SingleAsync(i => i.IsWorkingCopy);
        change(copy);
        Scene.Insist(issue.Correct(copy, note, "Ines", at));
        db.Remove(copy);
        await db.SaveChangesAsync();
        return issue;
    }

    private async Task TalkAsync(RoundupDb db)
    {
        var now = Clock.GetUtcNow();
        var one = await SayAsync(db, 1, "I *agree*: [see](https://example.org/).", now, onPaper: true);
        await SayAsync(db, 1, "Me too.", now.AddMinutes(1), replyTo: one);
        await SayAsync(db, 2, "About the issue.", now.AddMinutes(2));
        await SayAsync(db, 2, "A held secret.", now.AddMinutes(3), isShown: false);
    }
}
