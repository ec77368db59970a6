using System.Diagnostics;
using Roundup.Formats;
using Roundup.Formats.Maths;
using Roundup.Tests.Formats.Text;
using Roundup.Tests.Sources;

namespace Roundup.Tests.Formats.Maths;

[Collection(Measured.Name)]
public sealed class Hostile_maths_tests(ITestOutputHelper output)
{
    private static readonly string[] Refused =
    [
        @"\href{javascript:alert(1)}{x}", @"\href{https://evil.example}{x}", @"\url{https://evil.example}", @"\html{<img src=x onerror=alert(1)>}",
        @"\htmlId{forms}{x}", @"\htmlClass{modal}{x}", @"\htmlStyle{position:fixed}{x}", @"\htmlData{a=b}{x}", @"\class{modal}{x}", @"\id{forms}{x}",
        @"\style{position:fixed}{x}", @"\data{a=b}{x}", @"\includegraphics{https://evil.example/x.png}", @"\includegraphics[width=9em]{x}", @"\ref{a}", @"\eqref{a}",
        @"\input{/etc/passwd}", @"\write18{ls}", @"\openout1=x", @"\csname x\endcsname x\cancel{y}", @"\unknown{x}", "{", "}", "x^", @"\frac", @"\left(", @"\begin{matrix}",
        @"\def\a{\a}\a", @"\def\a{\a\a}\a", @"\gdef\a#1{\a{#1#1}}\a{xxxxxxxx}", @"\newcommand\a{\b}\newcommand\b{\a}\a", "a\0b", "a\u0001b", "a\ud800b", "a\udc00", "a\ufffeb", "a\ufdd0b", "", " \n",
        @"\def\a{xxxxxxxxxx}\def\b{\a\a\a\a\a\a\a\a\a\a}\def\c{\b\b\b\b\b\b\b\b\b\b}\def\d{\c\c\c\c\c\c\c\c\c\c}\def\e{\d\d\d\d\d\d\d\d\d\d}\e\e\e\e",
    ];

    private static readonly string[] Twisted =
    [
        @"\text{</annotation><script>alert(1)</script>}", @"\text{</math><img src=x onerror=alert(1)>}", "</math><script>alert(1)</script>", "<!--", "-->", "<![CDATA[x]]>",
        @"\text{<annotation-xml encoding='text/html'><img src=x onerror=alert(1)>}", @"\text{<style><img src=x onerror=alert(1)>}", "x&lt;y", "&#60;script&#62;", "\"onclick=\"alert(1)",
        @"\color{red} x", @"\color{#f00;position:fixed} x", @"\textcolor{url(//evil.example)}{x}", @"\colorbox{red}{x}", @"\fcolorbox{red}{blue}{x}", @"\rule{99em}{99em}", @"\hspace{99999em}x",
        @"\hspace{-99999em}x", @"\kern-50em x", @"\raisebox{900em}{x}", @"\tag{x}", @"\label{forms} x", @"\boxed{x}", @"\mathchoice{a}{b}{c}{d}", @"\char""3C script", @"\operatorname{<script>}",
        @"\def\a{x}\a", @"\smash{x}", @"\phantom{x}", @"\begin{array}{cc}a&b\end{array}", @"\verb|<script>|", @"\u003cscript\u003e", "x\u202ey", "x\u200by", "𝒪😀", @"\unicode{60}", @"\math", @"\text{\u0000}",
    ];

    [Fact]
    public void What_is_not_maths_is_refused() => Assert.All(Refused, tex => Assert.Null(TexMaths.Render(tex, false)));

    [Fact]
    public void What_is_rendered_holds_only_maths()
    {
        var rendered = Refused.Concat(Twisted).Concat(new HostileTexts().Where((_, i) => i % 10 is 0)).Distinct()
            .SelectMany(tex => new[] { tex, $@"\text{{{tex}}}", $@"\frac{{{tex}}}{{x}}" })
            .Select(tex => (tex, Html: TexMaths.Render(tex, false))).Where(pair => pair.Html is not null).ToList();
        output.WriteLine($"FIGURE: hostile expressions that render = {rendered.Count}");

        Assert.True(rendered.Count > 1_000);
        Assert.All(rendered, pair => Assert.Empty(Dangers.In(pair.Html!.Replace("\u00A0", "&nbsp;"), mayHoldMaths: true)));
        Assert.All(rendered, pair => Assert.DoesNotMatch("[<](?!/?m)", pair.Html));
    }

