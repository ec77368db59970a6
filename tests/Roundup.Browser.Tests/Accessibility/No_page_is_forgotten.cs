using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;
using Microsoft.Extensions.DependencyInjection;
using Roundup.Browser.Tests.Harness;
using Roundup.Browser.Tests.Journeys;
using Roundup.Browser.Tests.Moderating;

namespace Roundup.Browser.Tests.Accessibility;

/// <summary>The pages that <see cref="Every_page"/> looks at are listed by hand; the routes say whether the list has them all.</summary>
public sealed partial class No_page_is_forgotten(BrowserSite site) : IClassFixture<BrowserSite>
{
    /// <summary>Pages that another test opens and gives to axe.</summary>
    private static readonly Dictionary<string, string[]> Elsewhere = new()
    {
        [nameof(The_desk_keeps_the_week)] = ["admin/slots/skip", "admin/issues/{number:int}/schedule", "admin/issues/{number:int}/publish", "admin/mail"],
        [nameof(The_queue_by_keyboard)] = ["admin/comments", "admin/comments/writers", "admin/comments/rules", "admin/reminders"],
        [nameof(A_published_issue_is_corrected)] =
            ["admin/issues/{number:int}/history", "admin/issues/{number:int}/history/{text}", "admin/issues/{number:int}/history/{text}/compare", "admin/issues/{number:int}/drop-changes", "admin/issues/{number:int}/correct"],
        [nameof(Somebody_joins)] = ["account/join/{token}"],
        [nameof(A_reader_s_account)] =
            ["account", "account/register", "account/two-factor", "account/sessions", "account/delete", "account/password", "account/name", "account/data", "account/passkeys", "account/passkeys/new"],
    };

    /// <summary>What answers with a way to another page, with a piece of one, or with no HTML at all.</summary>
    private static readonly string[] NoPages =
    [
        "account/passkeys/challenge", "account/passkeys/options", "account/passkeys/use", "account/sessions/end", "account/sessions/end-others", "account/carry",
        "admin/changes/links/{number:int}/keep", "admin/changes/links/{number:int}/remove", "admin/changes/{number:int}/dismiss", "admin/changes/{number:int}/note", "admin/changes/{number:int}/put-back", "admin/changes/{number:int}/reopen",
        "admin/comments/moderate", "admin/comments/undo/{id:int}", "admin/comments/writers/{id:int}", "admin/issues/{number:int}/entries/restore", "admin/issues/{number:int}/entries/{entry:int}/follow-up",
        "admin/issues/{number:int}/entries/{entry:int}/reinstate", "admin/issues/{number:int}/history/{text}/restore", "admin/issues/{number:int}/unschedule", "admin/papers/{id:int}/distinguish",
        "admin/read/accept", "admin/read/mend", "admin/preview", "admin/session", "admin/snippets/named", "admin/papers/named", "admin/papers/seen", "admin/issues/{number:int}/cards", "admin/issues/{number:int}/preview/mail",
        "comments/{token}/confirm", "comments/{token}/mails", "comments/{id:int}", "issues/{number:int}/comment/preview", "robots.txt", "{scheme:regex(^(arxiv|doi)$)}/{**value}",
    ];

    /// <summary>A question with its button, or a form of the account, of the same parts as those that are looked at; no browser opens them yet.</summary>
    private static readonly string[] NotYet =
    [
        "account/second-step", "account/recovery", "account/two-factor/codes", "account/two-factor/off", "account/changed", "account/confirm", "account/denied", "account/gone", "account/passkeys/remove", "account/passkeys/rename", "account/reset", "account/sent", "account/sign-out", "account/forgotten", "account/resend", "set-up/{token}",
        "admin/changes/links/{number:int}/replace", "admin/inbox/{item:int}/return", "admin/issues/new", "admin/issues/sample", "admin/issues/{number:int}/change", "admin/issues/{number:int}/delete", "admin/issues/{number:int}/fill", "admin/issues/{number:int}/stop-filling",
        "admin/issues/{number:int}/entries/{entry:int}/move", "admin/issues/{number:int}/entries/{entry:int}/opine", "admin/issues/{number:int}/entries/{entry:int}/remove", "admin/issues/{number:int}/entries/{entry:int}/roll-over", "admin/issues/{number:int}/entries/{entry:int}/withdraw",
        "admin/issues/{number:int}/links/{id:int}/revoke", "admin/issues/{number:int}/notes/{id:int}/reopen", "admin/issues/{number:int}/notes/{id:int}/settle", "admin/papers/{id:int}/ask-again", "admin/papers/{id:int}/names/add", "admin/papers/{id:int}/names/remove", "admin/papers/{id:int}/topics",
        "admin/people/invitations/{id:int}/revoke", "admin/people/invite", "admin/people/{id:int}/close", "admin/people/{id:int}/hand-over", "admin/people/{id:int}/reopen", "admin/people/{id:int}/role", "admin/mail/{id:int}/give-up", "admin/mail/{id:int}/try-again", "admin/slots/hold", "admin/slots/keep",
        "admin/suggestions/{id:int}/add", "admin/suggestions/{id:int}/dismiss", "admin/suggestions/{id:int}/shortlist", "admin/tokens", "admin/tokens/new", "admin/tokens/{id:int}/revoke", "comments/mails/{words}", "suggestions/{token}/mute",
    ];

    [Fact]
    public async Task Each_page_that_can_be_opened_is_looked_at_or_is_named_here()
    {
        var routes = site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Where(e => e.Metadata.GetMetadata<PageActionDescriptor>() is not null).ToList();
        var looked = Every_page.Paths.Select(path => Found(routes, path)).ToHashSet();
        var opened = new HashSet<string>();
        foreach (var route in routes)
            if (await OpensAsync(route)) opened.Add(Name(route));
        string[] named = [.. Elsewhere.Values.SelectMany(p => p), .. NoPages, .. NotYet];

        Assert.Equal("", string.Join("\n", opened.Except(looked).Except(named).Order()));
        // What is named here is still there, once, and is not looked at meanwhile.
        Assert.Empty(named.Except(opened).Concat(named.Intersect(looked)));
        Assert.Equal(named.Length, named.Distinct().Count());
    }

    private async Task<bool> OpensAsync(RouteEndpoint route)
    {
        var page = await site.Services.GetRequiredService<PageLoader>().LoadAsync(route.Metadata.GetMetadata<PageActionDescriptor>()!, route.Metadata);
        return page.HandlerMethods.Any(m => "GET".Equals(m.HttpMethod, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>The template that routing would take: of all that fit, the one with the fewest open places.</summary>
    private static string Found(IEnumerable<RouteEndpoint> routes, string path) =>
        routes.Where(r => Fits(r, path)).OrderBy(r => r.RoutePattern.InboundPrecedence).Select(Name).FirstOrDefault() ?? "no route";

    // A folder's first page has two addresses.
    private static string Name(RouteEndpoint route) => First().Replace(route.RoutePattern.RawText!.Trim('/').ToLowerInvariant(), "");

    private static bool Fits(RouteEndpoint route, string path)
    {
        var values = new RouteValueDictionary();
        return new TemplateMatcher(TemplateParser.Parse(route.RoutePattern.RawText!), new RouteValueDictionary()).TryMatch(path, values)
            && route.RoutePattern.ParameterPolicies.All(p => p.Value.All(policy => policy.Content is "int" && int.TryParse($"{values[p.Key]}", out _)));
    }

    [GeneratedRegex("(^|/)index$")]
    private static partial Regex First();
}
