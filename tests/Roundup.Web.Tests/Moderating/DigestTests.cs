using System.Net;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Roundup.Data;
using Roundup.Data.People;
using Roundup.Data.Starting;
using Roundup.Model.Discussion;
using Roundup.Web.Starting;
using Roundup.Web.Talk;
using Roundup.Web.Tests.Filling;

namespace Roundup.Web.Tests.Moderating;

public sealed class DigestTests(ITestOutputHelper output)
{
    [Fact]
    public async Task The_first_comment_after_a_quiet_time_is_told_of_soon_and_those_that_follow_in_one_mail()
    {
        await using var site = new ModerationSite();
        site.Set("Site:Url", "https://papers.example");
        await site.OpenAsync();
        await site.EditorAsync("ines@example.org");
        await site.EditorAsync("mute@example.org", p => p.WantsComments = false);
        await site.EditorAsync("left@example.org", p => p.LeftAt = site.Clock.GetUtcNow());
        await site.EditorAsync("bo@example.org", p => p.Role = Role.Contributor);
        await site.EditorAsync("odd@example.org", p => p.EmailConfirmed = false);
        var held = await site.SayAsync("Lena Fischer", "The striking part.", onPaper: true);
        await site.SayAsync("Nobody", "Not confirmed.", isProven: false);
        await site.DigestAsync();
        Assert.Empty(await site.MailsAsync());

        site.Clock.Advance(TimeSpan.FromMinutes(5));
        var shown = await site.SayAsync("Hanna Lindqvist", "Yes.", isKnown: true);
        await site.DigestAsync();
        Assert.Empty(await site.MailsAsync());
        site.Clock.Advance(TimeSpan.FromMinutes(6));
        await site.DigestAsync();
        await site.DigestAsync();

        Assert.Equal(["ines@example.org: 1 comment waits for an editor, 1 is public"], await site.MailsAsync());
        var text = (await site.WithDbAsync(db => db.Outbox.SingleAsync())).Text;
        Assert.Contains($"Lena Fischer on issue 1, about “Gradient Starvation”:\nThe striking part.\nhttps://papers.example/admin/comments#c-{held}", text, StringComparison.Ordinal);
        Assert.Contains($"https://papers.example/issues/1/the-first-shelf#c-{shown}", text, StringComparison.Ordinal);
        Assert.Contains("https://papers.example/admin/reminders", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Not confirmed", text, StringComparison.Ordinal);

        for (var minute = 0; minute < 230; minute += 10)
        {
            await site.SayAsync($"Reader {minute}", "More.");
            await site.DigestAsync();
            site.Clock.Advance(TimeSpan.FromMinutes(10));
        }

        Assert.Single(await site.MailsAsync());
        site.Clock.Advance(TimeSpan.FromMinutes(15));
        await site.DigestAsync();
        Assert.Equal("ines@example.org: 23 comments wait for an editor", (await site.MailsAsync())[1]);
        site.Clock.Advance(TimeSpan.FromDays(1));
        await site.DigestAsync();
        Assert.Equal(2, (await site.MailsAsync()).Count);
    }

    [Fact]
    public async Task What_an_editor_decided_already_or_wrote_is_no_news_and_what_readers_report_is()
    {
        await using var site = new ModerationSite();
        site.Set("Site:Url", "https://papers.example");
        await site.OpenAsync();
        var ines = await site.EditorAsync("ines@example.org");
        var own = await site.SayAsync("Ines", "Hello.", fromDesk: true, isKnown: true);
        await site.WithDbAsync(db => db.Commenters.Where(c => c.Name == "Ines").ExecuteUpdateAsync(c => c.SetProperty(p => p.PersonId, ines.Id)));
        var decided = await site.SayAsync("Lena Fischer", "Words.");
        using var editor = await site.SeatAsync(Role.Editor);
        using var approved = await editor.PressAsync(decided, "Approve");
        site.Clock.Advance(TimeSpan.FromMinutes(20));
        await site.DigestAsync();
        Assert.Empty(await site.MailsAsync());

        var shown = await site.SayAsync("Hanna Lindqvist", "Yes.", isKnown: true);
        site.Clock.Advance(TimeSpan.FromMinutes(20));
        await site.DigestAsync();
        await site.ReportAsync(shown, "rude", "one");
        await site.ReportAsync(shown, "rude", "two");
        site.Clock.Advance(TimeSpan.FromHours(5));
        await site.DigestAsync();

        Assert.Equal(["ines@example.org: 1 new comment", "ines@example.org: 1 comment waits for an editor"], await site.MailsAsync());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Of_two_instances_one_tells(bool isPostgres)
    {
        await using var database = await SharedDatabase.CreateAsync(isPostgres);
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 20, 8, 0, 0, TimeSpan.Zero));
        await using var one = Instance(database, clock);
        await using var two = Instance(database, clock);
        await SetSceneAsync(one);
        const int Rounds = 5;
        for (var round = 0; round < Rounds; round++)
        {
            await SayAsync(one, clock, round);
            clock.Advance(TimeSpan.FromHours(5));
            await Task.WhenAll(Enumerable.Range(0, 6).Select(n => Task.Run(() => (n % 2 == 0 ? one : two).GetRequiredService<CommentDigest>().RunAsync(TestContext.Current.CancellationToken))));
        }

        await using var scope = one.CreateAsyncScope();
        var mails = await scope.ServiceProvider.GetRequiredService<RoundupDb>().Outbox.CountAsync(TestContext.Current.CancellationToken);
        Assert.Equal(2 * Rounds, mails);
        output.WriteLine($"FIGURE: digests of {Rounds} rounds to 2 editors by two instances ({(isPostgres ? "PostgreSQL" : "SQLite")}) = {mails}");
    }

