using System.Diagnostics;
using Roundup.Sources;

namespace Roundup.Tests.Sources;

[Collection(Measured.Name)]
public class Plain_text_of_papers(ITestOutputHelper output)
{
    [Theory]
    [InlineData("The Colin de Verdi\\`ere number and graphs of polytopes", "The Colin de Verdière number and graphs of polytopes")]
    [InlineData("focusing nonlinear Schr\\\"odinger equation and the {\\it tritronqu\\'ee} solution to the Painlev\\'e-I equation", "focusing nonlinear Schrödinger equation and the tritronquée solution to the Painlevé-I equation")]
    [InlineData("`St\\\"uckelberg interferometry' with ultracold molecules", "‘Stückelberg interferometry’ with ultracold molecules")]
    [InlineData("Z^0 \\to 2\\gamma and the Twisted Coproduct of the Poincar\\'{e} Group", "Z^0 \\to 2\\gamma and the Twisted Coproduct of the Poincaré Group")]
    [InlineData("Complete Set for the $^{12}{\\rm C}(p,n)$ Reaction at 0$^{\\circ}$", "Complete Set for the $^{12}{\\rm C}(p,n)$ Reaction at 0$^{\\circ}$")]
    [InlineData("part of the ``Holy Trinity'' of the Jensen--Shannon family---so", "part of the “Holy Trinity” of the Jensen–Shannon family—so")]
    [InlineData("''phase transitions'' in grokking", "“phase transitions” in grokking")]
    [InlineData("the \\emph{oracle problem}. And \\textbf{bold \\textit{both}}", "the oracle problem. And bold both")]
    [InlineData("cut off \\emph{oracle", "cut off oracle")]
    [InlineData("either: (i.i.d.\\ samples) on the set of~$X$ (it~detects), about ~10", "either: (i.i.d. samples) on the set of $X$ (it detects), about ~10")]
    [InlineData("Erd\\H{o}s, Bla\\v{z}ek, \\c{C}elik, \\L ukasz, Stra\\ss{}e, na\\\"{\\i}ve, \\AA rhus", "Erdős, Blažek, Çelik, Łukasz, Straße, naïve, Århus")]
    [InlineData("earns $35,000 or $5 and $6; 25\\% of \\$7 \\& more", "earns $35,000 or $5 and $6; 25% of $7 & more")]
    [InlineData("as shown \\cite{a,b}. See \\href{https://x.org/a_b}{the page} and \\url{https://x.org/~c--d}", "as shown. See the page and https://x.org/~c--d")]
    [InlineData("a  hard\n  wrapped-\nline &amp; \u00A0more", "a hard wrapped-line & more")]
    [InlineData("is \\[\\tilde{O}(n)\\] and \\(a--b\\) and $$c--d$$", "is \\[\\tilde{O}(n)\\] and \\(a--b\\) and $$c--d$$")]
    [InlineData("sets {1,...,n} and \\unknown{x} stay", "sets {1,...,n} and \\unknown{x} stay")]
    [InlineData("run with --flag; don't", "run with --flag; don't")]
    [InlineData("\\vec{x} \\underline{u}", "\\vec{x} u")]
    [InlineData("0", "0")]
    [InlineData(" \n", "")]
    public void TeX_of_the_text_becomes_Unicode_and_maths_stays(string source, string plain) => Assert.Equal(plain, PaperText.Clean(source));

    [Theory]
    // The joined word, or one of its halves, says what it is.
    [InlineData("a trans-\nformer model", "a transformer model")]
    [InlineData("gen-\n  eral-\r\nization", "generalization")]
    [InlineData("state-of-the-\nart and well-\nknown", "state-of-the-art and well-known")]
    [InlineData("GPT-\n3 and BERT-\nLarge by Smith-\nJones", "GPT-3 and BERT-Large by Smith-Jones")]
    [InlineData("in-\ncontext and in-context", "in-context and in-context")]
    [InlineData("the graph of a net is a graph-\nnet", "the graph of a net is a graph-net")]
    [InlineData("web-\nsite, our website", "website, our website")]
    [InlineData("short-\nand long-term", "short- and long-term")]
    [InlineData("short- and long-term - or so", "short- and long-term - or so")]
    [InlineData("uniformly-\ndistributed, text-\nto-image", "uniformly-distributed, text-to-image")]
    [InlineData("$a-\nb$ and x -\ny", "$a- b$ and x - y")]
    [InlineData("trans\u2010\nformer, re\u00ADnor\u00AD\nmal", "transformer, renormal")]
    [InlineData("A-\nlevel, x-\nray", "A-level, x-ray")]
    [InlineData("ends in a hyphen-\n", "ends in a hyphen-")]
    public void A_word_that_a_line_end_parted_is_whole_again(string source, string plain) => Assert.Equal(plain, PaperText.Clean(source));

