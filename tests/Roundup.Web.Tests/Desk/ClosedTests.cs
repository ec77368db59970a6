using System.Net;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Roundup.Data.People;
using Roundup.Web.Security;

namespace Roundup.Web.Tests.Desk;

/// <summary>Every page of the desk, found in the routes themselves, so that a new one is tested from its first day.</summary>
public sealed class ClosedTests(DeskSite site) : IClassFixture<DeskSite>
{
    private List<RouteEndpoint> Pages => [.. site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .Where(e => e.Metadata.GetMetadata<PageActionDescriptor>()?.AreaName is "Admin")];

    [Fact]
    public async Task Nobody_gets_in_without_signing_in()
    {
        Assert.True(Pages.Count > 15);
        using var visitor = site.Visitor();
        foreach (var path in Paths())
        {
            using var shown = await visitor.GetAsync(path);
            using var posted = await visitor.PostAsync(path, new FormUrlEncodedContent([]));
            Assert.All([shown, posted], reply => Assert.StartsWith("http://localhost/account/sign-in", reply.Headers.Location?.ToString(), StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_reader_is_denied()
    {
        using var reader = await site.SeatAsync(Role.Reader);
        foreach (var path in Paths())
        {
            using var reply = await reader.Client.GetAsync(path);
            Assert.StartsWith("http://localhost/account/denied", reply.Headers.Location?.ToString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused()
    {
        await site.DraftAsync(1, "One");
        using var owner = await site.SeatAsync(Role.Owner);
        foreach (var path in Paths())
        {
            using var reply = await owner.Client.PostAsync(path, new FormUrlEncodedContent([]));
            Assert.True(reply.StatusCode is HttpStatusCode.BadRequest, $"{path}: {reply.StatusCode}");
        }
    }

    [Fact]
    public void What_changes_issues_is_for_editors_and_settings_are_the_owner_s()
    {
        string[] forContributors = ["/Index", "/Preview", "/Issues/Index", "/Issues/Edit", "/Issues/Cards", "/Issues/Preview", "/Issues/PreviewFrame", "/Issues/PreviewMail", "/Issues/Notes/Index", "/Issues/Entries/Opine", "/Issues/Entries/Withdraw", "/Issues/Entries/Reinstate",
            "/Issues/History/Index", "/Issues/History/Show", "/Issues/History/Compare", "/Issues/History/Restore",
            "/Papers/Index", "/Papers/Show", "/Papers/Twins", "/Papers/Seen", "/Papers/Named",
            "/Snippets/Index", "/Snippets/New", "/Snippets/Edit", "/Snippets/Delete", "/Snippets/Named",
            "/Capture", "/Clipper", "/Session", "/Inbox/Index", "/Inbox/Paste", "/Inbox/Note", "/Inbox/PutAway", "/Inbox/Return", "/Reminders",
            "/People/Index", "/Tokens/Index", "/Tokens/New", "/Tokens/Revoke"];
        foreach (var page in Pages)
        {
            var name = page.Metadata.GetMetadata<PageActionDescriptor>()!.ViewEnginePath;
            if (name.StartsWith("/Read", StringComparison.Ordinal) || forContributors.Contains(name)) continue;

            var policies = page.Metadata.GetOrderedMetadata<IAuthorizeData>().Select(a => a.Policy).ToList();
            Assert.Contains(policies, policy => policy == (name is "/Settings" || name.StartsWith("/People/", StringComparison.Ordinal) ? Policies.Own : Policies.Publish));
        }
    }

    [Fact]
    public async Task The_form_for_captures_is_the_desk_s_though_it_stands_outside_of_it()
    {
        var capture = Assert.Single(Pages, p => p.RoutePattern.RawText?.TrimStart('/') is "capture");
        Assert.Contains(capture.Metadata.GetOrderedMetadata<IAuthorizeData>(), a => a.Policy is Policies.Desk);
        using var owner = await site.SeatAsync(Role.Owner);
        using var shown = await owner.Client.GetAsync("/capture");
        Assert.Equal("no-referrer", Assert.Single(shown.Headers.GetValues("Referrer-Policy")));
        Assert.True(shown.Headers.CacheControl?.NoStore);
    }

    private IEnumerable<string> Paths() =>
        Pages.Select(p => $"/{p.RoutePattern.RawText!.TrimStart('/').Replace("{number:int}", "1", StringComparison.Ordinal).Replace("{entry:int}", "1", StringComparison.Ordinal).Replace("{id:int}", "1", StringComparison.Ordinal).Replace("{item:int}", "1", StringComparison.Ordinal).Replace("{snippet:int}", "1", StringComparison.Ordinal)}").Distinct();
}