    [Theory]
    [InlineData("<math><mi>x</mi></math>", "<mi>x</mi>")]
    [InlineData("<math class='a' id='b' style='c' onclick='d' href='e'><mi xlink:href='x' mathvariant='normal' xmlns:xlink='y'>x</mi></math>", "<mi mathvariant=\"normal\">x</mi>")]
    [InlineData("<math><mo lspace='0.5em' rspace='99em' minsize='-9em' form='url(x)' stretchy='TRUE' largeop='true'>x</mo></math>", "<mo lspace=\"0.5em\" largeop=\"true\">x</mo>")]
    [InlineData("<math><mspace width='0'></mspace><mspace width='9.5em&#10;'/><mspace width='calc(1em)'/></math>", "<mspace width=\"0\"></mspace><mspace></mspace><mspace></mspace>")]
    [InlineData("<math>stray<mrow>stray<mn>1</mn></mrow></math>", "<mrow><mn>1</mn></mrow>")]
    [InlineData("<math><mi><![CDATA[<script>]]></mi></math>", "<mi>&lt;script&gt;</mi>")]
    [InlineData("<math><none/></math>", "<mrow></mrow>")]
    [InlineData("<math><semantics><mi>x</mi><annotation-xml encoding='text/html'><script/></annotation-xml></semantics></math>", null)]
    [InlineData("<math><mtext><script>alert(1)</script></mtext></math>", null)]
    [InlineData("<math><mi>x</mi><script/></math>", null)]
    [InlineData("<math><maction actiontype='statusline#x'><mi>x</mi></maction></math>", null)]
    [InlineData("<math><mglyph src='//evil.example'/></math>", null)]
    [InlineData("<math><merror><mtext>x</mtext></merror></math>", null)]
    [InlineData("<math><menclose notation='updiagonalstrike'><mi>x</mi></menclose></math>", null)]
    [InlineData("<math xmlns='http://www.w3.org/1998/Math/MathML'><mi>x</mi></math>", null)]
    [InlineData("<svg><mi>x</mi></svg>", null)]
    [InlineData("<math></math>", null)]
    [InlineData("<math><mi>x</math>", null)]
    [InlineData("<math><mi>x</mi></math><math/>", null)]
    [InlineData("<!DOCTYPE math [<!ENTITY a 'b'>]><math><mi>&a;</mi></math>", null)]
    [InlineData("<math><mi>&nbsp;</mi></math>", null)]
    [InlineData("", null)]
    public void The_library_is_not_trusted(string markup, string? inner) =>
        Assert.Equal(inner is null ? null : $"<math alttext=\"t\">{inner}</math>", MathMl.Rewrite(markup, "t", false));

    [Fact]
    public void Markup_too_deep_or_too_long_is_refused()
    {
        Assert.Null(MathMl.Rewrite("<math>" + Repeat("<mrow>", 5_000) + Repeat("</mrow>", 5_000) + "</math>", "t", false));
        Assert.Null(MathMl.Rewrite("<math><mi>" + new string('x', 100_000) + "</mi></math>", "t", false));
    }

    [Theory]
    [InlineData("{", "x", "}")]
    [InlineData("\\sqrt{", "x", "}")]
    [InlineData("x^{", "x", "}")]
    [InlineData("\\frac{", "x", "}{y}")]
    [InlineData("\\hat ", "x", "")]
    [InlineData("\\sqrt", "x", "")]
    [InlineData("\\left(", "x", "\\right)")]
    [InlineData("\\text{$", "x", "$}")]
    [InlineData("\\begin{matrix}", "x", "\\end{matrix}")]
    [InlineData("x", "", "")]
    [InlineData("\\hspace{20em}", "", "")]
    [InlineData("\\big(", "", "")]
    [InlineData("&", "", "")]
    [InlineData("\\\\", "", "")]
    [InlineData("'", "", "")]
    [InlineData("_x", "", "")]
    [InlineData("\\def\\a{", "\\a", "}")]
    [InlineData("\\mathbf", "x", "")]
    [InlineData("a ", "", "")]
    public void Nothing_in_the_longest_expression_takes_the_process_down(string open, string middle, string close)
    {
        var count = (TexMaths.MaxLength - middle.Length) / (open.Length + close.Length);
        var from = Stopwatch.GetTimestamp();
        var html = TexMaths.Render(Repeat(open, count) + middle + Repeat(close, count), true);
        output.WriteLine($"FIGURE: {count} times {open} = {Stopwatch.GetElapsedTime(from).TotalMilliseconds:F0} ms, {html?.Length ?? 0} characters");

        Assert.Empty(Dangers.In(html ?? "", mayHoldMaths: true));
        Assert.NotNull(TexMaths.Render("x" + count + "_1", false));
    }

