using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using Roundup.Data.Discussion;
using Roundup.Data.Outbox;
using Roundup.Data.People;
using Roundup.Model.Discussion;
using Roundup.Web.Mail;
using Roundup.Web.Talk;

namespace Roundup.Web.Tests.Moderating;

public sealed class NoticeTests
{
    [Fact]
    public async Task Whoever_is_answered_hears_of_it_once_and_never_before_readers_see_it()
    {
        await using var site = await OpenAsync();
        var root = await site.SayAsync("Priya Raman", "First.", isKnown: true);
        var answer = await site.SayAsync("Marek Oravec", "Second, with\nlines.", replyTo: root);
        await TellAsync(site, answer);
        Assert.Empty(await MailsAsync(site));
        using var editor = await site.SeatAsync(Role.Editor);

        using var approved = await editor.PressAsync(answer, "Approve");
        await TellAsync(site, answer);
        await TellAsync(site, answer);

        var mail = Assert.Single(await MailsAsync(site));
        Assert.Equal(("priya.raman@example.org", $"talk-{root}"), (mail.To, mail.Thread));
        Assert.Contains("Marek Oravec answered your comment on issue 1, “The first shelf”:\n\n> Second, with\n> lines.", mail.Text, StringComparison.Ordinal);
        Assert.Contains($"https://papers.example/issues/1/the-first-shelf#c-{answer}", mail.Text, StringComparison.Ordinal);
        Assert.Equal("https://papers.example/comments/token-of-Priya Raman/mute", mail.MuteUrl);
    }

    [Fact]
    public async Task An_undone_approval_takes_back_a_mail_that_has_not_gone_and_no_other()
    {
        await using var site = await OpenAsync();
        var root = await site.SayAsync("Priya Raman", "First.", isKnown: true);
        var answer = await site.SayAsync("Marek Oravec", "Second.", replyTo: root);
        using var editor = await site.SeatAsync(Role.Editor);
        using var approved = await editor.PressAsync(answer, "Approve");
        using var undone = await editor.SendAsync("/admin/comments", "#just-done .undo");
        Assert.Empty(await MailsAsync(site));

        using var again = await editor.PressAsync(answer, "Approve");
        await site.WithDbAsync(async db =>
        {
            var mail = await db.Outbox.SingleAsync();
            mail.Claim("test", site.Clock.GetUtcNow());
            mail.NoteSent(site.Clock.GetUtcNow());
            await db.SaveChangesAsync();
        });
        using var back = await editor.SendAsync("/admin/comments", "#just-done .undo");
        using var third = await editor.PressAsync(answer, "Approve");

        Assert.NotNull(Assert.Single(await MailsAsync(site)).SentAt);
    }

    [Fact]
    public async Task Words_that_were_changed_or_removed_before_the_mail_went_are_not_in_it()
    {
        await using var site = await OpenAsync();
        var root = await site.SayAsync("Priya Raman", "First.", isKnown: true);
        var answer = await site.SayAsync("Marek Oravec", "Rash words.", replyTo: root, isKnown: true);
        await TellAsync(site, answer);
        Assert.Contains("Rash words.", Assert.Single(await MailsAsync(site)).Text, StringComparison.Ordinal);

        await site.WithAsync<CommentIntake, object?>(async (intake, db) => await intake.EditAsync((await db.CommentAsync(answer))!, "Better words."));
        Assert.Contains("Better words.", Assert.Single(await MailsAsync(site)).Text, StringComparison.Ordinal);
        await site.WithAsync<CommentIntake, object?>(async (intake, db) => await intake.RemoveAsync([(await db.CommentAsync(answer))!]));

        Assert.Empty(await MailsAsync(site));
    }

    [Fact]
    public async Task An_answer_that_readers_reported_out_of_sight_is_not_mailed()
    {
        await using var site = await OpenAsync();
        var root = await site.SayAsync("Priya Raman", "First.", isKnown: true);
        var answer = await site.SayAsync("Marek Oravec", "Rude words.", replyTo: root, isKnown: true);
        await TellAsync(site, answer);

        foreach (var from in new[] { "a", "b" }) await site.WithAsync<CommentIntake, object?>(async (intake, db) => await intake.ReportAsync((await db.CommentAsync(answer))!, "Rude.", from));

        Assert.Empty(await MailsAsync(site));
    }

