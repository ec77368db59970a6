using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Roundup.Data;
using Roundup.Data.Outbox;
using Roundup.Data.People;
using Roundup.Formats;
using Roundup.Model.Discussion;
using Roundup.Web.Areas.Account;
using Roundup.Web.Talk;

namespace Roundup.Web.Tests.Account;

/// <summary>Under whom somebody writes, and what goes with them: an address that was only typed gives nothing of what is another's.</summary>
public sealed class WhoseWordsTests
{
    private const string Ann = "ann@example.org";
    private const string Password = AccountSite.Password;

    [Fact]
    public async Task An_address_typed_for_an_invitation_opens_nothing_of_its_guest()
    {
        await using var site = await BeginAsync();
        await GuestAsync(site, Ann);
        await site.ReaderAsync(Ann, "Ed Itor", Role.Editor, confirmed: false);
        using var editor = await site.SignedInAsync(Ann);

        using var mine = await editor.Client.GetAsync("/comments/mine");
        using var sent = await WriteAsync(site, editor, "From the desk.");

        Assert.Equal(HttpStatusCode.OK, mine.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        Assert.Null(await site.WithDbAsync(db => db.Comments.Where(c => c.Words.Source == "From the desk.").Select(c => c.ConfirmedAt).SingleAsync()));
        Assert.Null(await site.WithDbAsync(db => db.Commenters.Select(c => c.PersonId).SingleAsync()));
    }

    [Fact]
    public async Task Who_was_invited_to_an_address_without_a_guest_writes_at_once()
    {
        await using var site = await BeginAsync();
        await site.ReaderAsync(Ann, "Ed Itor", Role.Editor, confirmed: false);
        using var editor = await site.SignedInAsync(Ann);

        using var one = await WriteAsync(site, editor, "One.");
        using var two = await WriteAsync(site, editor, "Two.");

        Assert.Equal(2, await site.WithDbAsync(db => db.Comments.CountAsync(c => c.State == CommentState.Public)));
    }

    [Theory, InlineData("Ed@localhost"), InlineData("Ed@Example.org")]
    public async Task Somebody_at_the_desk_comments_more_than_once_whatever_the_address(string email)
    {
        await using var site = await BeginAsync();
        await site.ReaderAsync(email, "Ed Itor", Role.Owner);
        using var editor = await site.SignedInAsync(email);

        using var one = await WriteAsync(site, editor, "One.");
        using var two = await WriteAsync(site, editor, "Two.");

        Assert.Equal([HttpStatusCode.Redirect, HttpStatusCode.Redirect], new[] { one, two }.Select(r => r.StatusCode));
        Assert.Equal([email.ToLowerInvariant()], await site.WithDbAsync(db => db.Commenters.Select(c => c.Email).ToListAsync()));
        Assert.Equal(2, await site.WithDbAsync(db => db.Comments.CountAsync(c => c.FromDesk)));
    }

    [Fact]
    public async Task A_guest_can_t_write_as_an_editor()
    {
        await using var site = await BeginAsync();
        await site.ReaderAsync("ed@example.org", "Ed Itor", Role.Editor);
        var token = await GuestAsync(site, Ann);
        using var guest = site.Browser();
        using var opened = await guest.Client.GetAsync($"/comments/{token}");

        using var taken = await WriteAsync(site, guest, "Believe me.", ("Input.Name", "ed  ïtor"), ("Input.Email", Ann));
        using var free = await WriteAsync(site, guest, "Believe me.", ("Input.Name", "Ann Other"), ("Input.Email", Ann));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.Redirect), (taken.StatusCode, free.StatusCode));
        Assert.Contains("Somebody who edits here bears that name", await taken.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("Believe me.", await taken.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mails_go_with_the_account_however_the_address_was_spelled()
    {
        await using var site = await BeginAsync();
        await site.ReaderAsync("Ann@Example.org");
        await site.WithDbAsync(async db =>
        {
            db.Add(new QueuedMail("one", Ann, "Your private link", "Words", null, site.Clock.GetUtcNow()));
            db.Add(new QueuedMail("two", "bo@example.org", "Another's", "Words", null, site.Clock.GetUtcNow()));
            await db.SaveChangesAsync();
        });
        using var ann = await site.SignedInAsync(Ann);

        using var data = await ann.SendAsync("/account/data", "main form");
        using var gone = await DeleteAsync(ann, "keep");

        Assert.Contains("Your private link", await data.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("/account/gone", gone.Headers.Location?.ToString());
        Assert.Equal(["Another's"], await site.WithDbAsync(db => db.Outbox.Select(m => m.Subject).ToListAsync()));
    }

    [Fact]
    public async Task What_an_editor_wrote_under_a_guest_s_address_goes_with_the_account_and_the_guest_s_words_stay()
    {
        await using var site = await BeginAsync();
        await GuestAsync(site, Ann);
        await SayAsync(site, Ann, "Of the guest.", fromDesk: false);
        await SayAsync(site, Ann, "Of the editor.", fromDesk: true);
        await site.ReaderAsync(Ann, "Ed Itor", Role.Editor, confirmed: false);
        using var editor = await site.SignedInAsync(Ann);

        using var data = await editor.SendAsync("/account/data", "main form");
        using var gone = await DeleteAsync(editor, "remove");

        var file = await data.Content.ReadAsStringAsync();
        Assert.Contains("Of the editor.", file, StringComparison.Ordinal);
        Assert.DoesNotContain("Of the guest.", file, StringComparison.Ordinal);
        Assert.Equal(["Ann/Of the guest.", "/"], await site.WithDbAsync(db => db.Comments.OrderBy(c => c.Id).Select(c => c.Name + "/" + c.Words.Source).ToListAsync()));
    }

    [Fact]
    public async Task A_mail_that_waits_is_not_sent_with_words_that_were_removed()
    {
        await using var site = await BeginAsync();
        await GuestAsync(site, "bo@example.org");
        var said = await SayAsync(site, "bo@example.org", "What is it?", fromDesk: false);
        await GuestAsync(site, Ann);
        var answer = await SayAsync(site, Ann, "It is a secret.", fromDesk: false, answers: said);
        await site.ReaderAsync(Ann);
        using var ann = await site.SignedInAsync(Ann);
        await using (var scope = site.Requested())
        {
            var db = scope.ServiceProvider.GetRequiredService<RoundupDb>();
            await scope.ServiceProvider.GetRequiredService<TalkNotices>().TellAsync(await db.Comments.Include(c => c.Commenter).SingleAsync(c => c.Id == answer));
            await db.SaveChangesAsync();
        }

        Assert.Single(await site.MailsAsync("bo@example.org"));

        using var gone = await DeleteAsync(ann, "remove");

        Assert.Equal("/account/gone", gone.Headers.Location?.ToString());
        Assert.Empty(await site.MailsAsync("bo@example.org"));
    }

    [Fact]
    public async Task Somebody_who_is_changed_while_they_go_is_told_that_nothing_was_deleted()
    {
        await using var site = new AccountSite();
        await site.ReaderAsync(Ann);
        await using var scope = site.Services.CreateAsyncScope();
        var ann = await scope.ServiceProvider.GetRequiredService<RoundupDb>().Users.SingleAsync();
        await site.WithDbAsync(db => db.Users.ExecuteUpdateAsync(p => p.SetProperty(x => x.ConcurrencyStamp, "another")));

        var refusal = await scope.ServiceProvider.GetRequiredService<Farewell>().SayAsync(ann, keepsWords: true, default);

        Assert.EndsWith("nothing was deleted. Try again.", refusal?.Sentence, StringComparison.Ordinal);
        Assert.Equal(1, await site.WithDbAsync(db => db.Users.CountAsync()));
    }

    private static async Task<AccountSite> BeginAsync()
    {
        var site = new AccountSite();
        await site.WithDbAsync(async db =>
        {
            await db.SetUpAsync();
            await db.PublishAsync(1, "One", Scene.Paper("A paper"));
        });
        return site;
    }

    /// <summary>Somebody without an account, whose words were let through once.</summary>
    private static Task<string> GuestAsync(AccountSite site, string email) => site.WithDbAsync(async db =>
    {
        var guest = new Commenter(email, "Ann", Secret.Make(), site.Clock.GetUtcNow());
        guest.Accept(site.Clock.GetUtcNow());
        db.Add(guest);
        await db.SaveChangesAsync();
        return guest.Token;
    });

    private static Task<int> SayAsync(AccountSite site, string email, string text, bool fromDesk, int? answers = null) => site.WithDbAsync(async db =>
    {
        Scene.Insist(SafeMarkdown.Render(text, ProseKind.Comment, out var words));
        var writer = await db.Commenters.SingleAsync(c => c.Email == email);
        var answered = answers is null ? null : await db.Comments.SingleAsync(c => c.Id == answers);
        Scene.Insist(Comment.Write(await db.Issues.SingleAsync(), null, answered, new Writing(writer, "Ann", words, CommentHolds.None, IsProven: true, fromDesk), DiscussionRules.Default, site.Clock.GetUtcNow(), out var comment));
        db.Add(comment!);
        await db.SaveChangesAsync();
        return comment!.Id;
    });

    private static async Task<HttpResponseMessage> WriteAsync(AccountSite site, Desk.Seat seat, string text, params (string Name, string Value)[] more)
    {
        var page = await seat.ReadAsync("/issues/1/comment");
        site.Clock.Advance(TimeSpan.FromSeconds(20));
        return await seat.SendAsync(page, "/issues/1/comment", "main form", [("Input.Text", text), .. more]);
    }

    private static Task<HttpResponseMessage> DeleteAsync(Desk.Seat seat, string words) => seat.SendAsync("/account/delete", "main form", ("Input.Words", words), ("Input.Password", Password));
}
