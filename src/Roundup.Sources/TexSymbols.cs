using System.Collections.Frozen;

namespace Roundup.Sources;

/// <summary>What a reader sees where maths has a command: what a copy of a page holds beside the TeX.</summary>
internal static class TexSymbols
{
    private static readonly FrozenDictionary<string, string> Signs = FrozenDictionary.ToFrozenDictionary<string, string>(
    [
        .. Greek(), new("infty", "∞"), new("in", "∈"), new("notin", "∉"), new("le", "≤"), new("leq", "≤"), new("ge", "≥"), new("geq", "≥"), new("ll", "≪"), new("gg", "≫"), new("ne", "≠"),
        new("neq", "≠"), new("times", "×"), new("cdot", "⋅"), new("to", "→"), new("rightarrow", "→"), new("leftarrow", "←"), new("mapsto", "↦"), new("Rightarrow", "⇒"), new("sim", "∼"),
        new("approx", "≈"), new("equiv", "≡"), new("propto", "∝"), new("ell", "ℓ"), new("partial", "∂"), new("nabla", "∇"), new("sum", "∑"), new("prod", "∏"), new("int", "∫"), new("pm", "±"),
        new("subset", "⊂"), new("subseteq", "⊆"), new("cup", "∪"), new("cap", "∩"), new("forall", "∀"), new("exists", "∃"), new("ldots", "…"), new("dots", "…"), new("cdots", "⋯"),
        new("mid", "∣"), new("circ", "∘"), new("star", "⋆"), new("ast", "∗"), new("otimes", "⊗"), new("oplus", "⊕"), new("top", "⊤"), new("bot", "⊥"), new("sqrt", "√"), new("langle", "⟨"),
        new("rangle", "⟩"), new("prime", "′"), new("degree", "°"), new("emptyset", "∅"), new("lfloor", "⌊"), new("rfloor", "⌋"), new("lceil", "⌈"), new("rceil", "⌉"), new("dagger", "†"),
    ]);

    private static readonly FrozenSet<string> Spoken = FrozenSet.ToFrozenSet(
    [
        "log", "ln", "exp", "max", "min", "sup", "inf", "lim", "arg", "argmax", "argmin", "sin", "cos", "tan", "tanh", "det", "dim", "ker", "deg", "gcd", "Pr", "mod",
    ]);

    private static readonly FrozenSet<string> Unseen = FrozenSet.ToFrozenSet(
    [
        "mathcal", "mathbf", "mathbb", "mathrm", "mathit", "mathsf", "mathtt", "mathscr", "mathfrak", "boldsymbol", "bm", "text", "textrm", "textit", "textbf", "operatorname", "left", "right",
        "big", "Big", "bigg", "Bigg", "bigl", "bigr", "displaystyle", "textstyle", "limits", "nolimits", "quad", "rm", "bf", "it", "cal", "frac", "mathop", "mathrel",
    ]);

    /// <summary>The characters seen for a command, "" for one that changes only how others look; null for one that is not known here.</summary>
    public static string? Seen(string command) =>
        Signs.TryGetValue(command, out var sign) ? sign : Spoken.Contains(command) ? command : Unseen.Contains(command) ? "" : null;

    private static IEnumerable<KeyValuePair<string, string>> Greek()
    {
        string[] names = ["alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa", "lambda", "mu", "nu", "xi", "omicron", "pi", "rho", "", "sigma", "tau", "upsilon", "phi", "chi", "psi", "omega"];
        for (var i = 0; i < names.Length; i++)
        {
            if (names[i] is "") continue;
            yield return new(names[i], $"{(char)('α' + i)}");
            yield return new($"{char.ToUpperInvariant(names[i][0])}{names[i][1..]}", $"{(char)('Α' + i)}");
        }
        yield return new("varepsilon", "ε");
        yield return new("vartheta", "θ");
        yield return new("varphi", "φ");
        yield return new("varrho", "ρ");
        yield return new("varsigma", "σ");
    }
}
