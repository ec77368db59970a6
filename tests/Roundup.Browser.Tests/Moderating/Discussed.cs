using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Roundup.Browser.Tests.Harness;
using Roundup.Data;
using Roundup.Formats;
using Roundup.Model;
using Roundup.Model.Discussion;
using Roundup.Model.Issues;
using Roundup.Model.Papers;

namespace Roundup.Browser.Tests.Moderating;

/// <summary>
/// A published issue of which readers have said something, held for each of the reasons that there are: some of it today, some of it days ago, because
/// a date is longer than an hour and a line with it breaks elsewhere.
/// </summary>
internal static class Discussed
{
    private const int Day = 24 * 60;

    private static readonly DateTimeOffset Now = BrowserSite.Start.AddHours(-5);

    public static async Task SetAsync(BrowserSite site)
    {
        await Desk.OpenAsync(site);
        await using var scope = site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RoundupDb>();
        await db.ModerationDeeds.ExecuteDeleteAsync();
        await db.Comments.ExecuteDeleteAsync();
        await db.Commenters.ExecuteDeleteAsync();
        await db.Users.ExecuteUpdateAsync(p => p.SetProperty(u => u.WantsKeys, true));
        var issue = await db.Issues.Include(i => i.Entries).ThenInclude(e => e.Paper).SingleOrDefaultAsync() ?? await PublishAsync(db);
        var hanna = Say(db, issue, "Hanna Lindqvist", "The figure on page four shows it best.", minutes: -3 * Day - 10, isKnown: true);
        await db.SaveChangesAsync();
        Say(db, issue, "Lena Fischer", "The striking part for me is that people can play the exploit *by hand*. That moves it from “odd input” to “missing concept”. Something in the same spirit, if you want a follow-up:", minutes: -3 * Day, entry: issue.Entries[0]);
        Say(db, issue, "Marek Oravec", "I ran the small version: [plot](https://a.example), [plot](https://b.example), [seeds](https://c.example), [notebook](https://d.example).\n\n`a line of code that goes on and on and on and on and on and on and on and on and on and on and does not break`", CommentHolds.ManyLinks, minutes: -50, replyTo: hanna, isKnown: true, trusted: true);
        Say(db, issue, "best-essays-4u", "Great article. Very informative for student, keep posting. We offer help with any kind of paper.", CommentHolds.TooQuick, minutes: -40, isProven: false);
        Say(db, issue, "Ann", "I edit this site, believe me.", minutes: -30);
        Say(db, issue, "Jonas Weber", "Coming back to this five months later: I would now put it the other way round.", minutes: -20);
        Insist(hanna.Report("off topic", "a-reader", Now));
        var spam = Say(db, issue, "Pills", "Cheap.", minutes: -5 * Day, isKnown: true);
        Insist(spam.MarkSpam("Ann", Now));
        var hidden = Say(db, issue, "Rude One", "You are all wrong.", minutes: -190, isKnown: true);
        hidden.Commenter.Ban("Ann", Now);
        Insist(hidden.Hide("Ann", Now));
        await db.SaveChangesAsync();
    }

    public static async Task<T> AskAsync<T>(BrowserSite site, Func<RoundupDb, Task<T>> ask)
    {
        await using var scope = site.Services.CreateAsyncScope();
        return await ask(scope.ServiceProvider.GetRequiredService<RoundupDb>());
    }

    private static async Task<Issue> PublishAsync(RoundupDb db)
    {
        var paper = new Paper("Adversarial Policies Beat Superhuman Go AIs", Now);
        Insist(paper.Describe(Typeset.Line(paper.Title), ["Tony Wang"], PlainText.Render("We attack it."), "ICML", "", Now));
        var issue = new Issue(1, Now.AddDays(-30));
        Insist(issue.Name("Shelf 1", "What machines miss", Now.AddDays(-30)));
        issue.Add(paper, Now);
        Insist(issue.Publish("Ann", Now.AddDays(-30)));
        db.Add(issue);
        await db.SaveChangesAsync();
        return issue;
    }

    private static Comment Say(RoundupDb db, Issue issue, string name, string words, CommentHolds holds = CommentHolds.None, int minutes = 0, Entry? entry = null, Comment? replyTo = null, bool isProven = true, bool isKnown = false, bool trusted = false)
    {
        var at = Now.AddMinutes(minutes);
        var by = new Commenter($"{name.Replace(' ', '.')}@example.org".ToLowerInvariant(), name, $"token-{name}", at);
        if (isKnown) by.Accept(at);
        Insist(SafeMarkdown.Render(words, ProseKind.Comment, out var prose));
        Insist(Comment.Write(issue, entry, replyTo, new Writing(by, name, prose, holds, isProven, FromDesk: false), DiscussionRules.Default, at, out var comment));
        // Since then: whom an editor trusts is held for the listed words alone.
        if (trusted) by.Trust("Ann", at);
        db.Add(comment!);
        return comment!;
    }

    private static void Insist(Refusal? refusal) => Assert.Null(refusal);
}