    [Fact]
    public async Task One_click_in_a_mail_program_ends_the_digests_without_a_sign_in()
    {
        await using var site = new ModerationSite();
        site.Set("Site:Url", "https://papers.example");
        await site.OpenAsync();
        await site.EditorAsync("ines@example.org");
        await site.SayAsync("Lena Fischer", "The striking part.");
        site.Clock.Advance(TimeSpan.FromMinutes(12));
        await site.DigestAsync();
        var mail = await site.WithDbAsync(db => db.Outbox.SingleAsync());
        Assert.Equal("comments", mail.Thread);
        var path = mail.MuteUrl["https://papers.example".Length..];
        using var visitor = site.Visitor();

        using var looked = await visitor.GetAsync(path);
        Assert.True(await site.WithDbAsync(db => db.Users.Where(p => p.Email == "ines@example.org").Select(p => p.WantsComments).SingleAsync()));
        using var muted = await visitor.PostAsync(path, new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")]));
        using var nobody = await visitor.PostAsync("/comments/mails/x", new FormUrlEncodedContent([]));

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.NotFound], [looked.StatusCode, muted.StatusCode, nobody.StatusCode]);
        Assert.False(await site.WithDbAsync(db => db.Users.Where(p => p.Email == "ines@example.org").Select(p => p.WantsComments).SingleAsync()));
    }

    private static ServiceProvider Instance(SharedDatabase database, TimeProvider clock)
    {
        var services = new ServiceCollection().AddLogging(log => log.SetMinimumLevel(LogLevel.None)).AddRoundupData(database.Postgres, database.Folder).AddSingleton(clock).AddSingleton<CommentDigest>().AddSingleton<DigestLink>();
        services.AddDataProtection().UseEphemeralDataProtectionProvider();
        services.Configure<SiteOptions>(o => o.Url = "https://papers.example");
        return services.BuildServiceProvider();
    }

    private static async Task SetSceneAsync(ServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RoundupDb>();
        await db.SetUpAsync();
        await db.PublishAsync(1, "One", Scene.Paper("A paper"));
        foreach (var name in (string[])["ann", "bo"])
            db.Add(new Person { UserName = name, Email = $"{name}@example.org", NormalizedUserName = name, NormalizedEmail = name, Name = name, Role = Role.Editor, EmailConfirmed = true });
        await db.SaveChangesAsync();
    }

    private static async Task SayAsync(ServiceProvider services, TimeProvider clock, int round)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RoundupDb>();
        var by = new Commenter($"reader{round}@example.org", "Reader", $"token{round}", clock.GetUtcNow());
        Scene.Insist(Comment.Write(await db.Issues.SingleAsync(), null, null, new Writing(by, "Reader", ModerationSite.Prose("Words."), CommentHolds.None, true, false), DiscussionRules.Default, clock.GetUtcNow(), out var comment));
        db.Add(comment!);
        await db.SaveChangesAsync();
    }
}
