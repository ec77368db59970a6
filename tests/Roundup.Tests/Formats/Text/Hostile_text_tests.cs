using Markdig;
using Roundup.Formats;

namespace Roundup.Tests.Formats.Text;

public sealed class Hostile_text_tests(ITestOutputHelper output)
{
    private static readonly List<string> Corpus = [.. new HostileTexts()];

    [Fact]
    public void There_are_thousands_of_hostile_texts_and_no_two_are_the_same()
    {
        output.WriteLine($"FIGURE: hostile texts = {Corpus.Count}");
        Assert.True(Corpus.Count >= 2_000);
        Assert.Equal(Corpus.Count, Corpus.Distinct().Count());
    }

    [Theory]
    [InlineData(ProseKind.Editorial)]
    [InlineData(ProseKind.Comment)]
    public void Markdown_is_harmless_when_it_is_rendered(ProseKind kind) => AssertHarmless($"markdown {kind}", text =>
    {
        // What is refused is tried without the character that it is refused for, so that no text is skipped.
        if (SafeMarkdown.Render(text, kind, out var prose) is not null) Assert.Null(SafeMarkdown.Render(text.Replace('\0', '\ufffd'), kind, out prose));
        return prose.Html.ToString();
    }, mayHoldMaths: true);

    [Fact]
    public void Plain_text_is_harmless_when_it_is_rendered() =>
        AssertHarmless("plain text", text => PlainText.Render(text).Html.ToString(), mayHoldMaths: true);

    [Fact]
    public void A_line_is_harmless_when_it_is_rendered() => AssertHarmless("line", text => PlainText.Line(text).ToString(), mayHoldMaths: true);

    [Theory]
    [InlineData(ProseKind.Editorial)]
    [InlineData(ProseKind.Comment)]
    public void The_sanitiser_alone_makes_html_harmless(ProseKind kind) => AssertHarmless($"sanitiser {kind}", text => Sanitiser.Clean(text, kind).ToString());

    [Theory]
    [InlineData(ProseKind.Editorial)]
    [InlineData(ProseKind.Comment)]
    public void The_sanitiser_makes_what_Markdig_lets_through_harmless(ProseKind kind)
    {
        var everything = new MarkdownPipelineBuilder().UseAdvancedExtensions().Build();
        AssertHarmless($"Markdig with all it has, then the sanitiser {kind}", text => Sanitiser.Clean(Written(text, everything), kind).ToString());
    }

    // The controls: without the sanitiser the same check fails, so it can.
    [Fact]
    public void Markdig_without_html_is_not_harmless() => AssertHarmful("Markdig with HTML off", new MarkdownPipelineBuilder().DisableHtml().Build());

    [Fact]
    public void Markdig_with_all_extensions_and_without_html_is_not_harmless() =>
        AssertHarmful("Markdig with all extensions and HTML off", new MarkdownPipelineBuilder().UseAdvancedExtensions().DisableHtml().Build());

    [Fact]
    public void Many_threads_may_render_at_once()
    {
        // As the editor's words: a comment's maths has 80 ms, which eight threads on a busy machine do not always get.
        var alone = Corpus.Select(Words).ToList();
        var together = Corpus.AsParallel().AsOrdered().WithDegreeOfParallelism(8).Select(Words).ToList();
        Assert.Equal(alone, together);

        static string Words(string text) => SafeMarkdown.Render(text, ProseKind.Editorial, out var prose)?.Sentence ?? prose.Html.ToString();
    }

    private static string Comment(string text) => SafeMarkdown.Render(text, ProseKind.Comment, out var prose)?.Sentence ?? prose.Html.ToString();

    private void AssertHarmless(string name, Func<string, string> render, bool mayHoldMaths = false)
    {
        var harmful = Corpus.Select(text => (Text: text, Html: render(text))).Select(text => (text.Text, text.Html, Found: Dangers.In(text.Html, mayHoldMaths).ToList()))
            .Where(text => text.Found is not []).ToList();
        output.WriteLine($"FIGURE: {name}: harmful of {Corpus.Count} = {harmful.Count}");
        foreach (var (text, html, found) in harmful.Take(10)) output.WriteLine($"{text}\n  → {html}\n  {string.Join(", ", found)}");
        Assert.Empty(harmful);
    }

    private void AssertHarmful(string name, MarkdownPipeline pipeline)
    {
        // Only handlers, images and addresses that we refuse count, for Markdig's own HTML holds much that is merely not on our list.
        var harmful = Corpus.Count(text => Dangers.In(Written(text, pipeline)).Any(danger => danger.StartsWith("<a href=") || danger.StartsWith("<img") || danger.Contains(" on")));
        output.WriteLine($"FIGURE: control, {name}: harmful of {Corpus.Count} = {harmful}");
        Assert.True(harmful > 0);
    }

    private static string Written(string text, MarkdownPipeline pipeline)
    {
        try
        {
            return Markdown.ToHtml(text, pipeline);
        }
        catch (ArgumentException)
        {
            // Markdig's limit of depth.
            return "";
        }
    }
}
