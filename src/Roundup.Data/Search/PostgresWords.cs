using System.Text;
using Roundup.Model.Search;

namespace Roundup.Data.Search;

/// <summary>
/// PostgreSQL's own parser and dictionaries are not asked: words are cut and folded by <see cref="SearchWords"/>, so that both databases find alike.
/// </summary>
internal static class PostgresWords
{
    // textsearch limits of PostgreSQL: positions up to 16,383, 256 of one word, and 1 MB in all.
    private const int LastPosition = 16_383;
    private const int MostOfOneWord = 255;
    private const int MostBytes = 900_000;

    /// <summary>A tsvector as text. Opinions are A, the title B, people C, the rest D; marks stand apart, behind all of them.</summary>
    public static string Vector(SearchColumns columns)
    {
        var positions = new Dictionary<string, List<(int At, char Weight)>>();
        var at = 0;
        foreach (var (text, weight) in new[] { (columns.Title, 'B'), (columns.Marks, 'D'), (columns.Said, 'A'), (columns.People, 'C'), (columns.Rest, 'D') })
        {
            foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                at = Math.Min(at + 1, LastPosition);
                if (word == SearchMarks.Break) continue;
                if (!positions.TryGetValue(word, out var places)) positions[word] = places = [];
                if (places.Count < MostOfOneWord && (places.Count == 0 || places[^1].At != at)) places.Add((at, weight));
            }

            // No phrase goes from one text to the next.
            at = Math.Min(at + 1, LastPosition);
        }

        var (vector, bytes) = (new StringBuilder(), 0);
        foreach (var (word, places) in positions)
        {
            // What is beyond is not found: several hundred thousand words of one paper.
            if ((bytes += Encoding.UTF8.GetByteCount(word) + (2 * places.Count) + 8) > MostBytes) break;
            vector.Append('\'').Append(word).Append("':").AppendJoin(',', places.Select(p => FormattableString.Invariant($"{p.At}{p.Weight}"))).Append(' ');
        }

        return vector.ToString();
    }
}
