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
    [InlineData("We probe Knowledge in GPT", "We probe factual Associations in GPT", "We probe -Knowledge+factual Associations in GPT")]
    [InlineData("a a a", "a a", "a a- a")]
    [InlineData("one two, three", "one too; three", "one -two,+too; three")]
    [InlineData("the whole cat sat", "a different dog sat", "-the whole cat+a different dog sat")]
    [InlineData("naïve na\u0308ive", "naive na\u0308ive", "-naïve+naive na\u0308ive")]
    [InlineData("私は猫が好き", "私は犬が好き", "私は-猫+犬が好き")]
    [InlineData("👩‍🔬 said", "👩‍🚀 said", "-👩‍🔬+👩‍🚀 said")]
    [InlineData("one\n\ntwo", "one two", "one-\n\n+ two")]
    public void Words_are_kept_taken_out_or_put_in(string before, string after, string runs) =>
        Assert.Equal(runs, string.Concat(WordDifference.Between(before, after).Select(r => $"{(r.Fate is WordFate.TakenOut ? "-" : r.Fate is WordFate.PutIn ? "+" : "")}{r.Words}")));

    [Fact]
    public void Both_texts_are_in_the_difference_whatever_they_are()
    {
        var chance = new Random(7);
        for (var round = 0; round < 200; round++)
        {
            string Text() => string.Concat(Enumerable.Range(0, chance.Next(80)).Select(_ => "abc  \n,"[chance.Next(7)]));
            var (before, after) = (Text(), Text());
            var runs = WordDifference.Between(before, after);
            Assert.Equal(before, string.Concat(runs.Where(r => r.Fate is not WordFate.PutIn).Select(r => r.Words)));
            Assert.Equal(after, string.Concat(runs.Where(r => r.Fate is not WordFate.TakenOut).Select(r => r.Words)));
        }
    }

    [Fact]
    public void A_word_in_a_very_long_text_is_still_found()
    {
        var paragraphs = Enumerable.Range(0, 400).Select(n => string.Join(' ', Enumerable.Range(0, 80).Select(w => $"w{n * w}"))).ToList();
        var before = string.Join("\n\n", paragraphs);
        paragraphs[7] += " more";
        paragraphs[300] = "A new one.";

        var runs = WordDifference.Between(before, string.Join("\n\n", paragraphs));

        Assert.Equal((80, 4), WordDifference.Size(runs));
        Assert.Contains(runs, r => r is { Fate: WordFate.PutIn, Words: " more" });
    }

    [Theory, InlineData("words", " "), InlineData("lines", "\n"), InlineData("paragraphs", "\n\n")]
    public void The_longest_texts_are_compared_at_once_or_shown_one_after_the_other(string what, string between)
    {
        var chance = new Random(3);
        string Text() => string.Join(between, Enumerable.Range(0, 60_000).Select(_ => what is "paragraphs" ? string.Join(' ', Enumerable.Range(0, 10).Select(_ => chance.Next(100))) : $"{chance.Next(1000)}"))[..200_000];
        var (before, after) = (Text(), Text());
        WordDifference.Between("a b", "a c");

        var began = Stopwatch.GetTimestamp();
        var runs = WordDifference.Between(before, after);
        output.WriteLine($"FIGURE: comparing two texts of 200,000 characters that share nothing ({what}) = {Stopwatch.GetElapsedTime(began).TotalMilliseconds:F0} ms");
        Assert.Equal(before, string.Concat(runs.Where(r => r.Fate is not WordFate.PutIn).Select(r => r.Words)));

        began = Stopwatch.GetTimestamp();
        WordDifference.Between(before, before.Remove(100_000, 30).Insert(50_000, "something new"));
        output.WriteLine($"FIGURE: comparing two texts of 200,000 characters that differ in two places ({what}) = {Stopwatch.GetElapsedTime(began).TotalMilliseconds:F0} ms");
    }
}