    [Theory]
    [InlineData("themself")]
    [InlineData("mute")]
    [InlineData("banned")]
    [InlineData("unconfirmed")]
    [InlineData("removed")]
    public async Task Nobody_is_told_who_should_not_be(string who)
    {
        await using var site = await OpenAsync();
        var root = await site.SayAsync("Priya Raman", "First.", isKnown: true);
        var answer = await site.SayAsync(who is "themself" ? "Priya Raman" : "Marek Oravec", "Second.", replyTo: root, isKnown: true);
        await site.WithDbAsync(async db =>
        {
            var first = await db.CommentAsync(root);
            if (who is "mute") first!.Commenter.WantMail(replies: false, fates: true);
            if (who is "banned") first!.Commenter.Ban("Ines Marlowe", site.Clock.GetUtcNow());
            if (who is "removed") first!.Remove(site.Clock.GetUtcNow());
            if (who is "unconfirmed") db.Entry(first!).Property(c => c.ConfirmedAt).CurrentValue = null;
            await db.SaveChangesAsync();
        });

        await TellAsync(site, answer);

        Assert.Empty(await MailsAsync(site));
    }

    [Fact]
    public async Task A_comment_that_is_public_at_once_is_told_of_in_the_save_that_makes_it()
    {
        await using var site = await OpenAsync();
        var root = await site.SayAsync("Priya Raman", "First.", isKnown: true);
        var id = await site.WithAsync<TalkNotices, int>(async (notices, db) =>
        {
            var by = new Commenter("marek@example.org", "Marek Oravec", "token", site.Clock.GetUtcNow());
            by.Accept(site.Clock.GetUtcNow());
            var first = await db.CommentAsync(root);
            Scene.Insist(Comment.Write(first!.Issue, null, first, new Writing(by, "Marek Oravec", ModerationSite.Prose("Second."), CommentHolds.None, true, false), DiscussionRules.Default, site.Clock.GetUtcNow(), out var comment));
            db.Add(comment!);
            await notices.TellAsync(comment!, TestContext.Current.CancellationToken);
            await db.SaveChangesAsync();
            return comment!.Id;
        });
        Assert.Contains($"#c-{root}", Assert.Single(await MailsAsync(site)).Text, StringComparison.Ordinal);
        await TellAsync(site, id);

        // Once it has a number, its own place is the one to go to.
        Assert.Contains($"#c-{id}", Assert.Single(await MailsAsync(site)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Letters_of_one_thread_stand_together_and_say_how_to_end_them()
    {
        await using var site = await OpenAsync();
        (string Thread, string Mute)[] mails = [("talk-1", "https://papers.example/comments/abc/mute"), ("talk-1", "http://papers.example/comments/abc/mute"), ("", "javascript:alert(1)")];
        await site.WithDbAsync(async db =>
        {
            db.AddRange(mails.Select((m, n) => new QueuedMail($"{n}", "a@example.org", $"{n}", "T", null, site.Clock.GetUtcNow()) { Thread = m.Thread, MuteUrl = m.Mute }));
            await db.SaveChangesAsync();
        });

        await site.Services.GetRequiredService<MailRound>().RunAsync(TestContext.Current.CancellationToken);

        var letters = Directory.GetFiles(Path.Combine(site.DataDirectory, "mail")).Select(f => MimeMessage.Load(f, TestContext.Current.CancellationToken)).OrderBy(l => l.Subject, StringComparer.Ordinal).ToList();
        var (one, two, other) = (letters[0], letters[1], letters[2]);
        Assert.NotNull(one.InReplyTo);
        Assert.Equal([one.InReplyTo], one.References);
        Assert.Equal(one.InReplyTo, two.InReplyTo);
        Assert.NotEqual(one.MessageId, two.MessageId);
        Assert.Equal(("<https://papers.example/comments/abc/mute>", "List-Unsubscribe=One-Click"), (one.Headers[HeaderId.ListUnsubscribe], one.Headers["List-Unsubscribe-Post"]));
        Assert.Equal(("<http://papers.example/comments/abc/mute>", null), (two.Headers[HeaderId.ListUnsubscribe], two.Headers["List-Unsubscribe-Post"]));
        Assert.Equal((null, null), (other.InReplyTo, other.Headers[HeaderId.ListUnsubscribe]));
    }

    private static async Task<ModerationSite> OpenAsync()
    {
        var site = new ModerationSite();
        site.Set("Site:Url", "https://papers.example");
        await site.OpenAsync();
        return site;
    }

    private static Task<bool> TellAsync(ModerationSite site, int id) => site.WithAsync<TalkNotices, bool>(async (notices, db) =>
    {
        await notices.TellAsync((await db.CommentAsync(id))!, TestContext.Current.CancellationToken);
        await db.SaveChangesAsync();
        return true;
    });

    private static Task<List<QueuedMail>> MailsAsync(ModerationSite site) => site.WithDbAsync(db => db.Outbox.AsNoTracking().OrderBy(m => m.Id).ToListAsync());
}
