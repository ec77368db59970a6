using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Roundup.Data.People;
using Roundup.Web.Areas.Account;

namespace Roundup.Web.Tests.Account;

/// <summary>A session that was ended stays so, and the second step can't be walked twice.</summary>
public sealed class StaleSessionTests
{
    private const string Ann = "ann@example.org";
    private const string Password = AccountSite.Password;
    private const string Chrome = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36";

    [Theory, InlineData("others"), InlineData("one"), InlineData("password"), InlineData("closed")]
    public async Task A_session_that_was_ended_does_not_renew_itself(string how)
    {
        await using var site = new AccountSite();
        await site.ReaderAsync(Ann);
        using var here = await site.SignedInAsync(Ann);
        using var thief = await site.SignedInAsync(Ann, Chrome);
        var form = await thief.ReadAsync("/account/name");

        await EndAsync(site, here, how);
        using var reply = await thief.SendAsync(form, "/account/name", "main form", ("Input.Name", "A Thief"));
        site.Clock.Advance(TimeSpan.FromMinutes(2));
        using var later = await thief.Client.GetAsync("/account");

        Assert.Equal("/account/sign-in", reply.Headers.Location?.ToString());
        Assert.StartsWith("http://localhost/account/sign-in", later.Headers.Location?.ToString(), StringComparison.Ordinal);
        Assert.Equal("Rea Der", await site.WithDbAsync(db => db.Users.Select(p => p.Name).SingleAsync()));
        Assert.Equal(0, await site.WithDbAsync(db => db.Attendances.CountAsync(a => a.EndedAt == null && a.Browser == Chrome)));
    }

    [Fact]
    public async Task Nor_by_a_page_that_renews_the_cookie_of_whoever_it_believes()
    {
        await using var site = new AccountSite();
        await site.ReaderAsync(Ann);
        using var owner = await site.SeatAsync(Role.Owner);
        using var made = await owner.SendAsync("/admin/people/invite", "main form", ("Input.Name", "Ann"), ("Input.Role", "Editor"));
        var link = new Uri((await Site.ParseAsync(made)).QuerySelector("#link")!.TextContent.Trim()).AbsolutePath;
        using var here = await site.SignedInAsync(Ann);
        using var thief = await site.SignedInAsync(Ann, Chrome);
        var form = await thief.ReadAsync(link);

        await EndAsync(site, here, "others");
        using var reply = await thief.SendAsync(form, link, "main form");
        using var desk = await thief.Client.GetAsync("/admin");

        Assert.StartsWith("http://localhost/account/sign-in", desk.Headers.Location?.ToString(), StringComparison.Ordinal);
        Assert.Equal(0, await site.WithDbAsync(db => db.Attendances.CountAsync(a => a.EndedAt == null && a.Browser == Chrome)));
    }

    [Fact]
    public async Task Ending_the_others_says_so()
    {
        await using var site = new AccountSite();
        await site.ReaderAsync(Ann);
        using var here = await site.SignedInAsync(Ann);
        using var there = await site.SignedInAsync(Ann, Chrome);

        using var ended = await here.SendAsync("/account/sessions", "form[action='/account/sessions/end-others']");
        var done = await here.ReadAsync(ended.Headers.Location!.ToString());
        var race = await here.ReadAsync("/account/sessions?done=race");

        Assert.Equal("Your other sessions are over.", done.QuerySelector(".said")?.TextContent);
        Assert.Contains("nothing was ended", race.QuerySelector(".said")?.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_uses_up_every_older_one_and_the_first_is_used_by_turning_it_on()
    {
        await using var site = new AccountSite();
        await site.ReaderAsync(Ann);
        var (key, enrolled) = await TurnOnAsync(site, stepsAhead: -1);
        using var browser = site.Browser();
        using var first = await AccountSite.SignInAsync(browser, Ann);

        using var again = await browser.SendAsync("/account/second-step", "main form", ("Input.Code", enrolled));
        using var newest = await browser.SendAsync("/account/second-step", "main form", ("Input.Code", AccountSite.CodeFor(key, stepsAhead: 1)));
        using var other = site.Browser();
        using var second = await AccountSite.SignInAsync(other, Ann);
        using var older = await other.SendAsync("/account/second-step", "main form", ("Input.Code", AccountSite.CodeFor(key)));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "/account", HttpStatusCode.UnprocessableEntity), (again.StatusCode, newest.Headers.Location?.ToString(), older.StatusCode));
    }

