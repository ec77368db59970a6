using Roundup.Model.Text;

namespace Roundup.Sources.Pages;

/// <summary>
/// What a site calls itself, to tell its name from the words of a title. What stands behind the last <c>|</c>, <c>–</c>, <c>-</c>, <c>·</c> or
/// <c>\</c> of a title is the site's name where it is the name that the page gives for its site, or consists of nothing but parts of the host's
/// name: <c>– LessWrong</c>, <c>| OpenReview</c>, <c>- Nature</c>, <c>— Google DeepMind</c>.
/// </summary>
internal sealed class SiteWords
{
    private static readonly string[] Separators = [" | ", " - ", " – ", " — ", " · ", " • ", " :: ", " » ", " \\ ", " / "];

    private readonly HashSet<string> _names;
    private readonly HashSet<string> _labels;

    private SiteWords(string name, HashSet<string> names, HashSet<string> labels) => (Name, _names, _labels) = (name, names, labels);

    /// <summary>As the page gives it; "" where it doesn't.</summary>
    public string Name { get; }

    public static SiteWords Of(PageOutline page)
    {
        string[] given = [page.First("og.site_name"), page.First("application-name"), page.First("apple-mobile-web-app-title"), page.First("twitter.app.name.iphone")];
        var host = page.Address.Host.ToLowerInvariant();
        var labels = host.Split('.').Where(label => label is not ("www" or "com" or "co")).ToArray();
        HashSet<string> names = [.. given.Select(Letters.Only), Letters.Only(host), Letters.Only(string.Concat(labels)), Letters.Only(string.Concat(labels.SkipLast(1)))];
        names.Remove("");
        return new(given.FirstOrDefault(name => name is not "") ?? "", names, [.. labels.Select(Letters.Only), .. labels.SelectMany(label => label.Split('-'))]);
    }

    /// <summary>Whether a text is the site's name and nothing else.</summary>
    public bool IsName(string text)
    {
        var letters = Letters.Only(text);
        if (letters is "") return false;
        if (_names.Contains(letters)) return true;

        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Letters.Only).Where(word => word is not "").ToArray();
        return words.Length <= 4 && words.All(_labels.Contains);
    }

    /// <summary>
    /// A title without the site's name behind it, nor before it. A heading of the page that reads like the whole title shows that the name is
    /// the title's own.
    /// </summary>
    public string Without(string title, IReadOnlyList<string> headings)
    {
        if (headings.Any(heading => Letters.Only(heading) == Letters.Only(title))) return title;

        // "Title - by Author - Site | Platform" at most.
        for (var cut = 0; cut < 3; cut++)
        {
            var (at, length) = Last(title);
            if (at > 0 && IsName(title[(at + length)..])) title = title[..at].TrimEnd();
            else break;
        }
        var (first, long_) = First(title);
        return first > 0 && IsName(title[..first]) ? title[(first + long_)..].TrimStart() : title;
    }

    /// <summary>The first of these that is more than the site's name, which some write on all their pages.</summary>
    public string TitleOf(PageOutline page, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            if (Without(page.First(name), page.Headings) is { Length: > 0 } title && !IsName(title)) return title;
        return "";
    }

    /// <summary>The parts of a title between its separators.</summary>
    public static string[] Parts(string title) => title.Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static (int At, int Length) Last(string title) =>
        Separators.Select(separator => (title.LastIndexOf(separator, StringComparison.Ordinal), separator.Length)).Max();

    private static (int At, int Length) First(string title) =>
        Separators.Select(separator => (At: title.IndexOf(separator, StringComparison.Ordinal), separator.Length)).Where(found => found.At > 0).DefaultIfEmpty().Min();
}
