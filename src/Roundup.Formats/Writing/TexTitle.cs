using System.Collections.Frozen;

namespace Roundup.Formats.Writing;

/// <summary>
/// A title as BibTeX wants it: styles set titles in small letters, so what has to keep its capitals stands in braces: acronyms, maths, and names
/// where the title's own writing shows them. Never the title as a whole.
/// </summary>
internal static class TexTitle
{
    private static readonly char[] Ends = [' ', '-', '–', '—', '/', ':', ';', ',', '.', '!', '?', '(', ')', '[', ']', '"', '“', '”', '‘'];

    private static readonly FrozenSet<string> Named = FrozenSet.ToFrozenSet(
    [
        "Bayes", "Bayesian", "Gauss", "Gaussian", "Gaussians", "Markov", "Markovian", "Monte", "Carlo", "Fourier", "Euler", "Newton", "Hessian", "Jacobian", "Fisher", "Shannon", "Turing",
        "Riemann", "Riemannian", "Euclidean", "Hilbert", "Banach", "Lipschitz", "Nash", "Bellman", "Boltzmann", "Langevin", "Wasserstein", "Kullback", "Leibler", "Laplace", "Poisson",
        "Bernoulli", "Dirichlet", "Hamiltonian", "Lagrangian", "Lyapunov", "Goodhart", "English", "Chinese", "German", "French", "Atari", "Python", "Wikipedia",
    ]);

    public static string Of(string title)
    {
        var keepsNames = IsInSmallLetters(title);
        var isShouted = title.Count(char.IsUpper) > title.Count(char.IsLower) && title.Contains(' ');
        var begins = true;
        var tex = new System.Text.StringBuilder(title.Length + 16);
        foreach (var part in TexPart.Of(title))
        {
            if (part.IsMaths)
            {
                tex.Append('{').Append(part.Text).Append('}');
                begins = false;
                continue;
            }

            foreach (var word in Words(part.Text))
            {
                var keeps = !isShouted && (HasCapitalsInside(word) || Named.Contains(word) || (keepsNames && !begins && char.IsUpper(word[0])));
                tex.Append(keeps ? $"{{{TexText.Escape(word)}}}" : TexText.Escape(word));
                if (word.Any(char.IsLetterOrDigit)) begins = false;
                else if (word[0] is ':' or '.' or '?' or '!' or '—') begins = true;
            }
        }

        return tex.ToString();
    }

    // GPT, iPhone, ImageNet, 3D; not A, nor Learning.
    private static bool HasCapitalsInside(string word) => word.AsSpan(1).ContainsAnyInRange('A', 'Z') || word.Skip(1).Any(char.IsUpper);

    // Most of its longer words begin small: what begins large is a name then.
    private static bool IsInSmallLetters(string title)
    {
        var words = title.Split(' ').Skip(1).Where(w => w.Length > 3 && char.IsLetter(w[0])).ToList();
        return words.Count(w => char.IsLower(w[0])) * 2 > words.Count;
    }

    // Words and, one by one, what stands between them; runs of one sign stay together, so that they are kept apart.
    private static IEnumerable<string> Words(string text)
    {
        for (var from = 0; from < text.Length;)
        {
            var length = Ends.Contains(text[from])
                ? text.AsSpan(from).IndexOfAnyExcept(text[from])
                : text.AsSpan(from).IndexOfAny(Ends);
            var to = length < 0 ? text.Length : from + length;
            yield return text[from..to];
            from = to;
        }
    }
}