    [Theory]
    [InlineData("con\u00ADtext, a\u200Bb, \uFEFFc, d\u2060e, f\u0007g", "context, ab, c, de, fg")]
    [InlineData("eﬃcient ﬁne-tuning of ﬂows oﬀ", "efficient fine-tuning of flows off")]
    [InlineData("10\u00A0% of\u202Fit\u2003so", "10 % of it so")]
    [InlineData("a &amp;lt; b &amp;amp; c &lt; d &amp; e &amp;eacute; &amp;#8211;", "a < b & c < d & e é –")]
    [InlineData("<b>R&amp;amp;D</b>", "<b>R&amp;D</b>")]
    [InlineData("AT&T &c; R&D; a&b", "AT&T &c; R&D; a&b")]
    [InlineData("می\u200Cخواهم 👩\u200D🔬 a\u200Db", "می\u200Cخواهم 👩\u200D🔬 ab")]
    public void What_nobody_sees_is_gone(string source, string plain) => Assert.Equal(plain, PaperText.Clean(source));

    [Theory]
    [InlineData("in O(n2)O(n^2) time", "in $O(n^2)$ time")]
    [InlineData("in O(n2)O(n^2)O(n2) time", "in $O(n^2)$ time")]
    [InlineData("the L∞L_\\infty norm, α\\alpha and ϵ\\varepsilon", "the $L_\\infty$ norm, $\\alpha$ and $\\varepsilon$")]
    [InlineData("for 𝑥∈ℝ𝑛x\\in\\mathbb{R}^{n}, we", "for $x\\in\\mathbb{R}^{n}$, we")]
    [InlineData("is 𝒪(nlog⁡n)\\mathcal{O}(n\\log n).", "is $\\mathcal{O}(n\\log n)$.")]
    [InlineData("with x ∈ Sx \\in S, so", "with $x \\in S$, so")]
    [InlineData("in O(n2)$O(n^2)$ time and (α $\\alpha$)", "in $O(n^2)$ time and ($\\alpha$)")]
    [InlineData("10−310^{-3} or 95%95\\%", "$10^{-3}$ or $95\\%$")]
    [InlineData("θ̂ is x2x^3, foo foo_bar, foobar foo_bar, xx_1, n $n$, H_2 H_2O", "θ̂ is x2x^3, foo foo_bar, foobar foo_bar, xx_1, n $n$, H_2 H_2O")]
    [InlineData("C:\\alpha, a\\_b, \\$x_1, alpha\\alpha", "C:\\alpha, a_b, $x_1, alpha\\alpha")]
    [InlineData("x = yx ~ y, 22 22^{2}, aa_a_b", "x = yx ~ y, 22 22^{2}, aa_a_b")]
    public void A_doubled_formula_stands_once(string source, string plain) => Assert.Equal(plain, PaperText.Clean(source));

    [Theory]
    [InlineData("so $\\textit{Embedded agents}$ of $Drosophila$ $melanogaster$", "so Embedded agents of Drosophila melanogaster")]
    [InlineData("$SGD$, $CP$, $True$, $mnpq$, $\\textit{a}_b$, $\\text{if }x$", "$SGD$, $CP$, True, $mnpq$, $\\textit{a}_b$, $\\text{if }x$")]
    [InlineData("$$$ is no maths, $$ neither", "$$$ is no maths, $$ neither")]
    public void Words_in_dollars_are_words(string source, string plain) => Assert.Equal(plain, PaperText.Clean(source));

    [Theory]
    [InlineData("Abstract: We study.", "We study.")]
    [InlineData("ABSTRACT. We study.", "We study.")]
    [InlineData("Abstract—We study.", "We study.")]
    [InlineData("Summary — We study.", "We study.")]
    [InlineData("Abstract\nWe study.", "We study.")]
    [InlineData("AbstractWe study.", "We study.")]
    [InlineData("Abstract - a view", "a view")]
    [InlineData("Abstract interpretation is old.", "Abstract interpretation is old.")]
    [InlineData("AbstractFactory is a pattern.", "AbstractFactory is a pattern.")]
    [InlineData("Summary statistics: a view", "Summary statistics: a view")]
    [InlineData("Abstract:", "Abstract:")]
    [InlineData(null, "")]
    public void An_abstract_does_not_say_that_it_is_one(string? source, string plain) => Assert.Equal(plain, PaperText.CleanAbstract(source));

    [Theory]
    [InlineData("\\emph{")]
    [InlineData("{\\it ")]
    [InlineData("}")]
    [InlineData("$ a")]
    [InlineData("$a ")]
    [InlineData("\\href{")]
    [InlineData("\\[")]
    [InlineData("`")]
    [InlineData("`a ")]
    [InlineData("\\")]
    [InlineData("\\\"")]
    [InlineData("-")]
    [InlineData("https://")]
    [InlineData("&amp;")]
    [InlineData("&amp;amp;")]
    [InlineData("ab-\n")]
    [InlineData("trans-\nformer ")]
    [InlineData("\u00AD\n")]
    [InlineData("\u00AD ")]
    [InlineData("x^")]
    [InlineData("xx_")]
    [InlineData("x x^2 ")]
    [InlineData("aaaaaaaaaa\\alpha")]
    [InlineData("O(n2)O(n^2)")]
    public void Hostile_strings_are_linear(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 300_000 / piece.Length));
        var watch = Stopwatch.StartNew();
        PaperText.Clean(text);
        // Doubled formulas are looked for in short texts only.
        PaperText.Clean(text[..20_000]);
        output.WriteLine($"{piece}…: {watch.ElapsedMilliseconds} ms");
        Assert.True(watch.ElapsedMilliseconds < 60_000);
    }
}
