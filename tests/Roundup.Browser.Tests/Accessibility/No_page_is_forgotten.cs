using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;
using Microsoft.Extensions.DependencyInjection;
using Roundup.Browser.Tests.Harness;
using Roundup.Browser.Tests.Journeys;

namespace Roundup.Browser.Tests.Accessibility;

/// <summary>The pages that <see cref="Every_page"/> looks at are listed by hand; the routes say whether the list has them all.</summary>
public sealed partial class No_page_is_forgotten(BrowserSite site) : IClassFixture<BrowserSite>
{
    /// <summary>Pages that another test opens and gives to axe: they need a state that no address leads to.</summary>
    private static readonly Dictionary<string, string[]> Elsewhere = new()
    {
        [nameof(A_published_issue_is_corrected)] =
            ["admin/issues/{number:int}/history/{text}", "admin/issues/{number:int}/history/{text}/compare", "admin/issues/{number:int}/drop-changes", "admin/issues/{number:int}/correct"],
    };

    /// <summary>What answers with a way to another page, with a piece of one, or with no HTML at all.</summary>
    private static readonly string[] NoPages =
    [
        "account/passkeys/challenge", "account/passkeys/options", "account/passkeys/use", "account/sessions/end", "account/sessions/end-others", "account/carry",
        "admin/changes/links/{number:int}/keep", "admin/changes/links/{number:int}/remove", "admin/changes/{number:int}/dismiss", "admin/changes/{number:int}/note", "admin/changes/{number:int}/put-back", "admin/changes/{number:int}/reopen",
        "admin/comments/moderate", "admin/comments/undo/{id:int}", "admin/comments/writers/{id:int}", "admin/issues/{number:int}/entries/restore", "admin/issues/{number:int}/entries/{entry:int}/follow-up",
        "admin/issues/{number:int}/entries/{entry:int}/reinstate", "admin/issues/{number:int}/history/{text}/restore", "admin/issues/{number:int}/unschedule", "admin/papers/{id:int}/distinguish",
        "admin/issues/{number:int}/notes/{id:int}/reopen", "admin/issues/{number:int}/notes/{id:int}/settle", "admin/mail/{id:int}/give-up", "admin/mail/{id:int}/try-again", "admin/slots/hold", "admin/slots/keep",
        "admin/read/accept", "admin/read/mend", "admin/preview", "admin/session", "admin/snippets/named", "admin/papers/named", "admin/papers/seen", "admin/issues/{number:int}/cards", "admin/issues/{number:int}/preview/mail",
        "comments/{token}/confirm", "comments/{token}/mails", "comments/{id:int}", "issues/{number:int}/comment/preview", "robots.txt", "arxiv/{**value}", "doi/{**value}",
    ];

    [Fact]
    public async Task Each_page_that_can_be_opened_is_looked_at_or_is_named_here()
    {
        var routes = site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Where(e => e.Metadata.GetMetadata<PageActionDescriptor>() is not null).ToList();
        var looked = PageType.All.Values.Select(page => Found(routes, page.Bare)).ToHashSet();
        var opened = new HashSet<string>();
        foreach (var route in routes)
            if (await OpensAsync(route)) opened.Add(Name(route));
        string[] named = [.. Elsewhere.Values.SelectMany(p => p), .. NoPages];

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
