using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Roundup.Data.Outbox;
using Roundup.Data.People;
using Roundup.Formats;
using Roundup.Model.Discussion;
using Roundup.Model.Papers;
using Roundup.Web.Talk;

namespace Roundup.Web.Tests.Account;

/// <summary>What somebody takes along, and what is left when they go.</summary>
public sealed class LeavingTests
{
    private const string Ann = "ann@example.org";
    private const string Password = AccountSite.Password;

    [Fact]
    public async Task The_file_has_everything_and_no_secret()
    {
        await using var site = new AccountSite();
        await WriteAsync(site);
        using var ann = await site.SignedInAsync(Ann);

        using var reply = await ann.SendAsync("/account/data", "main form");
        var text = await reply.Content.ReadAsStringAsync();
        using var file = JsonDocument.Parse(text);

        Assert.Equal(("application/json", "my-data.json"), (reply.Content.Headers.ContentType?.MediaType, reply.Content.Headers.ContentDisposition?.FileName));
        Assert.Equal("Rea Der", file.RootElement.GetProperty("account").GetProperty("name").GetString());
        Assert.Equal(["Words of *Ann*.", "Words that Ann wrote as a guest."], file.RootElement.GetProperty("comments").EnumerateArray().Select(c => c.GetProperty("text").GetString()));
        Assert.Equal("arxiv:2401.01234", Assert.Single(file.RootElement.GetProperty("suggestions").EnumerateArray()).GetProperty("paper").GetString());
        Assert.Equal("Mine, as an editor.", Assert.Single(file.RootElement.GetProperty("opinions").EnumerateArray()).GetProperty("text").GetString());
        Assert.Equal("issue.looked-at", Assert.Single(file.RootElement.GetProperty("deeds").EnumerateArray()).GetProperty("act").GetString());
        Assert.Single(file.RootElement.GetProperty("sessions").EnumerateArray());
        Assert.DoesNotContain("Words of somebody else", text, StringComparison.Ordinal);
        var secrets = await site.WithDbAsync(async db => new[] { (await db.Users.SingleAsync(p => p.Email == Ann)).PasswordHash!, (await db.Commenters.OrderBy(c => c.Id).FirstAsync()).Token, (await db.SuggestionVoices.OrderBy(v => v.Id).FirstAsync()).Token, (await db.Attendances.OrderBy(a => a.Id).FirstAsync()).Key });
        Assert.DoesNotContain(secrets, s => text.Contains(s, StringComparison.Ordinal));
    }

    [Theory, InlineData("remove"), InlineData("keep")]
    public async Task Who_goes_leaves_words_without_a_name_or_their_place(string words)
    {
        await using var site = new AccountSite();
        await WriteAsync(site);
        using var ann = await site.SignedInAsync(Ann);

        using var wrong = await ann.SendAsync("/account/delete", "main form", ("Input.Words", words), ("Input.Password", "not it, but long enough"));
        using var unsaid = await ann.SendAsync("/account/delete", "main form", ("Input.Words", "burn"), ("Input.Password", Password));
        using var gone = await ann.SendAsync("/account/delete", "main form", ("Input.Words", words), ("Input.Password", Password));
        using var after = await ann.Client.GetAsync("/account");

        Assert.All([wrong, unsaid], r => Assert.Equal(HttpStatusCode.UnprocessableEntity, r.StatusCode));
        Assert.Equal(("/account/gone", HttpStatusCode.Redirect), (gone.Headers.Location?.ToString(), after.StatusCode));
        await site.WithDbAsync(async db =>
        {
            Assert.False(await db.Users.AnyAsync(p => p.Email == Ann));
            var comments = await db.Comments.OrderBy(c => c.Id).Select(c => new { c.Name, c.State, Text = c.Words.Source }).ToListAsync();
            Assert.Equal(["", "", "Bo Two"], comments.Select(c => c.Name));
            Assert.Equal(words is "keep" ? ["Words of *Ann*.", "Words that Ann wrote as a guest."] : ["", ""], comments.Take(2).Select(c => c.Text));
            Assert.Equal(words is "keep" ? CommentState.Public : CommentState.Removed, comments[0].State);
            Assert.Equal("Words of somebody else.", comments[2].Text);
            Assert.Equal(words is "keep" ? 2 : 1, await db.SuggestionVoices.CountAsync());
            var commenter = await db.Commenters.OrderBy(c => c.Id).FirstAsync();
            Assert.Equal(($"gone-{commenter.Id}@invalid", "", false, false, null), (commenter.Email, commenter.Name, commenter.WantsReplies, commenter.WantsFates, commenter.PersonId));
            Assert.Equal("Mine, as an editor.", (await db.Issues.SelectMany(i => i.Entries).SelectMany(e => e.Opinions).SingleAsync(o => o.Author == "Rea Der")).Words.Source);
            Assert.Equal(0, await db.Attendances.CountAsync());
            Assert.Contains("account.deleted", await db.AuditLog.Select(r => r.Act).ToListAsync());
        });
        Assert.Empty(await AddressesAsync(site));
    }

