using Roundup.Model.Text;

namespace Roundup.Tests.Model;

public sealed class Slug_tests
{
    [Theory]
    [InlineData("Let's Agree to Agree: Neural Networks", "lets-agree-to-agree-neural-networks")]
    [InlineData("  Ünïcode — dashes ", "unicode-dashes")]
    [InlineData("完全中文", "")]
    [InlineData("a\uFFFEb \uFFFF c", "a-b-c")]
    [InlineData("../../etc/passwd", "etc-passwd")]
    public void A_title_becomes_a_part_of_an_address(string title, string slug) => Assert.Equal(slug, Slug.Of(title));

    [Fact]
    public void Half_a_pair_is_no_letter() => Assert.Equal("a-b", Slug.Of("a" + (char)0xD800 + "b"));

    [Fact]
    public void A_long_title_is_cut_at_a_word()
    {
        var slug = Slug.Of(string.Join(' ', Enumerable.Repeat("learning", 30)));

        Assert.True(slug.Length <= Slug.MaxLength);
        Assert.EndsWith("learning", slug, StringComparison.Ordinal);
    }
}
