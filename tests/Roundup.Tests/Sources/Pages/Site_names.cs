namespace Roundup.Tests.Sources.Pages;

public class Site_names
{
    [Theory]
    [InlineData("https://www.lesswrong.com/posts/x/y", "Some post – LessWrong", "Some post")]
    [InlineData("https://www.lesswrong.com/posts/x/y", "Some post — LessWrong", "Some post")]
    [InlineData("https://openreview.net/forum?id=abcdefgh1", "Some paper | OpenReview", "Some paper")]
    [InlineData("https://www.nature.com/articles/x", "Some paper - Nature", "Some paper")]
    [InlineData("https://deepmind.google/blog/x", "Some post — Google DeepMind", "Some post")]
    [InlineData("https://www.anthropic.com/research/x", @"Some post \ Anthropic", "Some post")]
    [InlineData("https://forum.effectivealtruism.org/posts/x", "Some post — EA Forum", "Some post — EA Forum")]
    [InlineData("https://blog.example.org/x", "Some post | blog.example.org", "Some post")]
    [InlineData("https://www.lesswrong.com/posts/x/y", "Welcome to LessWrong", "Welcome to LessWrong")]
    [InlineData("https://www.nature.com/articles/x", "Nature - the book", "the book")]
    [InlineData("https://www.example.org/x", "Attention – a survey", "Attention – a survey")]
    [InlineData("https://www.example.org/x", "State-of-the-art models", "State-of-the-art models")]
    [InlineData("https://distill.pub/2020/x", "Zoom in - a first look - Distill", "Zoom in - a first look")]
    public void A_sites_name_goes_and_a_titles_words_stay(string address, string title, string expected) =>
        Assert.Equal(expected, Read.Page($"<title>{title}</title>", address).Title);

    [Fact]
    public void The_name_that_the_page_gives_itself_counts() =>
        Assert.Equal("Some post", Read.Head("<meta property=og:site_name content='EA Forum'><title>Some post — EA Forum</title>", "https://forum.effectivealtruism.org/posts/x").Title);

    [Fact]
    public void A_heading_shows_where_the_title_ends() =>
        Assert.Equal("On trees", Read.Page("<title>On trees - by Jane Doe - The Garden</title><h1>On trees</h1>").Title);

    [Fact]
    public void A_heading_shows_that_the_name_is_the_titles_own() =>
        Assert.Equal("What I learned - Example", Read.Page("<meta property=og:title content='What I learned - Example'><title>x</title><h1>What I learned - Example</h1>").Title);
}
