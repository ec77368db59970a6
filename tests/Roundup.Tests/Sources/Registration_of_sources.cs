using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Roundup.Model.Papers;
using Roundup.Sources;
using Roundup.Sources.Fetching;

namespace Roundup.Tests.Sources;

public class Registration_of_sources
{
    [Fact]
    public void Everything_that_was_found_by_the_scan_is_there_and_can_be_built()
    {
        using var provider = Services(("Sources:Site", "https://roundup.example"), ("Sources:Contact", "editor@roundup.example"))
            .BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });

        Assert.Equal(PaperFinder.SchemeTypes.Count(), provider.GetServices<IPaperScheme>().Count());
        Assert.Contains(provider.GetServices<IPaperSource>(), source => source.Terms.Name is "arXiv");
        Assert.Equal("arxiv:1706.03762", provider.GetRequiredService<PaperFinder>().Recognise("1706.03762")?.Key);
        Assert.False(provider.GetRequiredService<IOptions<SourcesOptions>>().Value.AllowLoopback);
    }

    [Theory]
    [InlineData("Sources:Site", "roundup")]
    [InlineData("Sources:Contact", "nobody")]
    public void A_setting_that_sources_could_not_use_is_refused(string setting, string value) =>
        Assert.Throws<OptionsValidationException>(() => Services((setting, value)).BuildServiceProvider().GetRequiredService<IOptions<SourcesOptions>>().Value);

    [Fact]
    public void No_setting_can_add_a_header()
    {
        var options = new SourcesOptions { Site = "https://a.example/\r\nX-Evil: 1", Contact = "a@b.example" };
        Assert.Equal("Roundup/0.1.0 (+https://a.example/X-Evil:1; mailto:a@b.example)", options.UserAgent);
        Assert.Equal("Roundup/0.1.0", new SourcesOptions().UserAgent);
    }

    private static IServiceCollection Services(params (string Key, string Value)[] settings) => new ServiceCollection()
        .AddPaperSources(new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value))).Build());
}
