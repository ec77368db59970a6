using System.Net;
using System.Text.RegularExpressions;
using Roundup.Model.Text;
using Roundup.Sources;
using Roundup.Web.Reading;

namespace Roundup.Web.Site;

/// <summary>The links in what is said of a paper that lead to papers, each with the issue in which it stands.</summary>
public sealed partial class OwnLinks
{
    private const int LinksAtMost = 60;

    private readonly Dictionary<(int Number, int Entry, string Scheme, string Value), int> _issues = [];

    public bool IsEmpty => _issues.Count == 0;

    public IReadOnlyList<int> Papers => [.. _issues.Keys.Select(k => k.Number).Where(n => n > 0)];

    public IReadOnlyList<int> Entries => [.. _issues.Keys.Select(k => k.Entry).Where(e => e > 0)];

    public IReadOnlyList<string> Schemes => [.. _issues.Keys.Select(k => k.Scheme).Where(s => s is not "").Distinct()];

    public IReadOnlyList<string> Values => [.. _issues.Keys.Select(k => k.Value).Where(v => v is not "").Distinct()];

    public int? IssueOf(int number, int entry, string scheme, string value) => _issues.TryGetValue((number, entry, scheme, value), out var issue) ? issue : null;

    public static OwnLinks Of(IReadOnlyList<Coverage> places, PaperFinder finder, string origin)
    {
        var links = new OwnLinks();
        foreach (var place in places)
        {
            var said = place.Opinions.Select(o => o.Html).Append(place.Text).SelectMany(h => Hrefs(h)).Concat(place.Links.Select(l => l.Url)).Take(LinksAtMost);
            foreach (var address in said) links.Add(address, place.Issue.Number, finder, origin);
        }

        return links;
    }

    private void Add(string address, int issue, PaperFinder finder, string origin)
    {
        var path = address.StartsWith($"{origin}/", StringComparison.OrdinalIgnoreCase) ? address[origin.Length..] : address;
        if (OfPaper().Match(path) is { Success: true } paper && int.TryParse(paper.Groups[1].ValueSpan, out var number)) _issues.TryAdd((number, 0, "", ""), issue);
        else if (OfEntry().Match(path) is { Success: true } place && int.TryParse(place.Groups[1].ValueSpan, out var entry)) _issues.TryAdd((0, entry, "", ""), issue);
        else if (OfName().Match(path) is { Success: true } named && finder.Recognise($"{named.Groups[1].Value}:{named.Groups[2].Value}") is { } known) _issues.TryAdd((0, 0, known.Scheme, known.Value), issue);
        else if (path == address && finder.Recognise(address) is { } id) _issues.TryAdd((0, 0, id.Scheme, id.Value), issue);
    }

    private static IEnumerable<string> Hrefs(SafeHtml html) => Href().Matches(html.ToString()).Select(m => WebUtility.HtmlDecode(m.Groups[1].Value));

    [GeneratedRegex("\\shref=\"([^\"]{1,2000})\"")]
    private static partial Regex Href();

    [GeneratedRegex("""^/papers/([0-9]{1,9})(?:[/?#]|$)""")]
    private static partial Regex OfPaper();

    [GeneratedRegex("""^/issues/[0-9]{1,9}(?:/[^#]*)?#e-([0-9]{1,9})$""")]
    private static partial Regex OfEntry();

    [GeneratedRegex("""^/(arxiv|doi)/([^?#]+)$""")]
    private static partial Regex OfName();
}
