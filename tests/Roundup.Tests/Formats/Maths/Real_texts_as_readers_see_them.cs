using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using Roundup.Formats;
using Roundup.Model.Text;
using Roundup.Sources;

namespace Roundup.Tests.Formats.Maths;

/// <summary>From a source's text to the page: cleaned, then rendered.</summary>
public sealed partial class Real_texts_as_readers_see_them
{
    // Of each of the 24 strings: how many formulas it has, and what a reader reads in it, written by hand. Between ⟨ and ⟩ is maths.
    private static readonly (int Formulas, string[] Seen)[] Expected =
    [
        (0, ["x*0 = 0, i.e.,", "generously awarded $35,000 in total"]),
        (15, ["number of i.i.d. samples required", "distributions ⟨p⟩ and ⟨q⟩ in either: (i)", "prior distribution ⟨(π,1−π)⟩.", "all ⟨0≤α,β≤1/8⟩ in", "from the Jensen–Shannon and Hellinger", "an ⟨f⟩-divergence inequality"]),
        (6, ["only ⟨50⟩ tests", "only ⟨1000⟩ samples", "achieve ⟨25%⟩ accuracy", "from ⟨0.001⟩ to ⟨0.5⟩."]),
        (0, ["part of the “Holy Trinity” of hypothesis", "for almost 20 years."]),
        (2, ["no more than ⟨r>0⟩ samples", "no more than ⟨r⟩ '1's in each row"]),
        (1, ["⟨ω⟩Test: WebView-Oriented"]),
        (3, ["We develop ⟨ω⟩Test, a test", "⟨ω⟩Test detected 36"]),
        (20, ["over ⟨{1,…,n}⟩, is it ⟨ε1⟩-close", "complexity is ⟨Θ(n)⟩, strongly", "a single ⟨log⁡n⟩ factor", ",⟩ providing a smooth tradeoff", "ratio ⟨ε1/ε22⟩, and"]),
        (0, ["face the oracle problem. In this work"]),
        (9, ["specifies a subset ⟨S⟩ of", "using ⟨O~(ε−2)⟩ queries", "tight bound of ⟨Θ~(log⁡N⋅ε−2)⟩ for", "⟩-query algorithm of Canonne et al. [CRS15]."]),
        (7, ["process ⟨X⟩ derived", "of ⟨ℓ1⟩-minimization", "index set of ⟨X⟩ and", "method is more powerful (it detects sparse"]),
        (5, ["i.e. ⟨X∼N(𝛉,I∞)⟩, where ⟨𝛉∈Γ⊂ℓ2⟩ is", "whenever ⟨Γ⟩ is", "for ⟨ℓp⟩-bodies"]),
        (12, ["any smooth ⟨f:ℝn→ℝ⟩, ⟨𝐱∈ℝn⟩, and ⟨ε>0⟩, we", "is ⟨ε⟩-close or ⟨2ε⟩-far", "using ⟨O(1)⟩ queries"]),
        (3, ["determining ⟨k⟩ anomalous", "the rest ⟨(n−k)⟩ random", "algorithms - LASSO based"]),
        (6, ["size ⟨N⟩ and at most ⟨K⟩ defective", "complexity of ⟨O(MN)⟩."]),
        (8, ["planar graph ⟨G(V,E)⟩ and", "in the ⟨y⟩-direction and, for any ⟨u,v∈V⟩ with ⟨γ(u)<γ(v)⟩, it holds ⟨y(u)<y(v)⟩."]),
        (1, ["1T-TiSe⟨2⟩"]),
        (0, ["The Colin de Verdière number"]),
        (0, ["nonlinear Schrödinger equation", "and the tritronquée solution to the Painlevé-I equation"]),
        (0, ["‘Stückelberg interferometry’ with"]),
        (2, ["for the ⟨12C(p,n)⟩ Reaction at 296 MeV and 0⟨∘⟩"]),
        (0, [@"Z^0 \to 2\gamma and", "the Poincaré Group"]),
        (1, ["the rare ⟨Bs0→μ+μ−⟩ decay"]),
        (3, ["Search for ⟨CP⟩ violation in ⟨D(s)+→h+π0⟩ and ⟨D(s)+→h+η⟩ decays"]),
    ];

