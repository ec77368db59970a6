using System.Diagnostics;
using System.Text.Json;
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
    [InlineData("a  hard\n  wrapped-\nline &amp; \u00A0more", "a hard wrapped- line & more")]
    [InlineData("is \\[\\tilde{O}(n)\\] and \\(a--b\\) and $$c--d$$", "is \\[\\tilde{O}(n)\\] and \\(a--b\\) and $$c--d$$")]
    [InlineData("sets {1,...,n} and \\unknown{x} stay", "sets {1,...,n} and \\unknown{x} stay")]
    [InlineData("run with --flag; don't", "run with --flag; don't")]
    [InlineData("\\vec{x} \\underline{u}", "\\vec{x} u")]
    [InlineData("0", "0")]
    [InlineData(" \n", "")]
    public void TeX_of_the_text_becomes_Unicode_and_maths_stays(string source, string plain) => Assert.Equal(plain, PaperText.Clean(source));

    [Fact]
    public void Real_strings_keep_their_words_and_their_maths()
    {
        var strings = JsonDocument.Parse(File.ReadAllText(SharedFolder.Path("fixtures", "tex", "real_tex_strings.json"))).RootElement;
        var changed = 0;
        foreach (var text in strings.EnumerateArray().Select(entry => entry.GetProperty("text").GetString()!))
        {
            var plain = PaperText.Clean(text);
            if (plain != text) changed++;
            Assert.DoesNotMatch(@"\\emph|\\['""`^]|``|''|  |\n|(?<!\$[^$]*)\\ ", plain);
            Assert.Equal(text.Count(c => c is '$'), plain.Count(c => c is '$'));
            Assert.InRange(plain.Length, text.Length * 9 / 10, text.Length);
            Assert.Equal(plain, PaperText.Clean(plain));
        }
        output.WriteLine($"{strings.GetArrayLength()} real strings, {changed} changed");
        Assert.Equal(24, strings.GetArrayLength());
    }

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
    public void Hostile_strings_are_linear(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 300_000 / piece.Length));
        var watch = Stopwatch.StartNew();
        PaperText.Clean(text);
        output.WriteLine($"{piece}…: {watch.ElapsedMilliseconds} ms");
        Assert.True(watch.ElapsedMilliseconds < 2000);
    }
}
