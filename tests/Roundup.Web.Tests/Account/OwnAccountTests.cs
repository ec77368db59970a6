using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Roundup.Data.People;

namespace Roundup.Web.Tests.Account;

/// <summary>What somebody does with their own account, by its forms and without script.</summary>
public sealed class OwnAccountTests
{
    private const string Ann = "ann@example.org";
    private const string Password = AccountSite.Password;
    private const string Chrome = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36";

    [Fact]
    public async Task Readers_land_on_their_account_and_the_desk_s_people_at_the_desk()
    {
        await using var site = new AccountSite();
        await site.ReaderAsync(Ann);
        await site.ReaderAsync("ed@example.org", "Ed Itor", Role.Editor, confirmed: false);
        using var ann = site.Browser();
        using var ed = site.Browser();

        using var reader = await AccountSite.SignInAsync(ann, Ann);
        using var editor = await AccountSite.SignInAsync(ed, "ed@example.org");
        using var desk = await ann.Client.GetAsync("/admin");
        using var denied = await ann.Client.GetAsync("/account/denied");
        using var known = await site.Browser().Client.GetAsync("/.well-known/change-password");

        Assert.Equal(("/account", "/admin"), (reader.Headers.Location?.ToString(), editor.Headers.Location?.ToString()));
        Assert.StartsWith("http://localhost/account/denied", desk.Headers.Location?.ToString(), StringComparison.Ordinal);
        Assert.Contains("To your account", await denied.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.Redirect, "/account/password"), (known.StatusCode, known.Headers.Location?.ToString()));
    }

    [Fact]
    public void Each_page_of_accounts_asks_who_one_is_or_is_open_on_purpose_and_each_guess_is_counted()
    {
        using var site = new AccountSite();
        var pages = site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Where(e => e.Metadata.GetMetadata<PageActionDescriptor>()?.AreaName is "Account").ToList();
        string Name(RouteEndpoint page) => page.Metadata.GetMetadata<PageActionDescriptor>()!.ViewEnginePath;

        Assert.Equal(
            ["/Carry", "/Changed", "/Confirm", "/Denied", "/Forgotten", "/Gone", "/Join", "/Passkeys/Challenge", "/Passkeys/Use", "/Recovery", "/Register", "/Resend", "/Reset", "/SecondStep", "/Sent", "/SetUp", "/SignIn", "/SignOut"],
            pages.Where(p => p.Metadata.GetMetadata<IAuthorizeData>() is null).Select(Name).Distinct().Order(StringComparer.Ordinal));
        string[] guessable = ["/Confirm", "/Delete", "/Forgotten", "/Join", "/Passkeys/Challenge", "/Passkeys/New", "/Passkeys/Options", "/Passkeys/Remove", "/Passkeys/Use", "/Password", "/Recovery", "/Register", "/Resend", "/Reset", "/SecondStep", "/SetUp", "/SignIn", "/TwoFactor/Codes", "/TwoFactor/Index", "/TwoFactor/Off"];
        Assert.Empty(guessable.Except(pages.Where(p => p.Metadata.GetMetadata<EnableRateLimitingAttribute>()?.PolicyName is "guesses").Select(Name)));
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused()
    {
        await using var site = new AccountSite();
        await site.ReaderAsync(Ann);
        using var ann = await site.SignedInAsync(Ann);
        foreach (var path in new[] { "/account/sign-in", "/account/register", "/account/forgotten", "/account/password", "/account/name", "/account/two-factor", "/account/passkeys/options", "/account/passkeys/challenge", "/account/passkeys/use", "/account/sessions/end-others", "/account/delete", "/account/data" })
        {
            using var reply = await ann.Client.PostAsync(path, new FormUrlEncodedContent([]));
            Assert.True(reply.StatusCode is HttpStatusCode.BadRequest, $"{path}: {reply.StatusCode}");
        }
    }

    [Fact]
    public async Task A_new_password_ends_the_other_sessions_and_the_old_password()
    {
        await using var site = new AccountSite();
        await site.ReaderAsync(Ann);
        using var here = await site.SignedInAsync(Ann);
        using var there = await site.SignedInAsync(Ann, Chrome);

        using var wrong = await here.SendAsync("/account/password", "main form", ("Input.Password", "not it, but long enough"), ("Input.New", "a new one that is long enough"));
        using var weak = await here.SendAsync("/account/password", "main form", ("Input.Password", Password), ("Input.New", "short"));
        using var changed = await here.SendAsync("/account/password", "main form", ("Input.Password", Password), ("Input.New", "a new one that is long enough"));
        site.Clock.Advance(TimeSpan.FromMinutes(2));
        using var still = await here.Client.GetAsync("/account");
        using var out_ = await there.Client.GetAsync("/account");
        using var old = await AccountSite.SignInAsync(site.Browser(), Ann);
        using var fresh = await AccountSite.SignInAsync(site.Browser(), Ann, "a new one that is long enough");

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity, "/account?done=password"), (wrong.StatusCode, weak.StatusCode, changed.Headers.Location?.ToString()));
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Redirect), (still.StatusCode, out_.StatusCode));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.Redirect), (old.StatusCode, fresh.StatusCode));
        Assert.Equal("Your password was changed at Roundup", Assert.Single(await site.MailsAsync(Ann)).Subject);
    }

    [Fact]
    public async Task Sessions_are_listed_in_plain_words_and_end_within_a_minute()
    {
        await using var site = new AccountSite();
        await site.ReaderAsync(Ann);
        using var here = await site.SignedInAsync(Ann);
        using var one = await site.SignedInAsync(Ann, Chrome);
        using var two = await site.SignedInAsync(Ann, "curl/8");
        var id = await site.WithDbAsync(db => db.Attendances.Where(a => a.Browser == Chrome).Select(a => a.Id).SingleAsync());

        var list = await here.ReadAsync("/account/sessions");
        using var ended = await here.SendAsync(list, "/account/sessions", $"form[action='/account/sessions/end?id={id}']");
        site.Clock.Advance(TimeSpan.FromMinutes(2));
        using var gone = await one.Client.GetAsync("/account");
        using var stays = await two.Client.GetAsync("/account");
        using var others = await here.SendAsync("/account/sessions", "form[action='/account/sessions/end-others']");
        site.Clock.Advance(TimeSpan.FromMinutes(2));
        using var goneToo = await two.Client.GetAsync("/account");
        site.Clock.Advance(TimeSpan.FromMinutes(6));
        var left = await here.ReadAsync("/account/sessions");

        Assert.Equal(["A browser that does not say what it is", "Chrome on Windows", "Firefox on Linux"], list.QuerySelectorAll(".rows b").Select(b => b.TextContent).Order(StringComparer.Ordinal));
        Assert.Contains("(this one)", list.QuerySelectorAll(".rows li").Single(l => l.TextContent.Contains("Firefox", StringComparison.Ordinal)).TextContent, StringComparison.Ordinal);
        Assert.Equal([HttpStatusCode.Redirect, HttpStatusCode.OK, HttpStatusCode.Redirect], new[] { gone, stays, goneToo }.Select(r => r.StatusCode));
        Assert.Equal("Firefox on Linux", Assert.Single(left.QuerySelectorAll(".rows b")).TextContent);
        Assert.Equal(site.Clock.GetUtcNow(), await site.WithDbAsync(db => db.Attendances.Where(a => a.EndedAt == null && a.PersonId == 1).Select(a => a.SeenAt).SingleAsync()));
        using var signedOut = await here.SendAsync("/account/sign-out", "main form");
        Assert.Equal(0, await site.WithDbAsync(db => db.Attendances.CountAsync(a => a.EndedAt == null && a.PersonId == 1)));
    }

    [Fact]
    public async Task Nobody_ends_another_s_session()
    {
        await using var site = new AccountSite();
        await site.ReaderAsync(Ann);
        await site.ReaderAsync("bo@example.org", "Bo Two");
        using var ann = await site.SignedInAsync(Ann);
        using var bo = await site.SignedInAsync("bo@example.org");
        var token = (await bo.ReadAsync("/account/data")).QuerySelector("input[name=_token]")!.GetAttribute("value")!;

        using var reply = await bo.Client.PostAsync("/account/sessions/end?id=1", new FormUrlEncodedContent([new("_token", token)]));

        Assert.Equal(HttpStatusCode.NotFound, reply.StatusCode);
        Assert.Equal(2, await site.WithDbAsync(db => db.Attendances.CountAsync(a => a.EndedAt == null)));
    }

    [Fact]
    public async Task The_second_step_is_a_code_of_the_app_or_a_recovery_code_each_good_once()
    {
        await using var site = new AccountSite();
        await site.ReaderAsync(Ann);
        using var ann = await site.SignedInAsync(Ann);
        var page = await ann.ReadAsync("/account/two-factor");
        var key = page.QuerySelector("code.key")!.TextContent;
        Assert.NotEmpty(page.QuerySelector("svg.square-code path")!.GetAttribute("d")!);

        using var wrong = await ann.SendAsync(page, "/account/two-factor", "main form", ("Input.Code", "000000"), ("Input.Password", Password));
        Assert.Equal(key, (await Site.ParseAsync(wrong)).QuerySelector("code.key")!.TextContent);
        using var on = await ann.SendAsync(page, "/account/two-factor", "main form", ("Input.Code", AccountSite.CodeFor(key)), ("Input.Password", Password));
        var codes = (await Site.ParseAsync(on)).QuerySelectorAll(".codes code").Select(c => c.TextContent).ToList();
        using var other = site.Browser();
        using var first = await AccountSite.SignInAsync(other, Ann);
        using var inside = await other.Client.GetAsync("/account");
        using var guessed = await other.SendAsync("/account/second-step", "main form", ("Input.Code", "12 34 56"));
        var code = AccountSite.CodeFor(key, stepsAhead: 1);
        using var second = await other.SendAsync("/account/second-step", "main form", ("Input.Code", $"{code[..3]} {code[3..]}"));
        using var replayer = site.Browser();
        using var replayed1 = await AccountSite.SignInAsync(replayer, Ann);
        using var replayed2 = await replayer.SendAsync("/account/second-step", "main form", ("Input.Code", code));
        using var recovered = await replayer.SendAsync("/account/recovery", "main form", ("Input.Code", codes[0].ToUpperInvariant().Replace('-', ' ')));
        using var third = site.Browser();
        using var third1 = await AccountSite.SignInAsync(third, Ann);
        using var usedUp = await third.SendAsync("/account/recovery", "main form", ("Input.Code", codes[0]));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.OK, 10), (wrong.StatusCode, on.StatusCode, codes.Distinct().Count()));
        Assert.Equal(("/account/second-step", HttpStatusCode.Redirect), (first.Headers.Location?.ToString(), inside.StatusCode));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "/account"), (guessed.StatusCode, second.Headers.Location?.ToString()));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "/account/two-factor"), (replayed2.StatusCode, recovered.Headers.Location?.ToString()));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, usedUp.StatusCode);
        Assert.Equal(["The second step was turned on at Roundup", "A recovery code was used at Roundup"], (await site.MailsAsync(Ann)).Select(m => m.Subject));
        // The codes themselves are kept nowhere.
        var kept = await site.WithDbAsync(db => db.UserTokens.Where(t => t.Name == "RecoveryCodes").Select(t => t.Value).SingleAsync());
        Assert.DoesNotContain(codes, c => kept!.Contains(c, StringComparison.Ordinal) || kept.Contains(c.Replace("-", "", StringComparison.Ordinal), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Turning_the_second_step_off_asks_for_the_password()
    {
        await using var site = new AccountSite();
        await site.ReaderAsync(Ann);
        using var ann = await site.SignedInAsync(Ann);
        var page = await ann.ReadAsync("/account/two-factor");
        using var on = await ann.SendAsync(page, "/account/two-factor", "main form", ("Input.Code", AccountSite.CodeFor(page.QuerySelector("code.key")!.TextContent)), ("Input.Password", Password));

        using var wrong = await ann.SendAsync("/account/two-factor/off", "main form", ("Input.Password", "not it, but long enough"));
        using var fresh = await ann.SendAsync("/account/two-factor/codes", "main form", ("Input.Password", Password));
        using var off = await ann.SendAsync("/account/two-factor/off", "main form", ("Input.Password", Password));
        using var signIn = await AccountSite.SignInAsync(site.Browser(), Ann);

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.OK, "/account?done=second-step-off"), (wrong.StatusCode, fresh.StatusCode, off.Headers.Location?.ToString()));
        Assert.Equal(10, (await Site.ParseAsync(fresh)).QuerySelectorAll(".codes code").Length);
        Assert.Equal("/account", signIn.Headers.Location?.ToString());
    }

    [Fact]
    public async Task Ten_wrong_codes_and_the_account_rests()
    {
        await using var site = new AccountSite();
        await site.ReaderAsync(Ann);
        using var ann = await site.SignedInAsync(Ann);
        var page = await ann.ReadAsync("/account/two-factor");
        var key = page.QuerySelector("code.key")!.TextContent;
        using var on = await ann.SendAsync(page, "/account/two-factor", "main form", ("Input.Code", AccountSite.CodeFor(key)), ("Input.Password", Password));
        using var other = site.Browser();
        using var first = await AccountSite.SignInAsync(other, Ann);
        for (var i = 0; i < 10; i++) (await other.SendAsync(i % 2 == 0 ? "/account/second-step" : "/account/recovery", "main form", ("Input.Code", "000000"))).Dispose();

        using var right = await other.SendAsync("/account/second-step", "main form", ("Input.Code", AccountSite.CodeFor(key, stepsAhead: 1)));
        using var recovery = await other.SendAsync("/account/recovery", "main form", ("Input.Code", "00000"));

        Assert.All([right, recovery], r => Assert.Equal(HttpStatusCode.UnprocessableEntity, r.StatusCode));
        Assert.Contains("rests for an hour", await right.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("rests for an hour", await recovery.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_is_changed_but_not_to_an_editor_s()
    {
        await using var site = new AccountSite();
        await site.WithDbAsync(db => db.SetUpAsync());
        await site.ReaderAsync(Ann);
        await site.ReaderAsync("ed@example.org", "Ed Itor", Role.Editor);
        using var ann = await site.SignedInAsync(Ann);
        using var ed = await site.SignedInAsync("ed@example.org");

        using var taken = await ann.SendAsync("/account/name", "main form", ("Input.Name", "ed  ïtor"));
        using var printed = await ann.SendAsync("/account/name", "main form", ("Input.Name", "Ines Marlowe"));
        using var given = await ann.SendAsync("/account/name", "main form", ("Input.Name", " Ann \u202EO’Hara <b>"));
        using var desk = await ed.SendAsync("/account/name", "main form", ("Input.Name", "Ed Itorsson"));

        Assert.All([taken, printed], r => Assert.Equal(HttpStatusCode.UnprocessableEntity, r.StatusCode));
        Assert.Equal("/account?done=name", given.Headers.Location?.ToString());
        Assert.Equal(["Ann O’Hara <b>", "Ed Itorsson"], await site.WithDbAsync(db => db.Users.OrderBy(p => p.Id).Select(p => p.Name).ToListAsync()));
        Assert.Equal(["person.renamed"], await site.WithDbAsync(db => db.AuditLog.Select(r => r.Act).ToListAsync()));
    }

    [Theory]
    [InlineData("/account/passkeys/use", "{}")]
    [InlineData("/account/passkeys/use", "[[[[")]
    [InlineData("/account/passkeys/use", "{\"id\":\"AA\",\"rawId\":\"AA\",\"type\":\"public-key\",\"response\":{\"clientDataJSON\":\"AA\",\"authenticatorData\":\"AA\",\"signature\":\"AA\"},\"clientExtensionResults\":{}}")]
    [InlineData("/account/passkeys/new", "{}")]
    [InlineData("/account/passkeys/new", "null")]
    [InlineData("/account/passkeys/new", "{\"id\":\"AA\",\"rawId\":\"AA\",\"type\":\"public-key\",\"response\":{\"clientDataJSON\":\"AA\",\"attestationObject\":\"AA\"},\"clientExtensionResults\":{}}")]
    public async Task A_passkey_that_is_none_is_refused_also_after_a_challenge(string path, string credential)
    {
        await using var site = new AccountSite();
        await site.ReaderAsync(Ann);
        using var ann = await site.SignedInAsync(Ann);
        using var stranger = site.Browser();
        var isNew = path.EndsWith("new", StringComparison.Ordinal);
        var seat = isNew ? ann : stranger;
        var page = await seat.ReadAsync(isNew ? path : "/account/sign-in");
        var token = page.QuerySelector("passkey-form input[name=_token]")!.GetAttribute("value")!;
        Task<HttpResponseMessage> PostAsync(string to, params (string Name, string Value)[] fields) =>
            seat.Client.PostAsync(to, new FormUrlEncodedContent([new("_token", token), .. fields.Select(f => KeyValuePair.Create(f.Name, f.Value))]));

        using var unasked = await PostAsync(path, ("Credential", credential));
        using var asked = await PostAsync(isNew ? "/account/passkeys/options" : "/account/passkeys/challenge", ("Input.Password", Password));
        using var reply = await PostAsync(path, ("Credential", credential));
        using var wrong = await ann.Client.GetAsync("/account/passkeys/remove?id=%00..");

        Assert.Equal("application/json", asked.Content.Headers.ContentType?.MediaType);
        using var options = JsonDocument.Parse(await asked.Content.ReadAsStringAsync());
        Assert.Equal("required", isNew ? options.RootElement.GetProperty("authenticatorSelection").GetProperty("userVerification").GetString() : options.RootElement.GetProperty("userVerification").GetString());
        Assert.All([unasked, reply], r => Assert.Equal(HttpStatusCode.UnprocessableEntity, r.StatusCode));
        Assert.Equal(HttpStatusCode.NotFound, wrong.StatusCode);
    }
}
