using System.Data.Common;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Roundup.Model.Search;
using Roundup.Model.Text;
using Roundup.Model.Topics;

namespace Roundup.Data.Search;

/// <summary>A value that results can be narrowed to.</summary>
/// <param name="Value">As an address has it.</param>
/// <param name="Count">How many are found with it; null where that was not counted, since too many are found.</param>
public sealed record SearchFacet(string Value, string Name, int? Count);

/// <param name="WithCode">Null where it was not counted.</param>
public sealed record SearchFacets(IReadOnlyList<SearchFacet> Topics, IReadOnlyList<SearchFacet> Years, IReadOnlyList<SearchFacet> Venues, int? WithCode)
{
    public static SearchFacets None { get; } = new([], [], [], 0);
}

/// <param name="Total">Counted up to <see cref="SearchReading.Counted"/>.</param>
/// <param name="IsMore">Whether there are more than were counted.</param>
public sealed record SearchFound(int Total, bool IsMore, IReadOnlyList<SearchDocument> Documents, SearchFacets Facets)
{
    public static SearchFound Nothing { get; } = new(0, false, [], SearchFacets.None);

    /// <summary>What was chosen, by its present names; null where that names nothing.</summary>
    public SearchChoice? Choice { get; init; }
}

/// <summary>What is chosen, as an address has it; empty for nothing.</summary>
public sealed record SearchChoice(string Topic = "", string Year = "", string Venue = "", bool HasCode = false)
{
    public bool IsNone => this is { Topic: "", Year: "", Venue: "", HasCode: false };
}

public static class SearchReading
{
    /// <summary>
    /// As many are counted, ranked and sorted into facets, the newest first; a word that every paper has would cost a hundred times as much otherwise.
    /// Where there are more, older ones join whose title or opinions have all the words.
    /// </summary>
    public const int Counted = 1000;

    private const string ShownSqlite = """SELECT "Number", "Shown" FROM "SearchDocuments" WHERE "Number" IN (SELECT "value" FROM json_each(@numbers))""";
    private const string ShownPostgres = """SELECT "Number", "Shown" FROM "SearchDocuments" WHERE "Number" = ANY(@numbers)""";

    extension(RoundupDb db)
    {
        /// <summary>Finds papers and issues that readers may see; the best ones first.</summary>
        /// <param name="skip">How many of the best are left out, in documents.</param>
        /// <param name="whole">
        /// What the whole archive can be narrowed to; asked for where more is found than is counted, to offer all of it, without numbers. Without it those of
        /// the newest are offered.
        /// </param>
        /// <exception cref="DbException">The index is damaged: whoever asked has to say so, while <see cref="FacetsAsync"/> goes without.</exception>
        public async Task<SearchFound> SearchAsync(
            SearchQuery query, SearchChoice choice, int skip, int take, Func<Task<SearchFacets>>? whole = null, CancellationToken cancel = default)
        {
            if (query.IsEmpty && choice.IsNone) return SearchFound.Nothing;

            await db.Database.OpenConnectionAsync(cancel);
            try
            {
                var names = await db.NamesAsync(query, cancel);
                // A topic that there is not, or a year that is none: nobody is of it.
                if (await db.FilterAsync(choice, cancel) is not var (filter, present)) return SearchFound.Nothing;

                var (candidates, counts) = (new SearchCandidates(db, query, names), new FacetCounts(filter));
                var count = await candidates.RankAsync(filter, counts, cancel);
                var best = candidates.Best.Skip(skip).Take(take).ToList();
                var facets = await db.NamedAsync(counts, cancel);
                if (!counts.IsWhole) facets = counts.Beside(facets, whole is null ? facets : await whole(), present);
                return new(Math.Min(count, Counted), count > Counted, await db.DocumentsAsync(best, cancel), facets) { Choice = present };
            }
            finally
            {
                await db.Database.CloseConnectionAsync();
            }
        }

        /// <summary>What the whole archive can be narrowed to, where nothing is asked yet. It looks at every document: some 2 µs each.</summary>
        public async Task<SearchFacets> FacetsAsync(CancellationToken cancel = default)
        {
            await db.Database.OpenConnectionAsync(cancel);
            try
            {
                return await db.NamedAsync(await db.CountsAsync(cancel), cancel);
            }
            catch (DbException trouble)
            {
                db.TellOfDamage(trouble);
                // A damaged index costs the choices and not the page; the search itself says that it is broken.
                return SearchFacets.None;
            }
            finally
            {
                await db.Database.CloseConnectionAsync();
            }
        }

