using System.Text;
using Roundup.Model.Search;

namespace Roundup.Tests.Search;

public sealed class Ranking_tests
{
    private const string Nothing = " ";

    [Fact]
    public void An_opinion_weighs_more_than_a_title_and_that_more_than_a_name_and_that_more_than_an_abstract() => Assert.Equal(
        [4, 3, 2, 1],
        Best("steering", (1, "Another", Nothing, Nothing), (2, "Another", Nothing, "steering committee"), (3, "On steering of large models by sparse dictionaries", Nothing, Nothing),
            (4, "Another", "what I like is the steering", Nothing)));

    [Fact]
    public void The_paper_that_is_named_by_its_title_comes_before_those_that_mention_its_words() => Assert.Equal(
        [1, 2, 3],
        Best("attention is all you need", (3, "All that you need to know of what attention is in models of language", Nothing, Nothing), (1, "Attention is all you need", Nothing, Nothing),
            (2, "Is attention all you need, and what else do transformers need", Nothing, Nothing)));

    [Fact]
    public void A_rare_word_counts_more_than_one_that_all_have()
    {
        var common = Enumerable.Range(10, 50).Select(n => ((long)n, "A model", Nothing, Nothing));

        Assert.Equal(1, Best("model grokking", [.. common, (1, "Grokking seen in small transformers and why that is", Nothing, Nothing)])[0]);
    }

    [Fact]
    public void Of_two_that_are_as_good_the_newer_is_first() => Assert.Equal([9, 5, 2], Best("model", (5, "A model", Nothing, Nothing), (9, "A model", Nothing, Nothing), (2, "A model", Nothing, Nothing)));

    [Theory, InlineData("\"sparse models\"", 2), InlineData("sparse mode", 1), InlineData("title:sparse", 3), InlineData("author:sparse", 4), InlineData("models -sparse", 5)]
    public void Phrases_beginnings_and_fields_count_where_they_are_asked(string asked, long best) => Assert.Equal(
        best,
        Best(asked, (1, "A sparse modest one, sparse modern", "sparse modest", Nothing), (2, "Sparse models", Nothing, Nothing), (3, "Sparse", Nothing, Nothing), (4, "Other", Nothing, "Anna Sparse"),
            (5, "Models", "models and models", Nothing))[0]);

    [Fact]
    public void A_question_without_words_leaves_the_newest_first() => Assert.Equal([3, 2, 1], Best("year:2020", (1, "A", Nothing, Nothing), (3, "B", Nothing, Nothing), (2, "C", Nothing, Nothing)));

    [Fact]
    public void Of_a_very_long_opinion_the_beginning_is_ranked_and_no_word_is_cut()
    {
        var long_ = string.Join(' ', Enumerable.Repeat("abcdefghi", 1000));
        var ranked = RankedWords.Of(new("a title", long_, "", "", ""));

        Assert.Equal(" a title ", ranked.Title);
        Assert.InRange(ranked.Said.Length, 1400, 1502);
        Assert.EndsWith(" abcdefghi ", ranked.Said);
        Assert.EndsWith("x ", RankedWords.Of(new(new string('x', 4000), "", "", "", "")).Title);
    }

    private static IReadOnlyList<long> Best(string asked, params (long Number, string Title, string Said, string People)[] documents)
    {
        var ranking = new SearchRanking(SearchQuery.Read(asked)!);
        foreach (var (number, title, said, people) in documents) ranking.Add(number, Folded(title), Folded(said), Folded(people));
        return ranking.Best();
    }

    private static byte[] Folded(string text) => Encoding.UTF8.GetBytes($" {string.Join(' ', SearchWords.Of(text))} ");
}
