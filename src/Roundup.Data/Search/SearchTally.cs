using System.Globalization;
using Roundup.Model.Search;

namespace Roundup.Data.Search;

/// <summary>
/// Counts what results can be narrowed to. Each facet is counted among the documents that fit what is chosen in the others, so that a choice can be
/// exchanged for another.
/// </summary>
internal sealed class SearchTally
{
    /// <summary>The longest list that is offered.</summary>
    public const int Longest = 40;

    private readonly Dictionary<int, int> _years = [];
    private readonly Dictionary<string, (string Name, int Count)> _venues = [];
    private readonly Dictionary<string, string> _keys = [];

    public Dictionary<int, int> Topics { get; } = [];

    public int WithCode { get; private set; }

    public bool IsEmpty => Topics.Count + _years.Count + _venues.Count + WithCode == 0;

    public IReadOnlyList<SearchFacet> YearFacets => [.. _years.OrderByDescending(y => y.Key).Take(Longest)
        .Select(y => new SearchFacet(y.Key.ToString(CultureInfo.InvariantCulture), y.Key.ToString(CultureInfo.InvariantCulture), y.Value))];

    public IReadOnlyList<SearchFacet> VenueFacets => [.. _venues.OrderByDescending(v => v.Value.Count).ThenBy(v => v.Key, StringComparer.Ordinal).Take(Longest)
        .Select(v => new SearchFacet(v.Key, v.Value.Name, v.Value.Count))];

    public static SearchTally Of(SearchCandidateList list, SearchFilter chosen)
    {
        var tally = new SearchTally();
        foreach (var row in list.Rows.Take(Math.Min(list.Newest, SearchReading.Counted))) tally.Add(row, chosen);
        return tally;
    }

    private void Add(SearchCandidate row, SearchFilter chosen)
    {
        var ofTopic = chosen.Topic is not { } topic || Ids(row.Topics).Contains(topic);
        var ofYear = chosen.Year is not { } year || row.Year == year;
        var ofVenue = chosen.Venue is not { } venue || KeyOf(row.Venue) == venue;
        var ofCode = !chosen.HasCode || row.HasCode;
        if (ofYear && ofVenue && ofCode)
            foreach (var id in Ids(row.Topics)) Topics[id] = Topics.GetValueOrDefault(id) + 1;
        if (ofTopic && ofVenue && ofCode && row.Year > 0) _years[row.Year] = _years.GetValueOrDefault(row.Year) + 1;
        if (ofTopic && ofYear && ofCode && KeyOf(row.Venue) is { Length: > 0 } key) _venues[key] = (_venues.GetValueOrDefault(key).Name ?? row.Venue, _venues.GetValueOrDefault(key).Count + 1);
        if (ofTopic && ofYear && ofVenue && row.HasCode) WithCode++;
    }

    // A thousand papers are of some dozen venues.
    private string KeyOf(string venue) => _keys.TryGetValue(venue, out var key) ? key : _keys[venue] = SearchWords.Key(venue);

    private static IEnumerable<int> Ids(string topics) =>
        topics is "" ? [] : topics.Split(' ').Select(id => int.Parse(id, CultureInfo.InvariantCulture));
}
