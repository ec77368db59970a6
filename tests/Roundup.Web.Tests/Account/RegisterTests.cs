using System.Diagnostics;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Roundup.Data.People;

namespace Roundup.Web.Tests.Account;

/// <summary>How a reader gets an account, and what strangers can't learn by trying.</summary>
public sealed class RegisterTests
{
    private const string Password = AccountSite.Password;

    [Fact]
    public async Task From_the_form_to_an_account_that_comments_need_no_mail_for()
    {
        await using var site = new AccountSite();
        using var ann = site.Browser();

        using var sent = await AccountSite.RegisterAsync(ann, "Ann@Example.org", "  Ann \u200BReader ");
        var mail = Assert.Single(await site.MailsAsync("ann@example.org"));
        var link = AccountSite.LinkIn(mail, "/account/confirm");
        using var early = await AccountSite.SignInAsync(ann, "ann@example.org");
        await ann.ReadAsync(link);
        var before = await PersonAsync(site, "ann@example.org");
        using var wrong = await ann.SendAsync(link, "main form", ("Input.Password", "another sentence of the kind"));
        using var confirmed = await ann.SendAsync(link, "main form", ("Input.Password", Password));
        var home = await ann.ReadAsync("/account");

        Assert.Equal("/account/sent", sent.Headers.Location?.ToString());
        Assert.Equal((HttpStatusCode.UnprocessableEntity, false), (early.StatusCode, before.EmailConfirmed));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "/account?done=confirmed"), (wrong.StatusCode, confirmed.Headers.Location?.ToString()));
        var person = await PersonAsync(site, "ann@example.org");
        Assert.Equal(("Ann Reader", Role.Reader, true), (person.Name, person.Role, person.EmailConfirmed));
        Assert.Contains("Confirmed: mail reaches you here", home.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        using var again = await site.Browser().Client.GetAsync(link);
        Assert.Contains("Confirmed already", await again.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_known_address_and_a_new_one_get_the_same_answer_and_different_mails()
    {
        await using var site = new AccountSite();
        await site.ReaderAsync("known@example.org");
        using var one = site.Browser();
        using var two = site.Browser();

        using var known = await AccountSite.RegisterAsync(one, "known@example.org", password: "quite another sentence, this");
        using var fresh = await AccountSite.RegisterAsync(two, "fresh@example.org");
        foreach (var page in new[] { "/account/forgotten", "/account/resend" })
        {
            using var there = await one.SendAsync(page, "main form", ("Input.Email", "known@example.org"));
            using var nowhere = await two.SendAsync(page, "main form", ("Input.Email", "nobody@example.org"));
            Assert.Equal(Shape(there), Shape(nowhere));
        }

        Assert.Equal(Shape(known), Shape(fresh));
        Assert.Equal(["You have an account already at Roundup", "A new password at Roundup"], (await site.MailsAsync("known@example.org")).Select(m => m.Subject));
        Assert.Equal(["Confirm your address at Roundup"], (await site.MailsAsync("fresh@example.org")).Select(m => m.Subject));
        Assert.Empty(await site.MailsAsync("nobody@example.org"));
        // The stranger's password opens nothing.
        using var tried = await AccountSite.SignInAsync(one, "known@example.org", "quite another sentence, this");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, tried.StatusCode);
    }

    [Fact]
    public async Task Nor_does_the_clock_tell_who_has_an_account()
    {
        await using var site = new AccountSite();
        await site.ReaderAsync("known@example.org");
        await site.ReaderAsync("waits@example.org", confirmed: false);
        using var seat = site.Browser();
        using var warm = await AccountSite.SignInAsync(seat, "nobody@example.org", "wrong, and long enough");

        var known = await TimeAsync(() => AccountSite.SignInAsync(seat, "known@example.org", "wrong, and long enough"));
        var waits = await TimeAsync(() => AccountSite.SignInAsync(seat, "waits@example.org", Password));
        var nobody = await TimeAsync(() => AccountSite.SignInAsync(seat, "nobody@example.org", "wrong, and long enough"));
        var forgotten = await TimeAsync(() => seat.SendAsync("/account/forgotten", "main form", ("Input.Email", "known@example.org")));
        var forgottenNobody = await TimeAsync(() => seat.SendAsync("/account/forgotten", "main form", ("Input.Email", "nobody@example.org")));

        TestContext.Current.TestOutputHelper!.WriteLine($"FIGURE: sign-in, wrong, ms = known {known}, unconfirmed {waits}, nobody {nobody}");
        TestContext.Current.TestOutputHelper!.WriteLine($"FIGURE: forgotten, ms = known {forgotten}, nobody {forgottenNobody}");
        // Nothing is answered before the step is over; without that, nobody's would come in a tenth of the time.
        Assert.All([known, waits, nobody, forgotten, forgottenNobody], ms => Assert.True(ms >= 395, $"{ms} ms"));
    }

    [Fact]
    public async Task Whoever_registers_another_s_address_beforehand_gets_nothing_of_it()
    {
        await using var site = new AccountSite();
        using var thief = site.Browser();
        using var first = await AccountSite.RegisterAsync(thief, "ann@example.org", "Thief", "the sentence of the thief");
        using var ann = site.Browser();
        using var second = await AccountSite.RegisterAsync(ann, "ann@example.org");

        var mails = await site.MailsAsync("ann@example.org");
        using var typed = await ann.SendAsync(AccountSite.LinkIn(mails[1], "/account/confirm"), "main form", ("Input.Password", Password));
        using var reset = await ann.SendAsync(AccountSite.LinkIn(mails[2], "/account/reset"), "main form", ("Input.Password", Password));
        using var stolen = await AccountSite.SignInAsync(thief, "ann@example.org", "the sentence of the thief");
        using var own = await AccountSite.SignInAsync(ann, "ann@example.org");

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "/account/changed"), (typed.StatusCode, reset.Headers.Location?.ToString()));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "/account"), (stolen.StatusCode, own.Headers.Location?.ToString()));
    }

    [Fact]
    public async Task No_address_gets_more_than_five_mails_of_a_kind_a_day_and_no_network_more_than_twenty_tries()
    {
        await using var site = new AccountSite();
        await site.ReaderAsync("known@example.org");
        using var seat = site.Browser();
        var codes = new List<HttpStatusCode>();
        for (var i = 0; i < 21; i++)
        {
            using var reply = await seat.SendAsync("/account/forgotten", "main form", ("Input.Email", "known@example.org"));
            codes.Add(reply.StatusCode);
        }

        Assert.Equal(Roundup.Web.Areas.Account.AccountMail.ADay, (await site.MailsAsync("known@example.org")).Count);
        Assert.Equal((20, HttpStatusCode.TooManyRequests), (codes.Count(c => c is HttpStatusCode.Redirect), codes[^1]));
    }

    [Fact]
    public async Task A_host_that_somebody_else_names_gets_no_link()
    {
        await using var site = new AccountSite();
        using var seat = site.Browser(host: "evil.example");

        using var register = await AccountSite.RegisterAsync(seat, "ann@example.org");
        using var forgotten = await seat.SendAsync("/account/forgotten", "main form", ("Input.Email", "ann@example.org"));

        Assert.All([register, forgotten], r => Assert.Equal(HttpStatusCode.UnprocessableEntity, r.StatusCode));
        Assert.Equal(0, await site.WithDbAsync(db => db.Outbox.CountAsync()));
    }

    [Theory]
    [InlineData("Ines Marlowe", "ann@example.org", Password, "Somebody who edits here bears that name")]
    [InlineData("\u200B\u202E", "ann@example.org", Password, "Give the name that is printed")]
    [InlineData("Ann", "ann@@", Password, "not an e-mail address|Give an e-mail address")]
    [InlineData("Ann", "ann@example.org<script>", Password, "Give an e-mail address|not an e-mail address")]
    [InlineData("Ann", "ann@example.org", "short", "15 characters")]
    [InlineData("Ann", "ann@example.org", "aaaaaaaaaaaaaaaaaaaaaa", "5 unique|5 different")]
    [InlineData("", "", "", "Give your e-mail address")]
    public async Task What_can_t_be_taken_is_said_at_its_field_and_stays_typed(string name, string email, string password, string sentence)
    {
        await using var site = new AccountSite();
        await site.WithDbAsync(db => db.SetUpAsync());
        using var seat = site.Browser();

        using var reply = await AccountSite.RegisterAsync(seat, email, name, password);
        var page = await Site.ParseAsync(reply);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, reply.StatusCode);
        Assert.Contains(sentence.Split('|'), s => page.QuerySelector("main")!.TextContent.Contains(s, StringComparison.Ordinal));
        if (name is "Ann") Assert.Equal("Ann", page.QuerySelector("#Input_Name")!.GetAttribute("value"));
        Assert.Equal(0, await site.WithDbAsync(db => db.Users.CountAsync()));
    }

    [Theory]
    [InlineData("/account/confirm")]
    [InlineData("/account/confirm?id=1&code=%00%ff")]
    [InlineData("/account/confirm?id=99999999999999&code=x")]
    [InlineData("/account/reset?id=1&code=CfDJ8")]
    [InlineData("/account/reset?id=-1&code=")]
    public async Task A_link_that_is_no_good_says_so_and_is_no_mistake_of_ours(string path)
    {
        await using var site = new AccountSite();
        await site.ReaderAsync("known@example.org");
        using var reply = await site.Browser().Client.GetAsync(path);

        Assert.Equal(HttpStatusCode.Gone, reply.StatusCode);
        Assert.Contains("This link opens nothing", await reply.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static Task<Person> PersonAsync(AccountSite site, string email) => site.WithDbAsync(db => db.Users.SingleAsync(p => p.Email == email));

    private static (HttpStatusCode, string?, string) Shape(HttpResponseMessage reply) =>
        (reply.StatusCode, reply.Headers.Location?.ToString(), string.Join(' ', reply.Headers.TryGetValues("Set-Cookie", out var set) ? set.Select(c => c.Split('=')[0]) : []));

    private static async Task<long> TimeAsync(Func<Task<HttpResponseMessage>> act)
    {
        var watch = Stopwatch.StartNew();
        using var reply = await act();
        return watch.ElapsedMilliseconds;
    }
}
