using Roundup.Model.Search;

namespace Roundup.Data.Search;

/// <summary>Where the words of a query have to stand; anywhere but <see cref="Anywhere"/> as they are, not as a beginning, which would cost as much again.</summary>
internal enum SearchScope
{
    Anywhere = 0,
    Title = 1,
    Said = 2,
}

/// <summary>A query as each database's full-text search has it. Words are letters and digits alone, so that nothing in them can be read as a sign.</summary>
internal sealed class FullTextQuery(bool isSqlite, SearchQuery query, SearchNames names, SearchFilter filter)
{
    private const int FirstUsual = 1900, LastUsual = 2100;

    public string In(SearchScope scope)
    {
        var wanted = query.Terms.Where(t => !t.IsExcluded).Select(t => Term(t, scope)).Concat(Filters()).ToList();
        var unwanted = query.Terms.Where(t => t.IsExcluded).Select(t => Term(t, SearchScope.Anywhere)).ToList();
        if (wanted.Count == 0) wanted.Add(Phrase([SearchMarks.All]));
        var all = string.Join(isSqlite ? " AND " : " & ", wanted);
        if (unwanted.Count == 0) return all;

        return isSqlite ? $"({all}) NOT ({string.Join(" OR ", unwanted)})" : $"{all} & !({string.Join(" | ", unwanted)})";
    }

    private string Term(SearchTerm term, SearchScope scope) => term.Field switch
    {
        SearchField.Anywhere => scope switch
        {
            SearchScope.Title => Phrase([.. term.Words.Select(SearchMarks.Title)]),
            SearchScope.Said => Phrase([.. term.Words.Select(SearchMarks.Opinion)]),
            _ => Words(term, word => word),
        },
        SearchField.Title => Words(term, SearchMarks.Title),
        SearchField.Author => Words(term, SearchMarks.Author),
        SearchField.Venue => Phrase([.. term.Words.Select(SearchMarks.Venue)]),
        SearchField.Has => Phrase([SearchMarks.Code]),
        SearchField.Depth => Phrase([SearchMarks.Depth(term.Depth!.Value)]),
        SearchField.Year => Either(Years(term.Years!.Value)),
        SearchField.Topic => Either(names.Topics.GetValueOrDefault(TopicKey(term)) is { Length: > 0 } ids ? ids.Select(id => Phrase([SearchMarks.Topic(id)])) : [Phrase([SearchMarks.Nothing])]),
        _ => throw new ArgumentOutOfRangeException(nameof(term), term.Field, null),
    };

    private IEnumerable<string> Filters()
    {
        if (filter.Topic is { } topic) yield return Phrase([SearchMarks.Topic(topic)]);
        if (filter.Year is { } year) yield return Phrase([SearchMarks.Year(year)]);
        if (filter.Venue is { } venue) yield return Phrase([SearchMarks.WholeVenue(venue)]);
        if (filter.HasCode) yield return Phrase([SearchMarks.Code]);
    }

    /// <summary>As <see cref="Model.Topics.Topic.Key"/>.</summary>
    public static string TopicKey(SearchTerm term) => Model.Topics.Topic.KeyOf(term.Value);

    // Each year of those that papers are of by itself, since its list is read no further than for the newest; all others, which have few, by tens, hundreds and thousands.
    private IEnumerable<string> Years((int From, int To) years)
    {
        for (var (year, span) = (years.From, 1); year <= years.To; year += span, span = 1)
        {
            while (span < 1000 && year % (span * 10) == 0 && year + (span * 10) - 1 <= years.To && (year > LastUsual || year + (span * 10) - 1 < FirstUsual)) span *= 10;
            yield return Phrase([SearchMarks.Years(year, span)], isPrefix: span > 1);
        }
    }

    private string Words(SearchTerm term, Func<string, string> mark) => term.IsPrefix && names.Continued.Count > 0
        ? Either(names.Continued.Select(last => Phrase([.. term.Words.SkipLast(1).Append(last).Select(mark)])))
        : Phrase([.. term.Words.Select(mark)], term.IsPrefix);

    private string Either(IEnumerable<string> phrases) => $"({string.Join(isSqlite ? " OR " : " | ", phrases)})";

    private string Phrase(IReadOnlyList<string> words, bool isPrefix = false)
    {
        if (isSqlite) return $"\"{string.Join(' ', words)}\"{(isPrefix ? "*" : "")}";

        var quoted = words.Select((word, i) => $"'{word}'{(isPrefix && i == words.Count - 1 ? ":*" : "")}").ToList();
        return quoted.Count == 1 ? quoted[0] : $"({string.Join(" <-> ", quoted)})";
    }
}

/// <summary>What the database knows of what a query says.</summary>
/// <param name="Topics">The ids of the topics that are meant, by <see cref="FullTextQuery.TopicKey"/>.</param>
/// <param name="Continued">The words that begin as the last one does, where that one is being typed; none where the index is asked for the beginning.</param>
internal sealed record SearchNames(IReadOnlyDictionary<string, int[]> Topics, IReadOnlyList<string> Continued)
{
    public static SearchNames None { get; } = new(new Dictionary<string, int[]>(), []);
}

/// <summary>What is chosen beside the words, by value: a topic's id, a year, a venue's key.</summary>
public sealed record SearchFilter(int? Topic = null, int? Year = null, string? Venue = null, bool HasCode = false)
{
    public static SearchFilter None { get; } = new();

    public bool IsNone => this == None;
}
