using System.Diagnostics;
using System.Xml.Linq;
using Roundup.Formats;
using Roundup.Formats.Maths;
using Roundup.Model.Text;
using Roundup.Sources;
using Roundup.Tests.Sources;

namespace Roundup.Tests.Formats.Maths;

[Collection(Measured.Name)]
public sealed class Rendering_tests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("ω", "<mi>ω</mi>")]
    [InlineData("x^2", "<msup><mi>x</mi><mn>2</mn></msup>")]
    [InlineData(@"\mathbfθ", "<mi>𝛉</mi>")]
    [InlineData(@"\mathbf{x} \in \mathbb R", "<mrow><mi>𝐱</mi><mo>∈</mo><mi>ℝ</mi></mrow>")]
    [InlineData(@"\hat x", "<mover accent=\"true\"><mi>x</mi><mo stretchy=\"false\">ˆ</mo></mover>")]
    [InlineData(@"\overline{x}", "<mover><mrow><mi>x</mi></mrow><mo stretchy=\"true\">‾</mo></mover>")]
    [InlineData(@"\frac{a}{b}", "<mfrac><mi>a</mi><mi>b</mi></mfrac>")]
    [InlineData(@"\mbox{a b}", "<mtext>a\u00A0b</mtext>")]
    [InlineData(@"\text{<b>\&amp;}", "<mtext>&lt;b&gt;&amp;amp;</mtext>")]
    public void TeX_becomes_MathML_Core(string tex, string inner)
    {
        var math = XElement.Parse(TexMaths.Render(tex, false)!);

        Assert.Equal(inner, string.Concat(math.Nodes().Select(node => node.ToString(SaveOptions.DisableFormatting))));
        Assert.Equal(tex, math.Attribute("alttext")?.Value);
        Assert.Null(math.Attribute("display"));
    }

    [Fact]
    public void Maths_on_a_line_of_its_own_says_so() => Assert.StartsWith("<math display=\"block\" alttext=\"x\">", TexMaths.Render(" x\n", true));

    [Fact]
    public void Many_threads_may_render_at_once()
    {
        string[] expressions = [.. Enumerable.Range(0, 200).Select(i => $@"x_{{{i}}} + \frac{{{i}}}{{y}}")];
        var together = expressions.AsParallel().AsOrdered().WithDegreeOfParallelism(8).Select(tex => TexMaths.Render(tex, false)).ToList();

        Assert.DoesNotContain(null, together);
        Assert.All(expressions.Zip(together), pair => Assert.Contains($"alttext=\"{pair.First}\"", pair.Second));
    }

    [Fact]
    public void Plain_text_and_lines_show_maths_and_keep_their_words()
    {
        var prose = PlainText.Render("We show $x^2 < \\alpha$ & *more*,\n\\[ y\n= 1 \\] and $5.\n\nSee https://a.example/$x$ and $\\cancel{x}$.");
        const string X2 = "<math alttext=\"x^2 &lt; \\alpha\"><mrow><msup><mi>x</mi><mn>2</mn></msup><mo>&lt;</mo><mi>α</mi></mrow></math>";
        const string Y1 = "<math display=\"block\" alttext=\"y = 1\"><mrow><mi>y</mi><mo>=</mo><mn>1</mn></mrow></math>";

        Assert.Equal(
            $"<p>We show {X2} &amp; *more*,\n{Y1} and $5.</p>\n"
            + "<p>See <a href=\"https://a.example/$x\">https://a.example/$x</a>$ and $\\cancel{x}$.</p>\n",
            prose.Html.ToString());
        Assert.Equal(PlainText.Renderer, prose.Renderer);
        Assert.Equal("<b>On</b> <math alttext=\"k\"><mi>k</mi></math>NN &amp; https://a.example".Replace("<b>", "&lt;b&gt;").Replace("</b>", "&lt;/b&gt;"), PlainText.Line(" <b>On</b> $k$NN\n& https://a.example ").ToString());
    }

    [Fact]
    public void Words_are_counted_as_written_and_not_in_MathML() => Assert.Equal(4, PlainText.Render("We show $x^2+y^2$ here.").Words);

    [Fact]
    public void The_mark_of_a_formula_in_a_text_is_no_formula() =>
        Assert.Equal("<p>a \uFFFD <math alttext=\"x\"><mi>x</mi></math> \uFFFD</p>\n", PlainText.Render("a \uFDD0 $x$ \uFDD0").Html.ToString());

    [Fact]
    public void Nearly_all_maths_of_real_texts_is_rendered()
    {
        var all = Abstracts.All().Select(PaperText.Clean).SelectMany(text => MathsInText.Find(text).Select(span => (Tex: span.Tex(text), span.IsDisplay))).ToList();
        var left = all.Where(maths => TexMaths.Render(maths.Tex, maths.IsDisplay) is null).ToList();
        foreach (var (tex, _) in left) output.WriteLine($"As written: {tex}");
        output.WriteLine($"FIGURE: maths spans in all recorded titles and abstracts = {all.Count} ({all.Distinct().Count()} different)");
        output.WriteLine($"FIGURE: maths spans rendered = {all.Count - left.Count}, as written = {left.Count}");

        Assert.True(left.Count * 20 <= all.Count);
    }

    [Fact]
    public void What_rendering_costs()
    {
        var expressions = Abstracts.All().SelectMany(text => MathsInText.Find(text).Select(span => (Tex: span.Tex(text), span.IsDisplay))).Distinct().ToList();
        var (before, from) = (GC.GetTotalMemory(true), Stopwatch.GetTimestamp());
        var worker = new TexWorker(TimeSpan.FromMinutes(1));
        Assert.True(worker.IsReady(TexEngine.LoadTime));
        output.WriteLine($"FIGURE: loading the maths library = {Stopwatch.GetElapsedTime(from).TotalMilliseconds:F0} ms, {(GC.GetTotalMemory(true) - before) / 1e6:F1} MB");

        var times = expressions.Select(maths => Time(() => worker.Ask(maths.Tex, maths.IsDisplay, TexMaths.MaxTime, TexMaths.MaxTime))).Order().ToList();
        output.WriteLine($"FIGURE: TeX to MathML, {times.Count} expressions = median {times[times.Count / 2]:F2} ms, worst {times[^1]:F1} ms");

        var plain = Abstracts.OfArxiv().Where(text => !text.Contains('$')).ToList();
        PlainText.Render(plain[0]);
        output.WriteLine($"FIGURE: an abstract without maths = {plain.Select(text => Time(() => PlainText.Render(text))).Order().ElementAt(plain.Count / 2):F3} ms (median of {plain.Count})");
        var rich = Abstracts.WithDollars();
        foreach (var text in rich) PlainText.Render(text);
        output.WriteLine($"FIGURE: an abstract with maths seen before = {rich.Select(text => Time(() => PlainText.Render(text))).Order().ElementAt(rich.Count / 2):F3} ms (median of {rich.Count})");
    }

    private static double Time(Action action)
    {
        var from = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(from).TotalMilliseconds;
    }
}
