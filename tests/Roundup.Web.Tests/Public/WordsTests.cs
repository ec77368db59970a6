using Roundup.Web.Reading;

namespace Roundup.Web.Tests.Public;

public sealed class WordsTests
{
    [Theory]
    [InlineData("Kevin Meng", "Meng")]
    [InlineData("Laurens van der Maaten", "van der Maaten")]
    [InlineData("Meng, Kevin", "Meng")]
    [InlineData("Robert Downey Jr.", "Downey")]
    [InlineData("The ATLAS Collaboration", "The ATLAS Collaboration")]
    [InlineData("OpenAI", "OpenAI")]
    [InlineData("", "")]
    public void A_family_name(string name, string family) => Assert.Equal(family, Authors.FamilyName(name));

    [Fact]
    public void Many_authors_are_three_and_others() =>
        Assert.Equal("A, B, C et al.", Authors.InShort(["X A", "X B", "X C", "X D", "X E"]));

    [Fact]
    public void A_byline_leaves_out_what_is_not_known()
    {
        Assert.Equal("A & B, NeurIPS, 2022", Authors.Byline(["X A", "X B"], "NeurIPS", "2022"));
        Assert.Equal("2022", Authors.Byline([], "", "2022"));
        Assert.Equal("", Authors.Byline([], ""));
    }
}
