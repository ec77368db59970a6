using Roundup.Model.Search;

namespace Roundup.Tests.Search;

public sealed class Asking_tests
{
    private static SearchQuery Read(string text) => SearchQuery.Read(text)!;

    [Theory]
    [InlineData("knowledge editing", "knowledge editing")]
    [InlineData("  “knowledge editing”  ", "\"knowledge editing\"")]
    [InlineData("\"never closed", "\"never closed\"")]
    [InlineData("-image –video", "-image -video")]
    [InlineData("author:\"Kevin Meng\" -topic:x", "author:\"Kevin Meng\" -topic:x")]
    [InlineData("year:2020..2023 has:code depth:read", "year:2020..2023 has:code depth:read")]
    [InlineData("colour:red", "colour:red")]
    [InlineData("- :: \" \"", "")]
    [InlineData("has:nothing", "\"has nothing\"")]
    public void A_question_is_printed_as_it_is_read_again(string typed, string printed)
    {
        Assert.Equal(printed, Read(typed).ToString());
        Assert.Equal(Read(typed), Read(printed));
    }

    [Theory]
    [InlineData("arXiv:2202.05262v2")]
    [InlineData("https://arxiv.org/abs/2202.05262")]
    [InlineData("2202.05262")]
    public void An_id_is_found_as_readers_have_it(string typed) => Assert.Equal(["2202", "05262"], Assert.Single(Read(typed).Terms).Words);

    [Theory]
    [InlineData("Société Æther Łódź", "societe aether lodz")]
    [InlineData("ｆｕｌｌ ﬁt 𝒜", "full fit a")]
    [InlineData("知識編集", "知 識 編 集")]
    [InlineData("ᚠall", "all")]
    [InlineData("pre-training, don’t", "pre training don t")]
    [InlineData("שָׁלוֹם", "שלום")]
    public void Words_are_folded(string text, string words) => Assert.Equal(words, string.Join(' ', SearchWords.Of(text)));

    [Fact]
    public void Nothing_that_is_typed_is_a_mistake()
    {
        var random = new Random(7);
        const string Signs = "ab -\"“:*^()[]{}'`\\%_\0\uD800\uDC00\uFFFE知é:year:topic:..0᠎‮ᚠ AND OR NOT NEAR";
        for (var n = 0; n < 20_000; n++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(60)).Select(_ => Signs[random.Next(Signs.Length)]));
            var query = SearchQuery.Read(text)!;
            Assert.InRange(query.Terms.Count, 0, SearchQuery.MaxTerms);
            Assert.All(query.Terms.SelectMany(t => t.Words), w => Assert.DoesNotContain('\'', w));
            _ = new SnippetMaker(query).Best(text + text);
        }

        Assert.Null(SearchQuery.Read(new string('a', SearchQuery.MaxLength + 1)));
    }

    [Fact]
    public void A_snippet_marks_what_was_asked_and_leaves_the_text_as_it_is()
    {
        var text = string.Join(' ', Enumerable.Repeat("lorem ipsum", 60)) + " we find <b>Éditing</b> of facts. " + string.Join(' ', Enumerable.Repeat("dolor sit", 60));
        var snippet = new SnippetMaker(Read("editing fac")).Best(text);

        Assert.Equal(["Éditing", "facts"], snippet.Runs.Where(r => r.IsHit).Select(r => r.Text));
        Assert.Contains("<b>", snippet.ToString());
        Assert.InRange(snippet.ToString().Length, 100, 340);
    }
}