    // Expansion nests deeper than any text that is short enough could. Without a limit of depth each of these ends the process.
    [Theory]
    [InlineData(@"\def\a{{{{{{{{{{\a}}}}}}}}}}", @"\a ", "")]
    [InlineData(@"\def\a{\sqrt{\sqrt{\sqrt{\a}}}}", @"\a ", "")]
    [InlineData(@"\def\a{\left(\left(\left(\a\right)\right)\right)}", @"\a ", "")]
    [InlineData(@"\def\a{\frac{\frac{\frac{\a}{x}}{x}}{x}}", @"\a ", "")]
    [InlineData(@"\def\a{\text{$\text{$\a$}$}}", @"\a ", "")]
    [InlineData(@"\def\a#1{\sqrt{\sqrt{\sqrt{\sqrt{#1}}}}}", @"\a{", "}")]
    [InlineData(@"\def\a#1{\left(\left(#1\right)\right)}", @"\a{", "}")]
    [InlineData(@"\def\a#1{\begin{matrix}#1\end{matrix}}", @"\a{", "}")]
    [InlineData(@"\def\a#1{\overbrace{\underbrace{#1}}}", @"\a{", "}")]
    [InlineData(@"\def\a#1{\boxed{\phantom{\begin{aligned}#1\end{aligned}}}}", @"\a{", "}")]
    public void No_expansion_takes_the_process_down(string definition, string open, string close)
    {
        var count = close is "" ? 1 : 450;
        var from = Stopwatch.GetTimestamp();
        Assert.Null(TexMaths.Render(definition + Repeat(open, count) + "x" + Repeat(close, count), false));
        output.WriteLine($"FIGURE: {definition} = {Stopwatch.GetElapsedTime(from).TotalMilliseconds:F0} ms");

        Assert.NotNull(TexMaths.Render("x_1" + definition.Length, false));
    }

    [Fact]
    public void An_expression_that_takes_too_long_is_abandoned_and_the_next_is_answered()
    {
        var worker = new TexWorker(TimeSpan.FromMinutes(1));
        Assert.True(worker.IsReady(TexEngine.LoadTime));
        Assert.Equal(new TexAnswer(null, false), worker.Ask(Repeat("x^2+", 400) + "y", false, TexMaths.MaxTime, TimeSpan.Zero));
        Assert.False(worker.IsAlive);
        Assert.Null(worker.Ask("x", false, TexMaths.MaxTime, TexMaths.MaxTime));
        Assert.NotNull(TexMaths.Render("x+1", false));
    }

    [Fact]
    public void A_worker_that_nobody_asks_ends()
    {
        var worker = new TexWorker(TimeSpan.FromMilliseconds(1));
        SpinWait.SpinUntil(() => !worker.IsAlive, TimeSpan.FromMinutes(2));
        Assert.False(worker.IsAlive);
    }

    [Theory]
    [InlineData("$")]
    [InlineData("$x$ ")]
    [InlineData("$x_")]
    [InlineData("$$x$$")]
    [InlineData("$\\def\\a{\\a\\a}\\a$ ")]
    [InlineData("\\(x\\)")]
    public void A_text_of_a_hundred_thousand_dollars_is_rendered_in_a_bounded_time(string piece)
    {
        var text = Repeat(piece, 100_000);
        var from = Stopwatch.GetTimestamp();
        var html = PlainText.Render(text).Html.ToString();
        output.WriteLine($"FIGURE: 100,000 times {piece} = {Stopwatch.GetElapsedTime(from).TotalMilliseconds:F0} ms, {html.Length} characters");

        Assert.Contains(piece.Trim()[^1..], html);
        Assert.True(Stopwatch.GetElapsedTime(from) < TimeSpan.FromMinutes(2));
    }

    [Fact]
    public void Different_bombs_in_one_text_share_its_budget()
    {
        var text = string.Concat(Enumerable.Range(0, 500).Select(i => $"$\\def\\a{{x_{{{i}}}\\a}}{Repeat("\\sqrt{", 90)}\\a{Repeat("}", 90)}$ "));
        var from = Stopwatch.GetTimestamp();
        Assert.Contains("\\sqrt{", PlainText.Render(text).Html.ToString());
        output.WriteLine($"FIGURE: a text of 500 different bombs = {Stopwatch.GetElapsedTime(from).TotalMilliseconds:F0} ms");

        Assert.True(Stopwatch.GetElapsedTime(from) < TimeSpan.FromMinutes(2));
    }

    private static string Repeat(string piece, int count) => string.Concat(Enumerable.Repeat(piece, count));
}
