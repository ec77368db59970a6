using System.Net;
using Microsoft.EntityFrameworkCore;
using Roundup.Data.People;
using Roundup.Model.Discussion;

namespace Roundup.Web.Tests.Account;

/// <summary>What the desk sees of readers, and how one of them gets there.</summary>
public sealed class ReadersAtTheDeskTests
{
    private const string Boss = "boss@example.org";

    [Theory, InlineData("role"), InlineData("hand-over")]
    public async Task Nobody_is_appointed_whose_address_anyone_can_have_typed(string how)
    {
        await using var site = new AccountSite();
        using var owner = await site.SeatAsync(Role.Owner);
        var stranger = await site.ReaderAsync(Boss, "Boss", confirmed: false);
        var path = $"/admin/people/{stranger.Id}/{how}";

        using var refused = await owner.SendAsync(path, "main form", ("Input.Role", "Editor"));
        var before = await RoleAsync(site);
        await site.WithDbAsync(db => db.Users.Where(p => p.Id == stranger.Id).ExecuteUpdateAsync(p => p.SetProperty(x => x.EmailConfirmed, true)));
        using var done = await owner.SendAsync(path, "main form", ("Input.Role", "Editor"));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, Role.Reader), (refused.StatusCode, before));
        Assert.Contains("not confirmed yet", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(how is "role" ? Role.Editor : Role.Owner, await RoleAsync(site));
    }

    [Fact]
    public async Task Readers_are_found_by_the_owner_alone_and_stand_page_by_page()
    {
        await using var site = new AccountSite();
        using var owner = await site.SeatAsync(Role.Owner, "Ines Marlowe");
        using var contributor = await site.SeatAsync(Role.Contributor, "Bo Two");
        await site.WithDbAsync(async db =>
        {
            for (var i = 1; i <= 51; i++)
            {
                var email = $"reader{i}@example.net";
                db.Add(new Person { UserName = email, NormalizedUserName = email.ToUpperInvariant(), Email = email, NormalizedEmail = email.ToUpperInvariant(), Name = $"Rea Der {i}", CreatedAt = site.Clock.GetUtcNow(), EmailConfirmed = i != 51 });
            }

            await db.SaveChangesAsync();
        });
        await site.WithDbAsync(db => db.Users.Where(p => p.Email == "reader7@example.net").ExecuteUpdateAsync(p => p.SetProperty(x => x.Name, "Ünal Čapek")));

        var people = (await owner.ReadAsync("/admin/people")).QuerySelectorAll(".card bdi").Select(b => b.TextContent).ToList();
        var first = await owner.ReadAsync("/admin/people/readers");
        var second = await owner.ReadAsync("/admin/people/readers?page=2");
        var byAddress = await owner.ReadAsync("/admin/people/readers?q=READER51%40example%00");
        var byName = await owner.ReadAsync("/admin/people/readers?q=rea+der+5");
        var folded = await owner.ReadAsync("/admin/people/readers?q=%C3%BCnal+%C4%8D");
        var signs = await owner.ReadAsync("/admin/people/readers?q=%3F%21");
        using var beyond = await owner.Client.GetAsync("/admin/people/readers?page=3");
        using var denied = await contributor.Client.GetAsync("/admin/people/readers");

        Assert.Equal(["Ines Marlowe", "Bo Two"], people);
        Assert.Equal((50, 1), (first.QuerySelectorAll(".card").Length, second.QuerySelectorAll(".card").Length));
        Assert.Contains("Address not confirmed", Assert.Single(byAddress.QuerySelectorAll(".card")).TextContent, StringComparison.Ordinal);
        Assert.Equal(["Rea Der 51", "Rea Der 50", "Rea Der 5"], byName.QuerySelectorAll(".card bdi").Select(b => b.TextContent));
        Assert.Equal("Ünal Čapek", Assert.Single(folded.QuerySelectorAll(".card bdi")).TextContent);
        Assert.Empty(signs.QuerySelectorAll(".card"));
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.Redirect), (beyond.StatusCode, denied.StatusCode));
    }

    [Fact]
    public async Task No_reader_keeps_somebody_who_is_invited_from_their_name()
    {
        await using var site = new AccountSite();
        using var owner = await site.SeatAsync(Role.Owner);
        await site.ReaderAsync("reader@example.org", "Bo Two");
        using var made = await owner.SendAsync("/admin/people/invite", "main form", ("Input.Name", "Bo"), ("Input.Role", "Editor"));
        var link = new Uri((await Site.ParseAsync(made)).QuerySelector("#link")!.TextContent.Trim()).AbsolutePath;
        using var bo = site.Browser();

        using var joined = await bo.SendAsync(link, "form[method=post]", ("Input.Name", "Bo Two"), ("Input.Email", "bo@example.org"), ("Input.Password", AccountSite.Password));

        Assert.Equal("/admin", joined.Headers.Location?.ToString());
    }

    [Fact]
    public async Task A_writer_who_has_left_is_called_that_and_by_no_made_up_address()
    {
        await using var site = new AccountSite();
        using var editor = await site.SeatAsync(Role.Editor);
        await site.WithDbAsync(async db =>
        {
            await db.SetUpAsync();
            var gone = new Commenter("ann@example.org", "Ann", Secret.Make(), site.Clock.GetUtcNow());
            gone.Ban("Ines Marlowe", site.Clock.GetUtcNow());
            gone.Forget(Secret.Make());
            db.Add(gone);
            await db.SaveChangesAsync();
        });

        var list = await editor.ReadAsync("/admin/comments/writers");
        var row = Assert.Single(list.QuerySelectorAll("ul.known li")).TextContent;

        Assert.Contains("Somebody who has left", row, StringComparison.Ordinal);
        Assert.DoesNotContain("@invalid", row, StringComparison.Ordinal);
        Assert.Contains("of Somebody who has left", row, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_log_calls_somebody_without_a_name_somebody()
    {
        await using var site = new Moderating.ModerationSite();
        await site.OpenAsync();
        using var editor = await site.SeatAsync(Role.Editor);
        int[] ids = [await site.SayAsync("Ann Gone", "One."), await site.SayAsync("Bo Two", "Two.")];
        await site.WithDbAsync(async db =>
        {
            var gone = await db.Comments.Include(c => c.Commenter).SingleAsync(c => c.Id == ids[0]);
            gone.Unname();
            gone.Commenter.Forget(Secret.Make());
            foreach (var comment in await db.Comments.Include(c => c.Commenter).ToListAsync()) comment.Approve("Ed", site.Clock.GetUtcNow());
            await db.SaveChangesAsync();
        });
        var page = await editor.ReadAsync("/admin/comments?list=published");
        var token = page.QuerySelector("#many input[name=_token]")!.GetAttribute("value")!;
        var seen = ids.Select(id => KeyValuePair.Create("Input.Comments", page.QuerySelector($"#c-{id} [type=checkbox]")!.GetAttribute("value")!));

        using var done = await editor.Client.PostAsync("/admin/comments/moderate", new FormUrlEncodedContent([new("_token", token), new("Input.Act", "Ban"), new("Input.List", "published"), .. seen]));

        var words = await site.WithDbAsync(db => db.AuditLog.Where(r => r.Act == "comment.ban").Select(r => r.Words).SingleAsync());
        Assert.Contains("somebody", words, StringComparison.Ordinal);
        Assert.DoesNotContain("banned ,", words, StringComparison.Ordinal);
    }

    private static Task<Role> RoleAsync(AccountSite site) => site.WithDbAsync(db => db.Users.Where(p => p.Email == Boss).Select(p => p.Role).SingleAsync());
}
