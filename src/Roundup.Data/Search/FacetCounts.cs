using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Roundup.Model.Search;

namespace Roundup.Data.Search;

/// <summary>
/// Counts what results can be narrowed to. Each facet is counted among the documents that fit what is chosen in the others, so that a choice can be
/// exchanged for another.
/// </summary>
internal sealed class FacetCounts(SearchFilter chosen)
{
    /// <summary>The longest list that is offered.</summary>
    public const int Longest = 40;

    private bool _isNarrowed, _isTooMuch;
    private readonly Dictionary<int, int> _years = [];
    private readonly Dictionary<string, (string Name, int Count)> _venues = [];
    private readonly Dictionary<string, (string Name, string Key)> _keys = [];

    public Dictionary<int, int> Topics { get; } = [];

    public int WithCode { get; private set; }

    /// <summary>Whether all that is found was counted for all facets.</summary>
    public bool IsWhole => !_isNarrowed && !_isTooMuch;

    public bool IsEmpty => Topics.Count + _years.Count + _venues.Count + WithCode == 0;

    public IReadOnlyList<SearchFacet> YearFacets => [.. _years.OrderByDescending(y => y.Key).Take(Longest)
        .Select(y => new SearchFacet(y.Key.ToString(CultureInfo.InvariantCulture), y.Key.ToString(CultureInfo.InvariantCulture), y.Value))];

    public IReadOnlyList<SearchFacet> VenueFacets => [.. _venues.OrderByDescending(v => v.Value.Count).ThenBy(v => v.Key, StringComparer.Ordinal).Take(Longest)
        .Select(v => new SearchFacet(v.Key, v.Value.Name, v.Value.Count))];

    /// <summary>Looks at a document, and counts it where that is asked.</summary>
    /// <returns>Whether it fits all that is chosen.</returns>
    public bool Take(SearchFacts facts, bool isCounted)
    {
        var venue = VenueOf(facts.Venue);
        var fit = Fit(facts, venue.Key);
        if (!isCounted) return fit is { Topic: true, Year: true, Venue: true, Code: true };

        if (fit is { Year: true, Venue: true, Code: true } && IsOpen(chosen.Topic is null))
            foreach (var part in facts.Topics.Split((byte)' ')) Count(facts.Topics[part]);
        if (fit is { Topic: true, Venue: true, Code: true } && IsOpen(chosen.Year is null) && facts.Year is > 0 and var year) CollectionsMarshal.GetValueRefOrAddDefault(_years, year, out _)++;
        if (fit is { Topic: true, Year: true, Code: true } && IsOpen(chosen.Venue is null) && venue.Key is not "") Count(venue);
        if (fit is { Topic: true, Year: true, Venue: true } && IsOpen(!chosen.HasCode) && facts.HasCode) WithCode++;
        return fit is { Topic: true, Year: true, Venue: true, Code: true };
    }

    /// <summary>
    /// Begins anew with documents that all fit: what nothing is chosen of is counted among these. What was counted of the others stays, so that there is
    /// something to exchange a choice for; these numbers mean nothing any more.
    /// </summary>
    public void Narrow()
    {
        _isNarrowed = true;
        if (chosen.Topic is null) Topics.Clear();
        if (chosen.Year is null) _years.Clear();
        if (chosen.Venue is null) _venues.Clear();
        if (!chosen.HasCode) WithCode = 0;
    }

    /// <summary>Says how many fit, which is the number of each value that is chosen, unless there are more than are counted.</summary>
    public void Close(int fit)
    {
        _isTooMuch = fit > SearchReading.Counted;
        if (fit == 0) return;
        if (chosen.Topic is { } topic) Topics[topic] = fit;
        if (chosen.Year is { } year) _years[year] = fit;
        if (chosen.Venue is { } venue) _venues[venue] = (_keys.Values.FirstOrDefault(k => k.Key == venue).Name ?? venue, fit);
        if (chosen.HasCode) WithCode = fit;
    }

    /// <summary>What was counted, where all of it was; elsewhere what the whole archive has, without a number but that of what is chosen.</summary>
    /// <param name="present">What is chosen, as the values of the facets have it.</param>
    public SearchFacets Beside(SearchFacets counted, SearchFacets whole, SearchChoice present) => new(
        Beside(counted.Topics, whole.Topics, present.Topic), Beside(counted.Years, whole.Years, present.Year), Beside(counted.Venues, whole.Venues, present.Venue),
        _isTooMuch ? null : counted.WithCode);

    private IReadOnlyList<SearchFacet> Beside(IReadOnlyList<SearchFacet> counted, IReadOnlyList<SearchFacet> whole, string present)
    {
        if (!_isTooMuch && present is "") return counted;

        var own = counted.Where(f => f.Value == present).Select(f => _isTooMuch ? f with { Count = null } : f).ToList();
        var known = whole.Any(f => f.Value == present) ? [] : own;
        return [.. known, .. whole.Select(f => own.Find(o => o.Value == f.Value) ?? f with { Count = null })];
    }

    private bool IsOpen(bool isUnchosen) => !_isNarrowed || isUnchosen;

    private (bool Topic, bool Year, bool Venue, bool Code) Fit(SearchFacts facts, string venue) => (
        chosen.Topic is not { } topic || facts.IsOf(topic),
        chosen.Year is not { } year || facts.Year == year,
        chosen.Venue is not { } asked || venue == asked,
        !chosen.HasCode || facts.HasCode);

    // A thousand papers are of some dozen venues.
    private (string Name, string Key) VenueOf(ReadOnlySpan<byte> bytes)
    {
        Span<char> name = bytes.Length <= 256 ? stackalloc char[bytes.Length] : new char[bytes.Length];
        name = name[..Encoding.UTF8.GetChars(bytes, name)];
        var known = _keys.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!known.TryGetValue(name, out var venue)) known[name] = venue = (name.ToString(), SearchWords.Key(name.ToString()));
        return venue;
    }

    private void Count((string Name, string Key) venue)
    {
        ref var counted = ref CollectionsMarshal.GetValueRefOrAddDefault(_venues, venue.Key, out var isThere);
        counted = (isThere ? counted.Name : venue.Name, counted.Count + 1);
    }

    private void Count(ReadOnlySpan<byte> topic)
    {
        if (int.TryParse(topic, NumberStyles.None, CultureInfo.InvariantCulture, out var id)) CollectionsMarshal.GetValueRefOrAddDefault(Topics, id, out _)++;
    }
}
