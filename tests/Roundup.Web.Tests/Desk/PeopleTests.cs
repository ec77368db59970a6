using System.Net;
using Microsoft.EntityFrameworkCore;
using Roundup.Data.People;

namespace Roundup.Web.Tests.Desk;

/// <summary>Who may do what, and who decides that.</summary>
public sealed class PeopleTests
{
    private const string Password = "a sentence that is long enough";

    [Fact]
    public async Task A_link_makes_one_contributor_and_then_opens_nothing()
    {
        await using var site = new DeskSite();
        using var owner = await site.SeatAsync(Role.Owner);
        var link = await InviteAsync(owner, "Bo", "Contributor");
        using var bo = new Seat(site.Visitor());
        using var scanner = await bo.Client.GetAsync(link);
        Assert.Equal((HttpStatusCode.OK, true), (scanner.StatusCode, scanner.Headers.CacheControl?.NoStore));
        Assert.Equal("no-referrer", Assert.Single(scanner.Headers.GetValues("Referrer-Policy")));

        using var weak = await bo.SendAsync(link, "form[method=post]", ("Input.Name", "Bo Two"), ("Input.Email", "bo@example.org"), ("Input.Password", "short"));
        using var joined = await bo.SendAsync(link, "form[method=post]", ("Input.Name", "  Bo \u202ETwo "), ("Input.Email", "bo@example.org"), ("Input.Password", Password));
        // The site's clock is not the one by which the client forgets cookies.
        bo.Client.DefaultRequestHeaders.Add("Cookie", joined.Headers.GetValues("Set-Cookie").Select(c => c.Split(';')[0]).Single(c => c.StartsWith("roundup=", StringComparison.Ordinal)));
        using var desk = await bo.Client.GetAsync("/admin");
        using var settings = await bo.Client.GetAsync("/admin/settings");
        using var again = await site.Visitor().GetAsync(link);
        using var unknown = await site.Visitor().GetAsync("/account/join/nothing");

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "/admin"), (weak.StatusCode, joined.Headers.Location?.ToString()));
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Redirect), (desk.StatusCode, settings.StatusCode));
        Assert.Equal((HttpStatusCode.Gone, HttpStatusCode.NotFound), (again.StatusCode, unknown.StatusCode));
        Assert.Equal((await Site.ParseAsync(unknown)).QuerySelector("main")!.TextContent, (await Site.ParseAsync(again)).QuerySelector("main")!.TextContent);
        var person = await site.WithDbAsync(db => db.Users.SingleAsync(p => p.Email == "bo@example.org"));
        Assert.Equal(("Bo Two", Role.Contributor, true), (person.Name, person.Role, person.LockoutEnabled));
        Assert.Contains("accepted by Bo Two", Words(await owner.ReadAsync("/admin/people")), StringComparison.Ordinal);
        Assert.DoesNotContain(link.Split('/')[^1], await site.WithDbAsync(db => db.Invitations.Select(i => i.TokenHash).SingleAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_who_open_one_link_at_once_are_told_apart()
    {
        await using var site = new DeskSite();
        using var owner = await site.SeatAsync(Role.Owner);
        var link = await InviteAsync(owner, "Bo", "Contributor");
        Seat[] seats = [new(site.Visitor()), new(site.Visitor())];
        var forms = await Task.WhenAll(seats.Select(s => s.ReadAsync(link)));

        var replies = await Task.WhenAll(seats.Select((s, i) => s.SendAsync(forms[i], link, "form[method=post]", ("Input.Name", $"Number {i}"), ("Input.Email", $"n{i}@example.org"), ("Input.Password", Password))));

        Assert.Equal([HttpStatusCode.Redirect, HttpStatusCode.Gone], replies.Select(r => r.StatusCode).Order());
        Assert.Equal(1, await site.WithDbAsync(db => db.Users.CountAsync(p => p.Role == Role.Contributor)));
    }

    [Fact]
    public async Task Whoever_is_signed_in_is_raised_and_never_lowered()
    {
        await using var site = new DeskSite();
        using var owner = await site.SeatAsync(Role.Owner);
        using var reader = await site.SeatAsync(Role.Reader, "Rea Der");
        var link = await InviteAsync(owner, "Rea", "Editor");

        using var mine = await owner.SendAsync(link, "form[method=post]");
        using var raised = await reader.SendAsync(link, "form[method=post]");

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "/admin"), (mine.StatusCode, raised.Headers.Location?.ToString()));
        Assert.Equal([Role.Editor, Role.Owner], (await site.WithDbAsync(db => db.Users.Select(p => p.Role).ToListAsync())).Order());
    }

    [Fact]
    public async Task A_name_or_an_address_that_is_taken_is_refused_and_the_link_stays_open()
    {
        await using var site = new DeskSite();
        using var owner = await site.SeatAsync(Role.Owner, "Ines Marlowe");
        var link = await InviteAsync(owner, "<script>alert(1)</script>", "Contributor");
        using var bo = new Seat(site.Visitor());

        using var name = await bo.SendAsync(link, "form[method=post]", ("Input.Name", "ines  márlowe"), ("Input.Email", "bo@example.org"), ("Input.Password", Password));
        using var address = await bo.SendAsync(link, "form[method=post]", ("Input.Name", "Bo"), ("Input.Email", "person1@example.org"), ("Input.Password", Password));
        var list = await owner.ReadAsync("/admin/people");

        Assert.Contains("Somebody who edits here bears that name", await name.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("There is an account with this address already", await address.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("<script>alert(1)</script>, as a contributor: open until", Words(list), StringComparison.Ordinal);
        Assert.Equal(1, await site.WithDbAsync(db => db.Users.CountAsync()));
    }

    [Fact]
    public async Task A_revoked_link_and_an_old_one_open_nothing()
    {
        await using var site = new DeskSite();
        using var owner = await site.SeatAsync(Role.Owner);
        var (revoked, old) = (await InviteAsync(owner, "One", "Editor"), await InviteAsync(owner, "Two", "Editor"));

        using var ended = await owner.SendAsync("/admin/people/invitations/1/revoke", "main form");
        using var first = await site.Visitor().GetAsync(revoked);
        using var still = await site.Visitor().GetAsync(old);
        site.Clock.Advance(Invitation.Life);
        using var second = await site.Visitor().GetAsync(old);

        Assert.Equal([HttpStatusCode.Redirect, HttpStatusCode.Gone, HttpStatusCode.OK, HttpStatusCode.Gone], new[] { ended, first, still, second }.Select(r => r.StatusCode));
    }

    [Fact]
    public async Task A_closed_account_is_out_within_a_minute_and_its_words_stay()
    {
        await using var site = new DeskSite();
        using var owner = await site.SeatAsync(Role.Owner);
        var link = await InviteAsync(owner, "Bo", "Contributor");
        using var bo = new Seat(site.Visitor());
        using var joined = await bo.SendAsync(link, "form[method=post]", ("Input.Name", "Bo Two"), ("Input.Email", "bo@example.org"), ("Input.Password", Password));
        var id = await IdAsync(site, "Bo Two");

        using var closed = await owner.SendAsync($"/admin/people/{id}/close", "main form");
        site.Clock.Advance(TimeSpan.FromMinutes(2));
        using var late = await bo.Client.GetAsync("/admin");
        using var visitor = new Seat(site.Visitor());
        using var tried = await visitor.SendAsync("/account/sign-in", "form[method=post]", ("Input.Email", "bo@example.org"), ("Input.Password", Password));
        using var opened = await owner.SendAsync($"/admin/people/{id}/reopen", "main form");
        using var again = await visitor.SendAsync("/account/sign-in", "form[method=post]", ("Input.Email", "bo@example.org"), ("Input.Password", Password));

        Assert.Equal("/admin/people", closed.Headers.Location?.ToString());
        Assert.StartsWith("http://localhost/account/sign-in", late.Headers.Location?.ToString(), StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.Redirect, HttpStatusCode.Redirect), (tried.StatusCode, opened.StatusCode, again.StatusCode));
    }

    [Fact]
    public async Task Only_an_owner_decides_and_not_about_themselves()
    {
        await using var site = new DeskSite();
        using var owner = await site.SeatAsync(Role.Owner);
        using var editor = await site.SeatAsync(Role.Editor, "Ed Itor");
        using var contributor = await site.SeatAsync(Role.Contributor, "Bo Two");
        var (me, ed) = (await IdAsync(site, "Ines Marlowe"), await IdAsync(site, "Ed Itor"));

        Assert.DoesNotContain("@example.org", (await contributor.ReadAsync("/admin/people")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        using var denied = await editor.Client.GetAsync($"/admin/people/{me}/role");
        using var own = await owner.SendAsync($"/admin/people/{me}/role", "main form", ("Input.Role", "Reader"));
        using var away = await owner.SendAsync($"/admin/people/{me}/close", "main form");
        using var odd = await owner.SendAsync($"/admin/people/{ed}/role", "main form", ("Input.Role", "7"));
        using var given = await owner.SendAsync($"/admin/people/{ed}/hand-over", "main form");
        using var over = await owner.Client.GetAsync("/admin/people/invite");

        Assert.Equal(HttpStatusCode.Redirect, denied.StatusCode);
        Assert.All([own, away, odd], r => Assert.Equal(HttpStatusCode.UnprocessableEntity, r.StatusCode));
        Assert.Equal("/admin/people", given.Headers.Location?.ToString());
        // The old cookie still says owner; the database is asked.
        Assert.StartsWith("http://localhost/account/denied", over.Headers.Location?.ToString(), StringComparison.Ordinal);
        Assert.Equal("Ed Itor", await site.WithDbAsync(db => db.Users.Where(p => p.Role == Role.Owner).Select(p => p.Name).SingleAsync()));
    }

    [Fact]
    public async Task The_log_says_who_did_what_by_person_and_issue()
    {
        await using var site = new DeskSite();
        using var none = await site.SeatAsync(Role.Editor, "Ed Itor");
        Assert.Contains("Nothing has happened yet", Words(await none.ReadAsync("/admin/audit")), StringComparison.Ordinal);
        await site.WithDbAsync(db => db.SetUpAsync());
        using var owner = await site.SeatAsync(Role.Owner, "<b>Ann</b>");
        await site.DraftAsync(3, "One");
        await site.DraftAsync(33, "Two");

        using var published = await owner.SendAsync("/admin/issues/3/publish", "main form");
        using var deleted = await none.SendAsync("/admin/issues/33/delete", "main form");
        using var settings = await owner.SendAsync("/admin/settings", "main form", ("Input.Tagline", "Slower."));

        var log = await owner.ReadAsync("/admin/audit");
        Assert.Equal(["<b>Ann</b> changed the settings", "Ed Itor deleted the draft of issue 33, “Shelf 33”", "<b>Ann</b> published issue 3"],
            log.QuerySelectorAll("main ol > li").Select(li => string.Join(' ', li.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Split(" 20 Nov")[0]));
        Assert.Equal("20 November 2026, 09:00", log.QuerySelector("main time")!.TextContent);
        Assert.Single((await owner.ReadAsync("/admin/audit?issue=3")).QuerySelectorAll("main ol > li"));
        Assert.Single((await owner.ReadAsync($"/admin/audit?person={await IdAsync(site, "Ed Itor")}")).QuerySelectorAll("main ol > li"));
        Assert.Contains("Nothing of that", Words(await owner.ReadAsync("/admin/audit?issue=9")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_log_goes_on_where_the_page_ended()
    {
        await using var site = new DeskSite();
        using var owner = await site.SeatAsync(Role.Owner);
        await site.WithDbAsync(async db =>
        {
            for (var i = 0; i < 60; i++) db.Add(new AuditRecord(null, "", "issue.published", $"published issue {i}", "/admin/issues", site.Clock.GetUtcNow()));
            await db.SaveChangesAsync();
        });

        var first = await owner.ReadAsync("/admin/audit");
        var second = await owner.ReadAsync(first.QuerySelector("a[rel=next]")!.GetAttribute("href")!);

        Assert.Equal((50, 10), (first.QuerySelectorAll("main ol > li").Length, second.QuerySelectorAll("main ol > li").Length));
        Assert.Contains("published issue 9", second.QuerySelector("main ol > li")!.TextContent, StringComparison.Ordinal);
    }

    private static async Task<string> InviteAsync(Seat owner, string name, string role)
    {
        using var made = await owner.SendAsync("/admin/people/invite", "main form", ("Input.Name", name), ("Input.Role", role));
        Assert.Equal(HttpStatusCode.OK, made.StatusCode);
        return new Uri((await Site.ParseAsync(made)).QuerySelector("#link")!.TextContent.Trim()).AbsolutePath;
    }

    private static Task<int> IdAsync(DeskSite site, string name) => site.WithDbAsync(db => db.Users.Where(p => p.Name == name).Select(p => p.Id).SingleAsync());

    private static string Words(AngleSharp.Html.Dom.IHtmlDocument page) => string.Join(' ', page.QuerySelector("main")!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