    [Fact]
    public async Task Of_those_who_send_one_code_at_once_one_gets_in()
    {
        await using var site = new AccountSite();
        await site.ReaderAsync(Ann);
        var (key, _) = await TurnOnAsync(site, stepsAhead: -1);
        var seats = Enumerable.Range(0, 4).Select(_ => site.Browser()).ToList();
        foreach (var seat in seats) (await AccountSite.SignInAsync(seat, Ann)).Dispose();
        var forms = new List<AngleSharp.Html.Dom.IHtmlDocument>();
        foreach (var seat in seats) forms.Add(await seat.ReadAsync("/account/second-step"));
        var code = AccountSite.CodeFor(key, stepsAhead: 1);

        var replies = await Task.WhenAll(seats.Select((s, i) => s.SendAsync(forms[i], "/account/second-step", "main form", ("Input.Code", code))));

        Assert.Equal(1, replies.Count(r => r.StatusCode is HttpStatusCode.Redirect));
        Assert.Equal(3, replies.Count(r => r.StatusCode is HttpStatusCode.UnprocessableEntity));
    }

    [Fact]
    public async Task A_recovery_code_opens_no_account_that_was_closed_between_the_steps()
    {
        await using var site = new AccountSite();
        var ann = await site.ReaderAsync(Ann);
        IReadOnlyList<string> codes = [];
        await TurnOnAsync(site, stepsAhead: 0, c => codes = c);
        using var browser = site.Browser();
        using var first = await AccountSite.SignInAsync(browser, Ann);
        var form = await browser.ReadAsync("/account/recovery");
        await site.WithDbAsync(async db =>
        {
            (await db.Users.SingleAsync(p => p.Id == ann.Id)).LeftAt = site.Clock.GetUtcNow();
            await db.SaveChangesAsync();
        });

        using var reply = await browser.SendAsync(form, "/account/recovery", "main form", ("Input.Code", codes[0]));

        Assert.Equal("/account/sign-in", reply.Headers.Location?.ToString());
        Assert.Equal(1, await site.WithDbAsync(db => db.Attendances.CountAsync()));
    }

    [Fact]
    public async Task Each_change_of_how_one_signs_in_is_told_however_many_there_were_and_names_the_passkeys()
    {
        await using var site = new AccountSite();
        await site.ReaderAsync(Ann);
        await using (var scope = site.Requested())
        {
            var (mail, db) = (scope.ServiceProvider.GetRequiredService<AccountMail>(), scope.ServiceProvider.GetRequiredService<Roundup.Data.RoundupDb>());
            var person = await db.Users.SingleAsync();
            foreach (var what in Enumerable.Repeat("New recovery codes were made", AccountMail.ADay).Append("A passkey was added"))
            {
                await mail.NoticeAsync(person, what, default);
                await db.SaveChangesAsync();
            }
        }

        var mails = await site.MailsAsync(Ann);
        Assert.Equal("A passkey was added at Roundup", mails[^1].Subject);
        Assert.Contains("/account/passkeys", mails[^1].Text, StringComparison.Ordinal);
    }

    private static async Task EndAsync(AccountSite site, Desk.Seat here, string how)
    {
        if (how is "others") (await here.SendAsync("/account/sessions", "form[action='/account/sessions/end-others']")).Dispose();
        if (how is "password") (await here.SendAsync("/account/password", "main form", ("Input.Password", Password), ("Input.New", "a new one that is long enough"))).Dispose();
        if (how is "closed") await site.WithDbAsync(db => db.Users.ExecuteUpdateAsync(p => p.SetProperty(x => x.SecurityStamp, "another")));
        if (how is not "one" and not "closed") return;

        var id = await site.WithDbAsync(db => db.Attendances.Where(a => a.Browser == Chrome).Select(a => a.Id).SingleAsync());
        if (how is "one") (await here.SendAsync("/account/sessions", $"form[action='/account/sessions/end?id={id}']")).Dispose();
        else await site.WithDbAsync(db => db.Attendances.Where(a => a.Id == id).ExecuteUpdateAsync(a => a.SetProperty(x => x.EndedAt, site.Clock.GetUtcNow())));
    }

    private static async Task<(string Key, string Code)> TurnOnAsync(AccountSite site, int stepsAhead, Action<IReadOnlyList<string>>? codes = null)
    {
        using var ann = await site.SignedInAsync(Ann);
        var page = await ann.ReadAsync("/account/two-factor");
        var key = page.QuerySelector("code.key")!.TextContent;
        var code = AccountSite.CodeFor(key, stepsAhead);
        using var on = await ann.SendAsync(page, "/account/two-factor", "main form", ("Input.Code", code), ("Input.Password", Password));
        Assert.Equal(HttpStatusCode.OK, on.StatusCode);
        codes?.Invoke([.. (await Site.ParseAsync(on)).QuerySelectorAll(".codes code").Select(c => c.TextContent)]);
        return (key, code);
    }
}
