using System.Text.Json.Serialization;
using Roundup.Model.Issues;
using Roundup.Model.Papers;
using Roundup.Model.Text;

namespace Roundup.Model.Search;

public enum SearchKind
{
    Paper = 0,
    Issue = 1,
}

/// <summary>Which paper or issue a document of the index is about, by its database id.</summary>
public readonly record struct SearchKey(SearchKind Kind, int Id);

public enum SearchTextKind
{
    Abstract = 0,
    Opinion = 1,

    /// <summary>What else the editor says at the paper's place in an issue.</summary>
    Entry = 2,

    Introduction = 3,
    Closing = 4,
}

/// <summary>A text of a document, as plain words on one line.</summary>
/// <param name="By">Whose opinion; empty for the editor's own.</param>
/// <param name="Issue">The number of the issue that it stands in; 0 for none.</param>
/// <param name="Entry">The entry within that issue; 0 for none.</param>
public sealed record SearchText(SearchTextKind Kind, string Text, string By = "", int Issue = 0, int Entry = 0);

/// <summary>An issue in which a paper stands.</summary>
public sealed record SearchPlace(int Issue, string Heading, int Entry);

/// <summary>What is found: everything that readers may see of a paper or an issue, as the index keeps it.</summary>
/// <param name="Day">When the newest issue that it is in was published: newer ones come first.</param>
/// <param name="Title">Plain text.</param>
public sealed record SearchDocument(SearchKey Key, DateOnly Day, string Title)
{
    /// <summary>As the page shows it; empty where it is the same as <see cref="Title"/>.</summary>
    public SafeHtml ShownTitle { get; init; } = SafeHtml.Empty;

    public IReadOnlyList<string> Authors { get; init; } = [];

    /// <summary>As it is typed: 2202.05262.</summary>
    public IReadOnlyList<string> Ids { get; init; } = [];

    public string Venue { get; init; } = "";

    public int? Year { get; init; }

    public bool HasCode { get; init; }

    public IReadOnlyList<int> Topics { get; init; } = [];

    /// <summary>The deepest reading that an opinion tells of.</summary>
    public ReadDepth? Depth { get; init; }

    /// <summary>Marks of what its opinions link to. Not shown, so not kept beside the words.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> LinksTo { get; init; } = [];

    public IReadOnlyList<SearchPlace> Places { get; init; } = [];

    public IReadOnlyList<SearchText> Texts { get; init; } = [];

    /// <summary>
    /// The number under which it is kept: newer documents have higher ones, and it follows from what the document says, so that a rebuilt index has the
    /// same. 31 bits are the key, one the kind, the rest is days.
    /// </summary>
    public long Number => NumberOf(Key, Day);

    public string VenueKey => SearchWords.Key(Venue);

    public static long NumberOf(SearchKey key, DateOnly day) => ((long)day.DayNumber << 32) | ((long)key.Kind << 31) | (uint)key.Id;

    /// <summary>Of what the document of a number is.</summary>
    public static SearchKey KeyOf(long number) => new((SearchKind)((number >> 31) & 1), (int)(number & int.MaxValue));

    /// <summary>The folded words by the parts of the index.</summary>
    public SearchColumns ToColumns()
    {
        var (title, authors) = (SearchWords.Of(Title), Authors.Select(a => SearchWords.Of(PersonName.Read(a).Spoken)).ToList());
        var said = Texts.Where(t => t.Kind is SearchTextKind.Opinion or SearchTextKind.Entry).Select(t => SearchWords.Of(t.Text)).ToList();
        var rest = Texts.Where(t => t.Kind is not (SearchTextKind.Opinion or SearchTextKind.Entry)).Select(t => SearchWords.Of(t.Text)).ToList();
        var venue = SearchWords.Of(Venue);
        var people = authors.Concat(Ids.Select(SearchWords.Of)).Append(venue);

        var marks = new List<string> { SearchMarks.All, Key.Kind is SearchKind.Paper ? SearchMarks.Paper : SearchMarks.Issue };
        if (HasCode) marks.Add(SearchMarks.Code);
        if (Year is { } year) marks.Add(SearchMarks.Year(year));
        if (venue.Count > 0) marks.Add(SearchMarks.WholeVenue(VenueKey));
        marks.AddRange(Topics.Select(SearchMarks.Topic));
        if (Depth is { } depth) marks.AddRange(ReadDepths.All.Where(d => d <= depth).Select(SearchMarks.Depth));
        marks.AddRange(LinksTo.Distinct());
        marks.AddRange(venue.Select(SearchMarks.Venue).Prepend(SearchMarks.Break));
        marks.AddRange(title.Select(SearchMarks.Title).Prepend(SearchMarks.Break));
        foreach (var author in authors) marks.AddRange(author.Select(SearchMarks.Author).Prepend(SearchMarks.Break));
        foreach (var text in said) marks.AddRange(text.Select(SearchMarks.Opinion).Prepend(SearchMarks.Break));
        return new(Joined([title]), Joined(said), Joined(people), Joined(rest), string.Join(' ', marks));
    }

    private static string Joined(IEnumerable<List<string>> texts) => string.Join($" {SearchMarks.Break} ", texts.Where(t => t.Count > 0).Select(t => string.Join(' ', t)));
}

/// <summary>Folded words, one blank between two.</summary>
/// <param name="Said">Opinions, which weigh most.</param>
/// <param name="People">Authors, ids and venue.</param>
/// <param name="Rest">Abstract, introduction, closing words.</param>
/// <param name="Marks">See <see cref="SearchMarks"/>.</param>
public sealed record SearchColumns(string Title, string Said, string People, string Rest, string Marks);
