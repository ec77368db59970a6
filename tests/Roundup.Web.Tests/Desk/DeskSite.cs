using AngleSharp.Html.Dom;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Roundup.Data.Issues;
using Roundup.Data.People;
using Roundup.Model.Issues;
using Roundup.Model.Papers;

namespace Roundup.Web.Tests.Desk;

/// <summary>The site with people who are signed in by the cookie that the site itself would give them.</summary>
public class DeskSite : Site
{
    private int _people;

    public async Task<Seat> SeatAsync(Role role, string name = "Ines Marlowe")
    {
        await using var scope = Services.CreateAsyncScope();
        var people = scope.ServiceProvider.GetRequiredService<UserManager<Person>>();
        var address = $"person{Interlocked.Increment(ref _people)}@example.org";
        var person = new Person { UserName = address, Email = address, Name = name, Role = role, CreatedAt = Clock.GetUtcNow() };
        Assert.True((await people.CreateAsync(person)).Succeeded);

        var principal = await scope.ServiceProvider.GetRequiredService<SignInManager<Person>>().CreateUserPrincipalAsync(person);
        var cookie = Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(IdentityConstants.ApplicationScheme);
        var now = Clock.GetUtcNow();
        var ticket = new AuthenticationTicket(principal, new AuthenticationProperties { IssuedUtc = now, ExpiresUtc = now.AddHours(1) }, IdentityConstants.ApplicationScheme);
        var client = Visitor();
        client.DefaultRequestHeaders.Add("Cookie", $"{cookie.Cookie.Name}={cookie.TicketDataFormat.Protect(ticket)}");
        return new Seat(client);
    }

    public Task<Issue> IssueAsync(int number) => WithDbAsync(db => db.Issues.Originals.Whole.AsNoTracking().SingleAsync(i => i.Number == number));

    /// <summary>The working copy of a published issue.</summary>
    public Task<Issue> CopyAsync(int number) => WithDbAsync(db => db.Issues.WorkingCopies.Whole.AsNoTracking().SingleAsync(i => i.Number == number));

    /// <summary>A draft of papers without opinions, named as they are given.</summary>
    public Task<Issue> DraftAsync(int number, params string[] titles) => WithDbAsync(async db =>
    {
        var issue = new Issue(number, Scene.FirstFriday);
        Scene.Insist(issue.Name($"Shelf {number}", "", Scene.FirstFriday));
        foreach (var title in titles) issue.Add(Scene.Paper(title, "", "Ada One", "Bo Two"), Scene.FirstFriday);
        db.Add(issue);
        await db.SaveChangesAsync();
        return issue;
    });

    /// <summary>Tests ask nobody outside: a source is handed in where one is needed, and errands are done when a test says so.</summary>
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureTestServices(services => services.RemoveAll<IPaperSource>().RemoveAll<Jobs.IErrandRunner>());
    }
}

/// <summary>Somebody at the desk, with a browser that knows nothing of scripts.</summary>
public sealed class Seat(HttpClient client, bool isOwn = true) : IDisposable
{
    public HttpClient Client => client;

    public async Task<IHtmlDocument> ReadAsync(string path)
    {
        using var reply = await client.GetAsync(path);
        Assert.True(reply.IsSuccessStatusCode, $"{path}: {(int)reply.StatusCode}");
        return await Site.ParseAsync(reply);
    }

    /// <summary>Opens a page and sends one of its forms, as it stands, with some fields filled in.</summary>
    /// <param name="form">A selector; the fields are those that a browser would send.</param>
    public async Task<HttpResponseMessage> SendAsync(string page, string form, params (string Name, string Value)[] typed) =>
        await SendAsync(await ReadAsync(page), page, form, typed);

    /// <summary>The same from a page that has been open for a while.</summary>
    public async Task<HttpResponseMessage> SendAsync(IHtmlDocument page, string at, string form, params (string Name, string Value)[] typed)
    {
        var shown = Assert.IsAssignableFrom<IHtmlFormElement>(page.QuerySelector(form));
        var fields = new List<KeyValuePair<string, string>>();
        foreach (var element in shown.Elements)
        {
            if (element.GetAttribute("name") is not { } name || typed.Any(t => t.Name == name)) continue;
            if (element is IHtmlInputElement input) fields.Add(new(name, input.Value));
            if (element is IHtmlTextAreaElement area) fields.Add(new(name, area.Value));
            if (element is IHtmlSelectElement select) fields.Add(new(name, select.Value ?? ""));
        }

        fields.AddRange(typed.Select(t => new KeyValuePair<string, string>(t.Name, t.Value)));
        return await client.PostAsync(shown.GetAttribute("action") ?? at, new FormUrlEncodedContent(fields));
    }

    public void Dispose()
    {
        if (isOwn) client.Dispose();
    }
}
