using Roundup.Browser.Tests.Harness;

namespace Roundup.Browser.Tests;

public sealed class RestartTests
{
    [Fact]
    public async Task A_killed_site_starts_again_on_its_data()
    {
        var data = Directory.CreateTempSubdirectory("roundup-");
        try
        {
            await using (var site = await SiteProcess.StartAsync(data.FullName)) await site.KillAsync();
            await using var again = await SiteProcess.StartAsync(data.FullName);

            using var reply = await again.Client.GetAsync("/health", TestContext.Current.CancellationToken);
            Assert.True(reply.IsSuccessStatusCode);
        }
        finally
        {
            data.Delete(recursive: true);
        }
    }
}
