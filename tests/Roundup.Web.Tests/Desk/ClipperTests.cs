using Roundup.Data.People;
using Roundup.Web.Capturing;

namespace Roundup.Web.Tests.Desk;

public sealed class ClipperTests
{
    [Fact]
    public async Task The_page_holds_the_clipper_as_a_link_and_as_text()
    {
        await using var site = new DeskSite();
        using var contributor = await site.SeatAsync(Role.Contributor);

        var page = await contributor.ReadAsync("/admin/clipper");

        var link = page.QuerySelector("clipper-link a")!.GetAttribute("href")!;
        Assert.StartsWith("javascript:(()=>{", link, StringComparison.Ordinal);
        Assert.Contains("http://localhost", Uri.UnescapeDataString(link), StringComparison.Ordinal);
        Assert.Equal(link, page.QuerySelector("#clipper-text")!.TextContent.Trim());
    }

    [Fact]
    public void It_is_small_and_an_address()
    {
        var bookmark = Bookmarklet.For("https://papers.example.org");

        TestContext.Current.TestOutputHelper?.WriteLine($"FIGURE: clipper bytes = {bookmark.Length}");
        Assert.True(bookmark.Length <= 6 * 1024, $"{bookmark.Length} bytes");
        Assert.All(bookmark, c => Assert.True(c is > ' ' and < '\x7f' and not ('"' or '#'), $"{(int)c}"));
        Assert.True(Uri.TryCreate(bookmark, UriKind.Absolute, out _));
    }

    [Fact]
    public void It_loads_nothing_and_runs_no_text()
    {
        var code = Uri.UnescapeDataString(Bookmarklet.For("https://papers.example.org"));

        string[] never = ["eval", "Function", "innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "createElement", "setTimeout", "fetch", "XMLHttpRequest", "sendBeacon", "import", "src=", "postMessage", "localStorage", "cookie"];
        Assert.All(never, word => Assert.DoesNotContain(word, code, StringComparison.Ordinal));
    }

    [Fact]
    public void An_odd_host_can_t_end_the_string_that_it_stands_in() =>
        Assert.DoesNotContain("'x'", Uri.UnescapeDataString(Bookmarklet.For("http://a'x'b\\")), StringComparison.Ordinal);

    [Fact]
    public void Blanks_in_strings_stay() => Assert.Equal("let a=' b ; } ';if(a)c(a);", Bookmarklet.Compact("// Why.\n  const a = ' b ; } ';\n\n  if (a) c(a);\n"));
}
