using Roundup.Formats;
using Roundup.Model.Text;

namespace Roundup.Tests.Formats.Text;

public sealed class What_readiness_looks_for
{
    [Theory]
    [InlineData("It costs $5 and $6.", false)]
    [InlineData("Let $x_1 = \\alpha_2$ be.", false)]
    [InlineData("Let $x_1 = \\nosuchcommand_2$ be.", true)]
    [InlineData("Let `$x = y$` be.", false)]
    [InlineData("    let $x = y$\n", false)]
    [InlineData("Nothing.", false)]
    public void Maths_that_stays_TeX_is_found_in_what_readers_see(string markdown, bool isLeft) =>
        Assert.Equal(isLeft, UnsetMaths.IsIn(PlainHtml(markdown)));

    [Fact]
    public void Maths_that_is_set_is_none()
    {
        Assert.False(UnsetMaths.IsIn(PlainText.Render("Let $x_1 = y$ be, for 5 $.").Html));
        Assert.False(UnsetMaths.IsIn("A title", SafeHtml.Empty));
        Assert.True(UnsetMaths.IsIn("An $O(n)$ title", SafeHtml.Empty));
        Assert.False(UnsetMaths.IsIn("An $O(n)$ title", Typeset.Line("An $O(n)$ title").Html));
    }

    [Theory]
    [InlineData("![](/a.png)", 1)]
    [InlineData("![ ](/a.png) and [![](/b.png)](/c)", 2)]
    [InlineData("![A curve](/a.png) and [a link](/b)", 0)]
    [InlineData("`![](/a.png)`", 0)]
    [InlineData("Nothing!", 0)]
    public void A_picture_without_words_is_counted(string markdown, int count) => Assert.Equal(count, SafeMarkdown.WordlessImages(markdown));

    // Whatever Markdown does with dollars by now, this is a text in which nothing is set.
    private static SafeHtml PlainHtml(string markdown)
    {
        Assert.Null(SafeMarkdown.Render(markdown, ProseKind.Comment, out var prose));
        return prose.Html;
    }
}