    public static TheoryData<int> Strings() => new(Enumerable.Range(0, Expected.Length));

    [Theory, MemberData(nameof(Strings))]
    public void Strings_with_TeX_read_as_they_should(int index)
    {
        var html = PlainText.Render(PaperText.CleanAbstract(Abstracts.OfTex()[index])).Html.ToString();
        var (seen, formulas) = Seen(html);

        Assert.Equal(Expected[index].Formulas, formulas);
        Assert.All(Expected[index].Seen, words => Assert.Contains(words, seen));
        if (index is not (0 or 21)) Assert.DoesNotMatch(@"[$\\]", seen);
    }

    [Fact]
    public void There_are_as_many_strings_as_expectations() => Assert.Equal(Expected.Length, Abstracts.OfTex().Count);

    [Fact]
    public void No_word_of_a_real_text_is_lost_by_cleaning() => Assert.All(Abstracts.All(), text =>
    {
        var clean = PaperText.CleanAbstract(text);

        // TeX's commands go and accents become letters, so words are compared as they are outside of both.
        var left = new Queue<string>(Outside(clean));
        foreach (var word in Outside(text).Where(word => Plain().IsMatch(word)))
        {
            while (left.Count > 0 && left.Peek() != word) left.Dequeue();
            Assert.True(left.Count > 0, $"{word} is lost.");
            left.Dequeue();
        }

        Assert.Equal(clean, PaperText.CleanAbstract(clean));
        // Maths stays as it is, but for words in dollars; where those stood in other dollars, the outer ones find one another.
        var (whole, words) = (Dollars().Replace(text, ""), MathsInText.Find(clean).Select(span => span.Tex(clean)).ToList());
        Assert.All(words, tex => Assert.Contains(Bare(tex), Bare(whole)));
        Assert.All(MathsInText.Find(text).Select(span => span.Tex(text)).Except(words), tex => Assert.Matches(@"^(\\textit\{[\w ]+\}|\w{4,})$|\n", tex));
        static string Bare(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c) && c is not ('{' or '}')));
    });

    [Fact]
    public void No_word_of_a_real_text_is_lost_by_rendering() => Assert.All(Abstracts.All(), text =>
    {
        using var page = new HtmlParser().ParseDocument(PlainText.Render(text).Html.ToString());
        foreach (var math in page.QuerySelectorAll("math")) math.OuterHtml = math.GetAttribute("alttext")!.Replace("&", "&amp;").Replace("<", "&lt;");

        Assert.Equal(Letters(Dollars().Replace(TexSigns.Set(text), "")), Letters(Dollars().Replace(page.Body!.TextContent, "")));
        static string Letters(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
    });

    private static (string Text, int Formulas) Seen(string html)
    {
        using var page = new HtmlParser().ParseDocument(html);
        var formulas = page.QuerySelectorAll("math").ToList();
        foreach (var math in formulas) math.OuterHtml = $"⟨{math.TextContent.Replace("<", "&lt;")}⟩";
        return (page.Body!.TextContent, formulas.Count);
    }

    private static string[] Outside(string text)
    {
        foreach (var span in MathsInText.Find(text).Reverse()) text = text.Remove(span.Start, span.Length).Insert(span.Start, " ");
        return [.. text.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries).Select(word => word.Trim('.', ',', ';', ':', '(', ')', '?', '!')).Where(word => word is not "")];
    }

    [GeneratedRegex(@"^[A-Za-z0-9.,;:()%?!/]+$")]
    private static partial Regex Plain();

    [GeneratedRegex(@"\$|\\[()\[\]]")]
    private static partial Regex Dollars();
}
