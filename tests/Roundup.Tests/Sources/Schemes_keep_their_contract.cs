using Microsoft.Extensions.DependencyInjection;
using Roundup.Model.Papers;
using Roundup.Sources;

namespace Roundup.Tests.Sources;

/// <summary>Runs over the same scan as the application, so that a new authority is held to it by existing.</summary>
public class Schemes_keep_their_contract
{
    private static readonly IPaperScheme[] Schemes =
        [.. PaperFinder.SchemeTypes.Select(type => (IPaperScheme)ActivatorUtilities.CreateInstance(new ServiceCollection().BuildServiceProvider(), type))];

    [Fact]
    public void There_are_some_and_their_names_are_unique()
    {
        Assert.True(Schemes.Length >= 11, $"{Schemes.Length} authorities");
        Assert.Equal(Schemes.Length, Schemes.Select(scheme => scheme.Name).Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }

    [Fact]
    public void Each_recognises_its_own_samples_and_nobody_elses()
    {
        foreach (var owner in Schemes)
        {
            Assert.NotEmpty(owner.Samples);
            foreach (var sample in owner.Samples)
                Assert.Equal([owner.Name], Schemes.Where(scheme => scheme.Recognise(sample) is not null).Select(scheme => scheme.Name));
        }
    }

    [Fact]
    public void Each_reads_back_the_key_that_it_wrote()
    {
        foreach (var owner in Schemes)
            foreach (var sample in owner.Samples)
            {
                var id = owner.Recognise(sample)!;
                Assert.Equal(id.Key, owner.Recognise(id.Key)?.Key);
                Assert.Equal(id.Key, new PaperFinder().Recognise(id.Key)?.Key);
            }
    }

    [Fact]
    public void None_stumbles_over_nonsense()
    {
        string[] nonsense = ["", " ", ":", "/", "//", "http://", "https:///", "https://.", "10.", "10./", "doi:", "arXiv:", "%", "https://%zz.org/%", "\0", "\ud800", "()", "[](", "v1"];
        Assert.All(Schemes, scheme => Assert.All(nonsense, text => Assert.Null(scheme.Recognise(text))));
    }
}
