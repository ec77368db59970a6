using Roundup.Web.Drawings;

namespace Roundup.Web.Tests.Public;

public sealed class RoundTests
{
    private static int Strokes(string path) => path.Count(c => c == 'M');

    [Fact]
    public void One_stroke_is_ten_words()
    {
        var round = Round.Cover(1, [new(184, 136), new(139, 31)]);

        Assert.Equal(18 + 14, Strokes(round.Outer));
        Assert.Equal(14 + 3, Strokes(round.Inner));
        Assert.StartsWith("M0 -127L0 -168", round.Outer);
        Assert.Equal([1, 2], round.Marks.Select(m => m.Number));
    }

    [Fact]
    public void A_paper_without_a_word_still_has_a_stroke_and_an_opinion_longer_than_the_abstract_fits()
    {
        var round = Round.Cover(1, [new(0, 0), new(20, 200)]);

        Assert.Equal(1 + 2, Strokes(round.Outer));
        Assert.Equal(20, Strokes(round.Inner));
    }

    [Fact]
    public void A_long_issue_takes_more_words_a_stroke()
    {
        var round = Round.Cover(7, [.. Enumerable.Repeat(new Round.Sector(200, 50), 100)]);

        Assert.True(round.WordsPerStroke > 10);
        Assert.InRange(Strokes(round.Outer), 100, 320);
        Assert.Equal(20, round.Marks.Count);
    }

    [Fact]
    public void An_issue_without_papers_is_an_empty_ring() => Assert.Equal("", Round.Seal(1, []).Outer);
}
