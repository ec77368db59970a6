using Roundup.Model.Search;
using Roundup.Model.Text;
using Roundup.Sources;

namespace Roundup.Tests.Search;

public sealed class Asking_tests
{
    private static readonly PaperFinder Finder = new();

    private static SearchQuery Read(string text) => SearchQuery.Read(text, fragment => Finder.Recognise(fragment))!;

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
    [InlineData("author: meng year: 820", "author:meng year:820")]
    [InlineData("author:\"Meng, Kevin\" author:", "author:\"Meng, Kevin\" author:")]
    [InlineData("arXiv: 2202.05262v2", "arxiv:2202.05262")]
    [InlineData("OpenReview submissions", "OpenReview submissions")]
    [InlineData("editing -arXiv:2202.05262", "editing -arxiv:2202.05262")]
    [InlineData("-2202.05262", "-arxiv:2202.05262")]
    public void A_question_is_printed_as_it_is_read_again(string typed, string printed)
    {
        Assert.Equal(printed, Read(typed).ToString());
        Assert.Equal(Read(typed), Read(printed));
    }

    [Theory]
    [InlineData("arXiv:2202.05262v2")]
    [InlineData("https://arxiv.org/abs/2202.05262")]
    [InlineData("2202.05262")]
    [InlineData("10.48550/arXiv.2202.05262")]
    [InlineData("doi:10.48550/arXiv.2202.05262")]
    [InlineData("https://doi.org/10.48550/arXiv.2202.05262")]
    [InlineData("https://arxiv.org/abs/2202.05262#x")]
    [InlineData("https://arxiv.org/pdf/2202.05262v5.pdf?x=1")]
    [InlineData("arXiv: 2202.05262")]
    [InlineData("arxiv 2202.05262")]
    [InlineData("\"2202.05262v2\"")]
    [InlineData("ar5iv.org/abs/2202.05262")]
    [InlineData("huggingface.co/papers/2202.05262")]
    public void An_id_is_found_as_readers_have_it(string typed) => Assert.Equal(["2202", "05262"], Assert.Single(Read(typed).Terms).Words);

    [Theory]
    [InlineData("https://openreview.net/forum?id=gJcEM8sxHK", "gjcem8sxhk")]
    [InlineData("doi: 10.1073/pnas.2218523120", "10 1073 pnas 2218523120")]
    [InlineData("author:\"van der Maaten, Laurens\"", "laurens van der maaten")]
    [InlineData("author:\"Laurens van der Maaten\"", "laurens van der maaten")]
    public void Names_of_papers_and_people_are_the_words_that_the_index_has(string typed, string words) => Assert.Equal(words, string.Join(' ', Assert.Single(Read(typed).Terms).Words));

    [Fact]
    public void Of_too_many_words_the_first_count_and_the_question_says_so()
    {
        var many = string.Join(' ', Enumerable.Range(0, SearchQuery.MaxTerms + 1).Select(n => $"w{n}"));

        Assert.True(Read(many).IsCut);
        Assert.True(Read($"\"{many}\"").IsCut);
        Assert.False(Read($"\"{many[..many.LastIndexOf(' ')]}\"").IsCut);
    }

    [Theory]
    [InlineData("C, C++ and C#", "c | c++ | and | c#")]
    [InlineData("F* is no f-star", "f* | is | no | f | star")]
    [InlineData("C++11 in (C++)", "c++ | 11 | in | c++")]
    [InlineData("a+b, 10+ a**** e+e- Llama+ # +", "a | b | 10 | a | e | e | llama")]
    public void A_letter_with_marks_behind_it_is_a_name_of_its_own(string text, string words) =>
        Assert.Equal(words, string.Join(" | ", SearchWords.Of(text)).Replace('ᛜ', '+').Replace('ᛝ', '#').Replace('ᛞ', '*'));

    [Fact]
    public void The_words_of_a_title_that_is_set_are_marked_and_its_formulas_left()
    {
        var set = MathsInTitle("On $\\mathcal{N}=4$ quotes & $N$");
        var marked = new SnippetMaker(Read("quotes mathcal n on")).Marked(set).ToString();

        Assert.Equal(set.ToString().Replace("quotes", "<mark>quotes</mark>", StringComparison.Ordinal).Replace("On ", "<mark>On</mark> ", StringComparison.Ordinal), marked);
        Assert.Contains("<math", marked, StringComparison.Ordinal);
    }

    private static SafeHtml MathsInTitle(string title) => Roundup.Formats.Typeset.Line(title).Html;

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
