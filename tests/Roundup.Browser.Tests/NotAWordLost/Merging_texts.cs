using Roundup.Browser.Tests.Harness;

namespace Roundup.Browser.Tests.NotAWordLost;

/// <summary>wwwroot/js/merging.js, the rule by which nothing is asked that has an answer and nothing is answered that has to be asked.</summary>
public sealed class Merging_texts(BrowserSite site) : BrowserTest(site)
{
    private const string Merge = """
        async ([mine, base, theirs, sent]) => {
          const { merge } = await import('/js/merging.js')
          const { values, clashes } = merge({ w: mine }, { w: base }, { w: theirs }, sent ? [{ w: sent }] : [])
          return clashes.length ? `${values.w} or ${clashes[0].theirs}` : values.w
        }
        """;

    [Theory]
    [InlineData("mine", "base", "base", null, "mine")]
    [InlineData("base", "base", "theirs", null, "theirs")]
    [InlineData("mine", "base", "theirs", null, "mine or theirs")]
    [InlineData("mine", "base", "", null, "mine or ")]
    [InlineData("", "base", "theirs", null, " or theirs")]
    [InlineData("alike", "base", "alike\r\n", null, "alike")]
    [InlineData("mine, longer", "base", "mine", "mine", "mine, longer")]
    [InlineData("mine, longer", "base", "theirs", "mine", "mine, longer or theirs")]
    public async Task Who_changed_it_decides(string mine, string before, string theirs, string? sent, string expected)
    {
        await Page.GotoAsync("/account/sign-in");
        Assert.Equal(expected, await Page.EvaluateAsync<string>(Merge, new[] { mine, before, theirs, sent }));
    }
}