        // PostgreSQL asks nothing else on a connection while rows are read.
        private async Task<FacetCounts> CountsAsync(CancellationToken cancel)
        {
            var counts = new FacetCounts(SearchFilter.None);
            await using var command = db.Statement("""SELECT "Facts" FROM "SearchFacts" """);
            await using var rows = await command.ExecuteReaderAsync(cancel);
            while (await rows.ReadAsync(cancel)) counts.Take(new(rows.Utf8(0)), isCounted: true);
            return counts;
        }

        private async Task<SearchNames> NamesAsync(SearchQuery query, CancellationToken cancel)
        {
            var topics = new Dictionary<string, int[]>();
            foreach (var term in query.Terms.Where(t => t.Field is SearchField.Topic))
            {
                var (key, slug, typed) = (FullTextQuery.TopicKey(term), Topic.SlugOf(term.Value), string.Join('-', term.Words));
                topics[key] = await db.Topics.Where(t => t.Key == key || t.Slugs.Any(s => s.Slug == slug || s.Slug == typed)).Select(t => t.Id).ToArrayAsync(cancel);
            }

            var typing = query.Terms.FirstOrDefault(t => t.IsPrefix);
            return new(topics, typing is null ? [] : await new SearchVocabulary(db).BeginningAsync(typing.Words[^1], cancel));
        }

        private async Task<(SearchFilter Filter, SearchChoice Present)?> FilterAsync(SearchChoice choice, CancellationToken cancel)
        {
            var (topic, slug, year) = ((int?)null, "", (int?)null);
            if (choice.Topic is not "")
            {
                if (choice.Topic.Length > Slug.MaxLength || choice.Topic.Contains('\0')) return null;
                var asked = choice.Topic.ToLowerInvariant();
                if (await db.Topics.Where(t => t.Slugs.Any(s => s.Slug == asked)).Select(t => new { t.Id, t.Slug }).SingleOrDefaultAsync(cancel) is not { } known) return null;
                (topic, slug) = (known.Id, known.Slug);
            }

            if (choice.Year is not "")
            {
                if (!int.TryParse(choice.Year, System.Globalization.NumberStyles.None, null, out var number) || number is < SearchQuery.FirstYear or > SearchQuery.LastYear) return null;
                year = number;
            }

            // Whatever was sent, a key is words and hyphens.
            var venue = choice.Venue is "" ? null : SearchWords.Key(Letters.Cut(choice.Venue, SearchQuery.MaxLength));
            return venue is "" ? null : (new(topic, year, venue, choice.HasCode), choice with { Topic = slug, Year = $"{year}", Venue = venue ?? "" });
        }

        private async Task<SearchFacets> NamedAsync(FacetCounts counts, CancellationToken cancel)
        {
            if (counts.IsEmpty) return SearchFacets.None;

            var ids = counts.Topics.OrderByDescending(t => t.Value).ThenBy(t => t.Key).Take(FacetCounts.Longest).Select(t => t.Key).ToList();
            var topics = ids.Count == 0 ? [] : await db.Topics.AsNoTracking().Where(t => ids.Contains(t.Id)).Select(t => new { t.Id, t.Name, t.Slug }).ToListAsync(cancel);
            return new(
                [.. topics.Select(t => new SearchFacet(t.Slug, t.Name, counts.Topics[t.Id])).OrderByDescending(t => t.Count).ThenBy(t => t.Name, StringComparer.Ordinal)],
                counts.YearFacets, counts.VenueFacets, counts.WithCode);
        }

        private async Task<List<SearchDocument>> DocumentsAsync(List<long> numbers, CancellationToken cancel)
        {
            if (numbers.Count == 0) return [];

            await using var command = db.Statement(db.IsSqlite ? ShownSqlite : ShownPostgres, ("numbers", db.List(numbers)));
            var documents = new Dictionary<long, SearchDocument>();
            await using var rows = await command.ExecuteReaderAsync(cancel);
            while (await rows.ReadAsync(cancel)) documents[rows.GetInt64(0)] = JsonSerializer.Deserialize<SearchDocument>(rows.Utf8(1), SearchIndex.Json)!;
            // A document that was made anew between two statements has gone under this number.
            return [.. numbers.Where(documents.ContainsKey).Select(n => documents[n])];
        }
    }
}
