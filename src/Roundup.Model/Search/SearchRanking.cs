using System.Text;

namespace Roundup.Model.Search;

/// <summary>
/// Orders what was found by where the words of a query stand. What an opinion says weighs most, for there are few and people come for them; then the
/// title, the more the less it says beside; then people and ids; a mention in an abstract is the least. A word counts the more the fewer of the found
/// documents have it in these places. The same on every database, and its cost follows from what was found, not from how common a word is.
/// </summary>
public sealed class SearchRanking(SearchQuery query)
{
    private const double Said = 16, Title = 5, Alone = 5, People = 4, Elsewhere = 1;

    // More of the same in one text says nothing new.
    private const int MostOfOneWord = 8;

    private readonly List<Needle> _needles = [.. query.Terms.Where(t => t.IsShown).Select(t => new Needle(t))];
    private readonly List<long> _numbers = [];

    // As many of each document as there are needles.
    private readonly List<double> _strengths = [];

    private sealed class Needle(SearchTerm term)
    {
        private readonly byte[] _text = Encoding.UTF8.GetBytes($" {string.Join(' ', term.Words)}{(term.IsPrefix ? "" : " ")}");

        public SearchField Field => term.Field;

        public int Words => term.Words.Count;

        public int Holders { get; set; }

        public int In(ReadOnlySpan<byte> text, int most)
        {
            var count = 0;
            for (int at; count < most && (at = text.IndexOf(_text)) >= 0; count++) text = text[(at + _text.Length - 1)..];
            return count;
        }
    }

    /// <summary>Adds a document, once, as <see cref="RankedWords"/> gives its parts; in UTF-8, as databases have it, of which a search reads a megabyte.</summary>
    /// <param name="number">See <see cref="SearchDocument.Number"/>.</param>
    public void Add(long number, ReadOnlySpan<byte> title, ReadOnlySpan<byte> said, ReadOnlySpan<byte> people)
    {
        _numbers.Add(number);
        foreach (var needle in _needles) _strengths.Add(Strength(needle, title, said, people));
    }

    public void Clear()
    {
        _numbers.Clear();
        _strengths.Clear();
        foreach (var needle in _needles) needle.Holders = 0;
    }

    /// <summary>The numbers of all that were added, the best first; of two that are as good, the newer.</summary>
    public IReadOnlyList<long> Best()
    {
        var rarity = _needles.ConvertAll(n => Math.Log(1 + ((double)_numbers.Count / (1 + n.Holders))));
        var ranked = new (double Score, long Number)[_numbers.Count];
        for (var (document, at) = (0, 0); document < ranked.Length; document++)
        {
            var score = 0.0;
            foreach (var weight in rarity) score += weight * _strengths[at++];
            // Rounded, since the same strengths summed in another order are as good.
            ranked[document] = (Math.Round(score, 4), _numbers[document]);
        }

        Array.Sort(ranked, (a, b) => b.CompareTo(a));
        return Array.ConvertAll(ranked, r => r.Number);
    }

    private static double Strength(Needle needle, ReadOnlySpan<byte> title, ReadOnlySpan<byte> said, ReadOnlySpan<byte> people)
    {
        var isAnywhere = needle.Field is SearchField.Anywhere;
        var inTitle = (isAnywhere || needle.Field is SearchField.Title) && needle.In(title, 1) > 0;
        var inSaid = isAnywhere ? needle.In(said, MostOfOneWord) : 0;
        var inPeople = (isAnywhere || needle.Field is SearchField.Author) && needle.In(people, 1) > 0;
        if (inTitle || inSaid > 0 || inPeople) needle.Holders++;
        return Elsewhere + (Said * inSaid / (inSaid + 1)) + (inTitle ? Title + (Alone * needle.Words / WordsIn(title)) : 0) + (inPeople ? People : 0);
    }

    private static int WordsIn(ReadOnlySpan<byte> text) => Math.Max(1, text.Count((byte)' ') - 1);
}

/// <summary>The words of a document that decide on its place: folded, one blank between two and one at each end.</summary>
public readonly record struct RankedWords(string Title, string Said, string People)
{
    // In characters: some two hundred words of opinions. What is beyond is found all the same, and counts as a mention.
    private const int MostSaid = 1500;
    private const int MostOthers = 500;

    public static RankedWords Of(SearchColumns columns) => new(Around(columns.Title, MostOthers), Around(columns.Said, MostSaid), Around(columns.People, MostOthers));

    private static string Around(string words, int most)
    {
        if (words.Length <= most) return $" {words} ";
        var end = words.LastIndexOf(' ', most);
        return $" {words[..(end < 0 ? most : end)]} ";
    }
}
