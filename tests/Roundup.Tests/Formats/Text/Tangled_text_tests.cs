using System.Diagnostics;
using Roundup.Formats;

namespace Roundup.Tests.Formats.Text;

public sealed class Tangled_text_tests(ITestOutputHelper output)
{
    // A bound against runaway only, for machines differ and share their cores; the figures are what is measured.
    private const int FarTooLong = 5_000;

    [Theory]
    [InlineData(ProseKind.Editorial, SafeMarkdown.MaxEditorialLength)]
    [InlineData(ProseKind.Comment, SafeMarkdown.MaxCommentLength)]
    public void No_text_takes_long_to_render(ProseKind kind, int length)
    {
        var times = Measure(length, text => Assert.Null(SafeMarkdown.Render(text, kind, out _)));
        Report($"markdown {kind} {length}", times);
    }

    // A stranger's formulas: each text is new, for what was set once is remembered.
    [Fact]
    public void No_comment_s_maths_takes_long_to_set()
    {
        Assert.NotNull(Roundup.Formats.Maths.TexMaths.Render(@"x^2+\sqrt{y_1}", false));
        string[] bombs = [@"\def\a#1{\sqrt{\sqrt{#1}}}\a{\a{\a{\a{x}}}}", @"\sqrt{\sqrt{\sqrt{\sqrt{x}}}}", @"\begin{matrix}a&b\\c&d\end{matrix}", "x^{y^{z^{w}}}", @"\left(\left(\left(x\right)\right)\right)", "a_1"];
        var times = new List<Time>();
        foreach (var bomb in bombs)
        {
            var one = 0;
            times.Add(Measure($"many of {bomb}", () => Render(Repeated(i => $"${bomb}+{i}$\n\n", SafeMarkdown.MaxCommentLength))));
            times.Add(Measure($"long ones of {bomb}", () => Render(Repeated(_ => $"${Repeated(i => $"{bomb}+{one++}+{i}", 480)}$\n\n", SafeMarkdown.MaxCommentLength))));
        }

        Report("maths of a comment", times);

        void Render(string text)
        {
            Assert.Null(SafeMarkdown.Render(text, ProseKind.Comment, out var prose));
            output.WriteLine($"{prose.Html.ToString().Split("<math").Length - 1} formulas of {text[..Math.Min(60, text.Length)]}");
        }

        static string Repeated(Func<int, string> part, int length)
        {
            var text = new System.Text.StringBuilder();
            for (var i = 0; text.Length + part(i).Length < length; i++) text.Append(part(i));
            return text.ToString();
        }
    }

    [Fact]
    public void No_plain_text_takes_long_to_render() =>
        Report("plain text 200000", Measure(SafeMarkdown.MaxEditorialLength, text => PlainText.Render(text)));

    [Fact]
    public void No_text_takes_long_to_be_reduced_to_its_words() =>
        Report("words 200000", Measure(SafeMarkdown.MaxEditorialLength, text => SafeMarkdown.ToPlainText(text)));

    private static List<Time> Measure(int length, Action<string> render)
    {
        var texts = TangledTexts.Families.ToDictionary(family => family.Key, family => Whole(family.Value(length), length));
        foreach (var text in texts.Values) render(Whole(text, 2_000));

        // The best of three, for a collection or another process may fall into one.
        return [.. texts.Select(text => Enumerable.Range(0, 3).Select(_ => Measure(text.Key, () => render(text.Value))).MinBy(time => time.Milliseconds)!)];
    }

    private static Time Measure(string name, Action action)
    {
        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        var watch = Stopwatch.StartNew();
        action();
        var elapsed = watch.Elapsed.TotalMilliseconds;
        process.Refresh();
        return new(name, elapsed, (process.TotalProcessorTime - before).TotalMilliseconds);
    }

    private static string Whole(string text, int most)
    {
        var length = Math.Min(text.Length, most);
        return text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];
    }

    private void Report(string name, List<Time> times)
    {
        var slowest = times.OrderByDescending(time => time.Milliseconds).ToList();
        foreach (var time in slowest) output.WriteLine($"FIGURE: {name}, {time.Name} = {time.Milliseconds:F1} ms ({time.Processor:F0} ms of the process's processor time)");
        output.WriteLine($"FIGURE: {name}, families = {times.Count}");
        output.WriteLine($"FIGURE: {name}, worst = {slowest[0].Milliseconds:F1} ms ({slowest[0].Name})");
        output.WriteLine($"FIGURE: {name}, worst in processor time = {times.Max(time => time.Processor):F0} ms ({times.MaxBy(time => time.Processor)!.Name})");
        Assert.All(times, time => Assert.True(time.Milliseconds < FarTooLong, $"{time.Name} took {time.Milliseconds:F0} ms"));
    }

    private sealed record Time(string Name, double Milliseconds, double Processor);
}
