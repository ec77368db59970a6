using Roundup.Browser.Tests.Harness;

namespace Roundup.Browser.Tests;

public sealed class SmokeTests(BrowserSite site) : BrowserTest(site)
{
    [Fact]
    public async Task The_site_is_up()
    {
        var reply = await Page.GotoAsync("/health");

        Assert.Equal(200, reply!.Status);
        await ShootAsync("health");
    }
}
