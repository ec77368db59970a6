using Microsoft.Extensions.DependencyInjection;
using Roundup.Model.Papers;

namespace Roundup.Sources;

/// <summary>Finds out which papers a text names. Pure: asks nobody, remembers nothing, throws for no text, and takes time linear in it.</summary>
public sealed class PaperFinder
{
    private readonly IPaperScheme[] _schemes;

    /// <summary>With every authority of this assembly.</summary>
    public PaperFinder() : this(Scan()) { }

    public PaperFinder(IEnumerable<IPaperScheme> schemes) => _schemes = [.. schemes];

    /// <summary>Every class of this assembly that names papers; there is no list to keep.</summary>
    internal static IEnumerable<Type> SchemeTypes =>
        typeof(PaperFinder).Assembly.GetTypes().Where(type => type is { IsAbstract: false, IsClass: true } && type.IsAssignableTo(typeof(IPaperScheme)));

    /// <summary>Reads one address or id. Null for what no authority names.</summary>
    /// <param name="fragment">As pasted: blanks, brackets and the sentence's punctuation around it do no harm.</param>
    /// <param name="anyPage">
    /// Any other http or https address becomes a paper of the scheme <see cref="PaperScheme.Url"/>: for an editor who said that it is one.
    /// </param>
    public PaperId? Recognise(string fragment, bool anyPage = false)
    {
        var text = Pasted.Clean(fragment);
        if (text is "") return null;

        return Named(text) ?? Wrapped(text) ?? (anyPage && WebAddress.Read(text) is { HasScheme: true } page ? Page(page) : null);
    }

    /// <summary>
    /// The papers that a text names, in order, each once (by <see cref="PaperId.Key"/>): by address, bare or in a Markdown link; by DOI; by
    /// the id of an authority. Other addresses count where <see cref="PaperPages"/> says so. Titles are not searched for.
    /// </summary>
    /// <param name="text">Plain text or Markdown, of any length.</param>
    public IReadOnlyList<FoundPaper> Find(string text)
    {
        var found = new List<FoundPaper>();
        var taken = new List<(int Start, int End)>();
        foreach (var (start, length, hasScheme) in Prose.Addresses(text))
        {
            var id = Read(text.Substring(start, length), hasScheme);
            if (id is not null) found.Add(new(id, text.Substring(start, length), start));
            // math.GT/0309136 looks like an address without https://; what nobody knows stays free for the ids.
            if (id is not null || hasScheme) taken.Add((start, start + length));
        }
        // DOIs first: they hold what looks like arXiv ids.
        foreach (var scheme in _schemes.OfType<INamedInProse>().OrderByDescending(scheme => scheme is Doi))
            AddNames(scheme, text, found, taken);

        return [.. found.OrderBy(paper => paper.Start).DistinctBy(paper => paper.Id.Key)];
    }

    private void AddNames(INamedInProse scheme, string text, List<FoundPaper> found, List<(int Start, int End)> taken)
    {
        taken.Sort();
        var (next, added) = (0, new List<(int, int)>());
        foreach (var (start, length) in scheme.NamesIn(text))
        {
            while (next < taken.Count && taken[next].End <= start) next++;
            if (next < taken.Count && taken[next].Start < start + length) continue;

            var (offset, inner) = Pasted.Trim(text.AsSpan(start, length)).GetOffsetAndLength(length);
            var name = text.Substring(start + offset, inner);
            if (Recognise(name) is not { } id) continue;

            found.Add(new(id, name, start + offset));
            added.Add((start, start + length));
        }
        taken.AddRange(added);
    }

    private PaperId? Read(string address, bool hasScheme)
    {
        if (Recognise(address) is { } id) return id;
        return hasScheme && WebAddress.Read(address) is { } page && PaperPages.Has(page) ? Page(page) : null;
    }

    private PaperId? Named(string text)
    {
        foreach (var scheme in _schemes)
            if (scheme.Recognise(text) is { } id) return id;
        return null;
    }

    // web.archive.org/web/2020/https://arxiv.org/…, google.com/url?q=https%3A%2F%2F…: an address within an address.
    private PaperId? Wrapped(string text)
    {
        var decoded = text.Length > 10 ? WebAddress.Decoded(text) : "";
        var inner = decoded.LastIndexOf("://", StringComparison.Ordinal) is > 8 and var at ? decoded.LastIndexOf("http", at, StringComparison.OrdinalIgnoreCase) : -1;
        if (inner <= 0) return null;

        var address = decoded[inner..];
        return Named(address) ?? (address.IndexOf('&') is > 0 and var end ? Named(address[..end]) : null);
    }

    private static PaperId? Page(WebAddress page) =>
        page.Text.Length <= PaperId.MaxLength ? new(PaperScheme.Url, page.Text) : null;

    private static IEnumerable<IPaperScheme> Scan()
    {
        using var nothing = new ServiceCollection().BuildServiceProvider();
        return [.. SchemeTypes.Select(type => (IPaperScheme)ActivatorUtilities.CreateInstance(nothing, type))];
    }
}