    [Fact]
    public async Task Somebody_else_may_use_the_address_afterwards()
    {
        await using var site = new AccountSite();
        await WriteAsync(site);
        using var ann = await site.SignedInAsync(Ann);
        using var gone = await ann.SendAsync("/account/delete", "main form", ("Input.Words", "keep"), ("Input.Password", Password));

        using var again = await AccountSite.RegisterAsync(site.Browser(), Ann);

        Assert.Equal("/account/sent", again.Headers.Location?.ToString());
        Assert.StartsWith("Confirm your address", Assert.Single(await site.MailsAsync(Ann)).Subject, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_last_owner_stays()
    {
        await using var site = new AccountSite();
        await site.ReaderAsync(Ann, role: Role.Owner);
        using var ann = await site.SignedInAsync(Ann);

        using var reply = await ann.SendAsync("/account/delete", "main form", ("Input.Words", "keep"), ("Input.Password", Password));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, reply.StatusCode);
        Assert.Contains("A publication has an owner", await reply.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(1, await site.WithDbAsync(db => db.Users.CountAsync()));
    }

    [Theory]
    [InlineData("remove")]
    [InlineData("keep")]
    public async Task Papers_that_were_named_in_comments_go_or_stay_with_the_words(string choice)
    {
        await using var site = new AccountSite();
        await WriteAsync(site);
        await site.WithDbAsync(async db =>
        {
            var issue = await db.Issues.SingleAsync();
            var ann = await db.Commenters.SingleAsync(c => c.Email == Ann);
            // One paper in two comments, one in one of them alone.
            foreach (var text in new[] { "Read arXiv:2210.07229 and arXiv:2209.10652.", "Once more: arXiv:2210.07229." })
            {
                Scene.Insist(SafeMarkdown.Render(text, ProseKind.Comment, out var prose));
                Scene.Insist(Comment.Write(issue, null, null, new Writing(ann, "Ann", prose, CommentHolds.None, IsProven: true, FromDesk: false), DiscussionRules.Default, site.Clock.GetUtcNow(), out var comment));
                db.Add(comment!);
                await db.SaveChangesAsync();
            }
        });
        await using (var scope = site.Services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<Roundup.Data.RoundupDb>();
            foreach (var comment in await db.Comments.Include(c => c.Commenter).Include(c => c.Issue).Where(c => c.Commenter.Email == Ann).ToListAsync())
            {
                await scope.ServiceProvider.GetRequiredService<SuggestionIntake>().TakeAsync(comment);
                await db.SaveChangesAsync();
            }
        }

        Assert.Equal(3, await site.WithDbAsync(db => db.SuggestionVoices.CountAsync(v => v.Commenter.Email == Ann)));
        using var ann = await site.SignedInAsync(Ann);

        using var gone = await ann.SendAsync("/account/delete", "main form", ("Input.Words", choice), ("Input.Password", Password));

        Assert.Equal("/account/gone", gone.Headers.Location?.ToString());
        var voices = await site.WithDbAsync(db => db.SuggestionVoices.Include(v => v.Commenter).Where(v => v.Commenter.Email.StartsWith("gone-")).ToListAsync());
        Assert.Equal(choice is "keep" ? 3 : 0, voices.Count);
        Assert.All(voices, v => Assert.Equal(("", ""), (v.Name, v.Note)));
    }

    [Fact]
    public async Task What_a_guest_wrote_under_an_address_is_not_his_who_only_typed_it()
    {
        await using var site = new AccountSite();
        await WriteAsync(site, confirmed: false);
        using var ann = await site.SignedInAsync(Ann);

        using var reply = await ann.SendAsync("/account/data", "main form");
        using var file = JsonDocument.Parse(await reply.Content.ReadAsStringAsync());

        Assert.Empty(file.RootElement.GetProperty("comments").EnumerateArray());
    }

    // Two comments and a suggestion of hers, one of them from before she had an account, an opinion, a deed; and others' words.
    private static async Task WriteAsync(AccountSite site, bool confirmed = true)
    {
        var person = await site.ReaderAsync(Ann, role: Role.Editor, confirmed: confirmed);
        await site.WithDbAsync(async db =>
        {
            await db.SetUpAsync();
            var issue = await db.PublishAsync(1, "One", Scene.Paper("A paper"));
            issue.Entries[0].Opine("Rea Der", Scene.Words("Mine, as an editor."), Scene.FirstFriday, person.Id);
            var now = site.Clock.GetUtcNow();
            var (ann, bo) = (new Commenter(Ann, "Ann", Secret.Make(), now), new Commenter("bo@example.org", "Bo Two", Secret.Make(), now));
            foreach (var (by, name, text) in new[] { (ann, "Ann", "Words of *Ann*."), (ann, "Ann", "Words that Ann wrote as a guest."), (bo, "Bo Two", "Words of somebody else.") })
            {
                Scene.Insist(SafeMarkdown.Render(text, ProseKind.Comment, out var prose));
                Scene.Insist(Comment.Write(issue, null, null, new Writing(by, name, prose, CommentHolds.None, IsProven: true, FromDesk: false), DiscussionRules.Default, now, out var comment));
                Scene.Insist(comment!.Approve("Ed", now));
                db.Add(comment);
            }

            var suggestion = new Suggestion(new PaperId(PaperScheme.Arxiv, "2401.01234"), "A paper", "", now);
            suggestion.Name(new(ann, ann.Name, null, "Read it.", IsProven: true, WantsMail: true), Secret.Make(), now);
            suggestion.Name(new(bo, bo.Name, null, "", IsProven: true, WantsMail: false), Secret.Make(), now);
            db.Add(suggestion);
            db.Add(new AuditRecord(person.Id, "Rea Der", "issue.looked-at", "looked at issue 1", "", now));
            db.Add(new QueuedMail("some-mail", Ann, "Hello", "Hello", null, now));
            await db.SaveChangesAsync();
        });
    }

    // Every text column of every table is looked through.
    private static Task<List<string>> AddressesAsync(AccountSite site) => site.WithDbAsync(async db =>
    {
        var found = new List<string>();
        await db.Database.OpenConnectionAsync();
        foreach (var table in db.Model.GetEntityTypes().Select(t => t.GetTableName()).OfType<string>().Distinct())
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"SELECT * FROM \"{table}\"";
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
                for (var i = 0; i < reader.FieldCount; i++)
                    if (reader.GetValue(i) is string text && text.Contains(Ann, StringComparison.OrdinalIgnoreCase)) found.Add($"{table}.{reader.GetName(i)}: {text}");
        }

        return found;
    });
}

/// <summary>Mail on a developer's own machine.</summary>
public sealed class LocalMailTests
{
    [Fact]
    public async Task Stands_on_a_page_in_development_and_nowhere_else()
    {
        await using var site = new AccountSite();
        using var production = await site.Browser().Client.GetAsync("/development/mail");
        using var one = await site.Browser().Client.GetAsync("/development/mail/show?file=a.eml");
        await using var developing = new DevelopmentSite();
        Directory.CreateDirectory(Path.Combine(developing.DataDirectory, "mail"));
        await File.WriteAllTextAsync(Path.Combine(developing.DataDirectory, "mail", "a b.eml"), "To: ann@example.org\r\nSubject: Hello <b>\r\nDate: Fri, 20 Nov 2026 08:00:00 +0000\r\n\r\nOpen this:\r\n\r\nhttp://localhost/account/confirm?id=1&code=x\r\njavascript:alert(1)\r\n");

        using var seat = developing.Browser();
        var list = await seat.ReadAsync("/development/mail");
        var shown = await seat.ReadAsync(list.QuerySelector("main a.title")!.GetAttribute("href")!);
        using var elsewhere = await seat.Client.GetAsync("/development/mail/show?file=..%2Froundup.db");

        Assert.All([production, one, elsewhere], r => Assert.Equal(HttpStatusCode.NotFound, r.StatusCode));
        Assert.Equal("Hello <b>", shown.QuerySelector("h1")!.TextContent);
        Assert.Equal(["/development/mail", "http://localhost/account/confirm?id=1&code=x"], shown.QuerySelectorAll("main a").Select(a => a.GetAttribute("href")));
    }

    private sealed class DevelopmentSite : AccountSite
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseEnvironment("Development");
        }
    }
}
