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
        var legible = Legible.Of(text);
        var papers = BestOfEach(ReferenceEntries.In(legible.Text), [.. FindIn(legible.Text).OrderBy(paper => paper.Start)]);
        return [.. papers.DistinctBy(paper => paper.Id.Key).Select(paper => AsPasted(paper, legible))];
    }

    private List<FoundPaper> FindIn(string text)
    {
        var found = new List<FoundPaper>();
        var taken = new List<(int Start, int End)>();
        foreach (var (start, length, hasScheme) in Prose.Addresses(text).Concat(EncodedAddresses(text)))
        {
            var end = start + length;
            var id = Read(text, start, end, hasScheme) ?? Continued(text, start, ref end);
            if (id is not null) found.Add(new(id, text[start..end], start));
            // math.GT/0309136 looks like an address without https://; what nobody knows stays free for the ids.
            if (id is not null || hasScheme) taken.Add((start, end));
        }
        // DOIs first: they hold what looks like arXiv ids.
        foreach (var scheme in _schemes.OfType<INamedInProse>().OrderByDescending(scheme => scheme is Doi))
            AddNames(scheme, text, found, taken);

        // Alone, an id may be of a kind that is not looked for within sentences.
        return found is [] && Named(Pasted.Clean(text)) is { } only ? [new(only, text.Trim(), text.Length - text.TrimStart().Length)] : found;
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

    private PaperId? Read(string text, int start, int end, bool hasScheme)
    {
        var address = text[start..end];
        if (Recognise(address) is { } id) return !ForumPosts.Has(id) || Prose.FillsLine(text, start, end) ? id : null;
        return hasScheme && WebAddress.Read(address) is { } page && PaperPages.Has(page) ? Page(page) : null;
    }

    private PaperId? Continued(string text, int start, ref int end)
    {
        if (WrappedLines.Rest(text, end) is not { } rest) return null;

        var restEnd = rest.Start + Pasted.Trim(text.AsSpan(rest.Start, rest.End - rest.Start)).End.GetOffset(rest.End - rest.Start);
        if (Named(text[start..WrappedLines.RawEnd(text, end)] + text[rest.Start..restEnd]) is not { } id || id.Value.StartsWith("10/", StringComparison.Ordinal)) return null;

        end = restEnd;
        return id;
    }

    // https%3A%2F%2Farxiv.org%2F…, taken out of another address.
    private static IEnumerable<(int Start, int Length, bool HasScheme)> EncodedAddresses(string text)
    {
        for (var at = 0; text.IndexOf("%3A%2F%2F", at, StringComparison.OrdinalIgnoreCase) is >= 0 and var found;)
        {
            var start = found - (found > 4 && text[found - 1] is 's' or 'S' ? 5 : 4);
            var isOne = start >= at && text.AsSpan(start).StartsWith("http", StringComparison.OrdinalIgnoreCase) && (start is 0 || char.IsWhiteSpace(text[start - 1]));
            at = isOne ? Prose.EndOfName(text, found + 9) : found + 9;
            if (isOne) yield return (start, at - start, false);
        }
    }

    /// <summary>Of the names within one entry of a reference list the best is kept: arXiv's, else a DOI, else another authority's, else a page.</summary>
    private static List<FoundPaper> BestOfEach(IReadOnlyList<ReferenceEntry> entries, List<FoundPaper> found)
    {
        if (entries.Count is 0) return found;

        var kept = new List<FoundPaper>();
        var at = 0;
        foreach (var entry in entries.OrderBy(entry => entry.Start))
        {
            while (at < found.Count && found[at].Start < entry.Start) kept.Add(found[at++]);
            var within = at;
            while (at < found.Count && found[at].Start < entry.End) at++;
            if (ReferenceNames.Best(entry, found[within..at]) is { } best) kept.Add(best);
        }
        kept.AddRange(found[at..]);
        return kept;
    }

    private static FoundPaper AsPasted(FoundPaper paper, Legible legible)
    {
        var (start, words) = legible.AsPasted(paper.Start, paper.Text.Length);
        return paper with { Start = start, Text = words };
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
