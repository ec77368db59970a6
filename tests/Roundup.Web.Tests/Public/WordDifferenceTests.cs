using System.Diagnostics;
using Roundup.Web.Site;

namespace Roundup.Web.Tests.Public;

public sealed class WordDifferenceTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("a b c", "a b c", "a b c")]
    [InlineData("", "", "")]
    [InlineData("", "a b", "+a b")]
    [InlineData("a b", "", "-a b")]
    [InlineData("We probe Knowledge in GPT", "We probe factual Associations in GPT", "We probe -Knowledge +factual Associations in GPT")]
    [InlineData("a  x\nb", "a b y", "a -x b +y")]
    [InlineData("a a a", "a a", "a a -a")]
    public void Words_are_kept_taken_out_or_put_in(string before, string after, string runs) =>
        Assert.Equal(runs, string.Join(' ', WordDifference.Between(before, after).Select(r => $"{(r.Fate is WordFate.TakenOut ? "-" : r.Fate is WordFate.PutIn ? "+" : "")}{r.Words}")));

    [Fact]
    public void Both_texts_are_in_the_difference_whatever_they_are()
    {
        var chance = new Random(7);
        for (var round = 0; round < 200; round++)
        {
            string Text() => string.Join(' ', Enumerable.Range(0, chance.Next(40)).Select(_ => (char)('a' + chance.Next(4))));
            var (before, after) = (Text(), Text());
            var runs = WordDifference.Between(before, after);
            Assert.Equal(before, string.Join(' ', runs.Where(r => r.Fate is not WordFate.PutIn).Select(r => r.Words)));
            Assert.Equal(after, string.Join(' ', runs.Where(r => r.Fate is not WordFate.TakenOut).Select(r => r.Words)));
        }
    }

    [Fact]
    public void The_longest_texts_are_shown_one_after_the_other()
    {
        var (before, after) = (string.Join(' ', Enumerable.Range(0, 10_000)), string.Join(' ', Enumerable.Range(5_000, 10_000)));
        var began = Stopwatch.GetTimestamp();
        Assert.Equal([WordFate.TakenOut, WordFate.PutIn], WordDifference.Between(before, after).Select(r => r.Fate));
        output.WriteLine($"FIGURE: comparing two texts of 10,000 words = {Stopwatch.GetElapsedTime(began).TotalMilliseconds:F0} ms");

        began = Stopwatch.GetTimestamp();
        WordDifference.Between(string.Join(' ', Enumerable.Range(0, 2_000)), string.Join(' ', Enumerable.Range(1, 2_000).Reverse()));
        output.WriteLine($"FIGURE: comparing two texts of 2,000 words = {Stopwatch.GetElapsedTime(began).TotalMilliseconds:F0} ms");
    }
}
