using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Roundup.Browser.Tests.Harness;
using Roundup.Data;
using Roundup.Web.Security;

namespace Roundup.Browser.Tests.Accessibility;

/// <summary>A site that nobody has set up yet, and one that has nothing to read yet.</summary>
public sealed class Before_anything(BrowserSite site) : BrowserTest(site)
{
    [Fact]
    public async Task The_way_in_and_the_empty_pages_are_for_everybody()
    {
        await using (var scope = Site.Services.CreateAsyncScope())
        {
            Assert.False(await scope.ServiceProvider.GetRequiredService<RoundupDb>().Users.AnyAsync());
            await Page.GotoAsync("/");
            await LookAsync("nobody-s");
            await Page.GotoAsync($"/set-up/{scope.ServiceProvider.GetRequiredService<SetUpLink>().MakeToken()}");
            await LookAsync("set-up");
        }

        await Desk.OpenAsync(Site);
        foreach (var path in new[] { "/", "/issues", "/papers", "/topics", "/search?q=anything", "/suggest" })
        {
            await Page.GotoAsync(path);
            await LookAsync($"empty{path.Split('?')[0].Replace('/', '-')}");
        }

        await Desk.SignInAsync(Page);
        foreach (var path in new[] { "/admin", "/admin/issues", "/admin/papers", "/admin/inbox", "/admin/topics", "/admin/snippets", "/admin/tokens", "/admin/changes", "/admin/comments", "/admin/mail", "/admin/people/readers" })
        {
            await Page.GotoAsync(path);
            await LookAsync($"empty{path.Replace('/', '-')}");
        }
    }

    private Task LookAsync(string name) => Look.AtEveryWidthAsync(Page, picture => ShootAsync($"{name}-{picture}"));
}
