using System.Diagnostics;
using System.Text.Json.Nodes;
using Roundup.Sources;

namespace Roundup.Tests.Sources;

public class Text_out_of_markup(ITestOutputHelper output)
{
    [Theory]
    [InlineData("<jats:title>Abstract</jats:title><jats:p>We show.</jats:p>", "We show.")]
    [InlineData("<jats:title>ABSTRACT</jats:title>\n  <jats:p>We\n   show.</jats:p>", "We show.")]
    [InlineData("<jats:sec><jats:title>Background</jats:title><jats:p>Old.</jats:p></jats:sec><jats:sec><jats:title>Results:</jats:title><jats:p>New.</jats:p></jats:sec>", "Background: Old. Results: New.")]
    [InlineData("<jats:p>pegRNAs targeting<jats:italic>SMARCB1</jats:italic>for editing</jats:p>", "pegRNAs targeting SMARCB1 for editing")]
    [InlineData("<jats:p>the <jats:italic>n</jats:italic>th <jats:italic>p</jats:italic>-value of <jats:italic>gene</jats:italic>s</jats:p>", "the nth p-value of genes")]
    [InlineData("<p>p &lt; 0.001, a &lt;b and c &gt; d</p>", "p < 0.001, a <b and c > d")]
    [InlineData("&lt;p&gt;Escaped &amp;amp; whole.&lt;/p&gt;", "Escaped & whole.")]
    [InlineData("H<sub>2</sub>O, 10<sup>−3</sup>, the 16<sup>th</sup>, Ca<sup>2+</sup>", "H2O, 10^−3, the 16th, Ca2+")]
    [InlineData("Sex &amp;amp; drugs", "Sex & drugs")]
    [InlineData("below (&amp;lt;75 K)", "below (<75 K)")]
    [InlineData("if x < y and y > z", "if x < y and y > z")]
    [InlineData("<y> is no tag", "<y> is no tag")]
    [InlineData("Deep learning.", "Deep learning.")]
    [InlineData("Abstract Meaning Representation is a formalism.", "Abstract Meaning Representation is a formalism.")]
    [InlineData("Abstract We show.", "We show.")]
    [InlineData("Abstract: We show.", "We show.")]
    [InlineData("Abstractions matter.", "Abstractions matter.")]
    [InlineData("<jats:inline-formula><jats:alternatives><jats:tex-math>\\documentclass[12pt]{minimal}\\begin{document}$$\\alpha &lt; 1$$\\end{document}</jats:tex-math><mml:math><mml:mi>α</mml:mi></mml:math></jats:alternatives></jats:inline-formula> holds", "$\\alpha < 1$ holds")]
    [InlineData("as <mml:math xmlns:mml=\"http://www.w3.org/1998/Math/MathML\"><mml:msub><mml:mi>x</mml:mi><mml:mn>12</mml:mn></mml:msub><mml:mo>=</mml:mo><mml:mfrac><mml:mn>1</mml:mn><mml:mi>n</mml:mi></mml:mfrac></mml:math>", "as $x_{12}=\\frac{1}{n}$")]
    [InlineData("a <mml:math><mml:mi>&nbsp;x</mml:mi></mml:math> b", "a x b")]
    [InlineData("a <mml:math> that never ends", "a that never ends")]
    [InlineData("one<br/>two<div>three</div>", "one two three")]
    [InlineData("", null)]
    [InlineData("  <p> </p> ", null)]
    public void Abstracts_become_plain_text_and_TeX(string markup, string? plain) => Assert.Equal(plain, MarkupText.Abstract(markup));

    [Fact]
    public void Every_recorded_abstract_is_free_of_markup()
    {
        var (seen, left) = (0, new List<string>());
        foreach (var file in Directory.EnumerateFiles(SharedFolder.Path("fixtures", "crossref"), "*.json"))
            foreach (var text in Abstracts(JsonNode.Parse(File.ReadAllText(file))))
            {
                seen++;
                if (MarkupText.Abstract(text) is not { } plain || plain.Contains("jats") || plain.Contains("&lt") || plain.Contains("&amp") || plain.Contains('\n')) left.Add(text);
            }
        output.WriteLine($"FIGURE: recorded abstracts freed of markup = {seen - left.Count}/{seen}");
        Assert.True(seen >= 15 && left is []);
    }

    [Fact]
    public void Hostile_markup_takes_no_longer_than_its_length()
    {
        string[] parts = ["<p>", "<i a=", "<math>", "<mml:math></", "<math><mrow>", "&lt;p", "<sup>", "<title>", "</title>", "<tex-math>", "<b x='1'>", "<inline-formula><math>", "\u0001", "\0"];
        var longest = (Part: "", Milliseconds: 0L);
        foreach (var part in parts)
        {
            var watch = Stopwatch.StartNew();
            var text = string.Concat(Enumerable.Repeat(part, 400_000 / part.Length));
            Assert.NotNull(MarkupText.Clean(text));
            Assert.NotNull(MarkupText.Clean(text + string.Concat(Enumerable.Repeat("</mrow></math>", 100))));
            if (watch.ElapsedMilliseconds > longest.Milliseconds) longest = (part, watch.ElapsedMilliseconds);
        }
        output.WriteLine($"FIGURE: hostile markup, two texts of 400 KB, longest of {parts.Length} kinds = {longest.Milliseconds} ms ({longest.Part})");
    }

    private static IEnumerable<string> Abstracts(JsonNode? node) => node switch
    {
        JsonObject thing => thing.SelectMany(part => part.Key is "abstract" ? [part.Value!.GetValue<string>()] : Abstracts(part.Value)),
        JsonArray list => list.SelectMany(Abstracts),
        _ => [],
    };
}
