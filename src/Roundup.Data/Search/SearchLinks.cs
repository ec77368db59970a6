using System.Data.Common;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Roundup.Model.Search;
using Roundup.Model.Text;

namespace Roundup.Data.Search;

/// <summary>
/// Which papers' opinions lead to a paper, and which are about a topic, the newest first: asked of the index, which marks both in lists of that order. Links within the site; a
/// link to another site that has the same paper is not among them.
/// </summary>
public static partial class SearchLinks
{
    /// <summary>What one text may link to, and names of one paper that are asked for: the rest is left out.</summary>
    private const int LinksAtMost = 60;

    // A number says which paper it is of. Joined with another table, the index would be asked in an order that depends on statistics.
    private const string Sqlite = """SELECT rowid FROM "SearchWords" WHERE "SearchWords" MATCH @match ORDER BY rowid DESC LIMIT @limit""";
    private const string Postgres = """SELECT "Number" FROM "SearchWords" WHERE "Words" @@ @match::tsquery ORDER BY "Number" DESC LIMIT @limit""";

    extension(RoundupDb db)
    {
        /// <param name="origin">Where this site is: https://example.org. Opinions may link to its whole addresses too.</param>
        /// <param name="papers">Its database id, and those of papers that were merged into it; the first 60.</param>
        /// <param name="entries">Its entries, which can be linked to as well; the first 60.</param>
        /// <param name="most">How many; the newest.</param>
        /// <returns>Database ids of papers that readers can see.</returns>
        public Task<IReadOnlyList<int>> PapersLinkingToAsync(string origin, IEnumerable<int> papers, IEnumerable<int> entries, int most, CancellationToken cancel = default) => db.MarkedAsync(
            [.. papers.Take(LinksAtMost).SelectMany(id => new[] { SearchMarks.LinkToPaper(id), SearchMarks.LinkToPaper(id, origin) }),
                .. entries.Take(LinksAtMost).SelectMany(id => new[] { SearchMarks.LinkToEntry(id), SearchMarks.LinkToEntry(id, origin) })], most, cancel);

        /// <param name="topics">Database ids.</param>
        /// <param name="most">How many; the newest.</param>
        /// <returns>Database ids of papers on any of them that readers can see.</returns>
        public Task<IReadOnlyList<int>> PapersOnTopicsAsync(IEnumerable<int> topics, int most, CancellationToken cancel = default) =>
            db.MarkedAsync([.. topics.Select(SearchMarks.Topic)], most, cancel);

        private async Task<IReadOnlyList<int>> MarkedAsync(IReadOnlyList<string> marks, int most, CancellationToken cancel)
        {
            if (marks is []) return [];

            await db.Database.OpenConnectionAsync(cancel);
            try
            {
                var (quote, or, and) = db.IsSqlite ? ('"', "OR", "AND") : ('\'', "|", "&");
                var match = $"({string.Join($" {or} ", marks.Select(mark => $"{quote}{mark}{quote}"))}) {and} {quote}{SearchMarks.Paper}{quote}";
                await using var command = db.Statement(db.IsSqlite ? Sqlite : Postgres, ("match", match), ("limit", most));
                await using var rows = await command.ExecuteReaderAsync(cancel);
                var found = new List<int>();
                while (await rows.ReadAsync(cancel)) found.Add(SearchDocument.KeyOf(rows.GetInt64(0)).Id);
                return found;
            }
            catch (DbException trouble)
            {
                db.TellOfDamage(trouble);
                // A damaged index costs these lines and not the page; the search itself says that it is broken.
                return [];
            }
            finally
            {
                await db.Database.CloseConnectionAsync();
            }
        }
    }

    /// <summary>The marks of what a text links to.</summary>
    internal static IEnumerable<string> Of(SafeHtml html) => Own().Matches(html.ToString()).Take(LinksAtMost).Select(MarkOf);

    /// <summary>The same of an address; none where it leads to no paper.</summary>
    internal static IEnumerable<string> Of(string address) => Own().Matches($" href=\"{address}\"").Take(1).Select(MarkOf);

    // Which site an address is of is not known here: whoever asks knows it.
    private static string MarkOf(Match link)
    {
        var (isPaper, origin) = (link.Groups["paper"].Success, link.Groups["origin"].Value);
        var id = int.Parse(link.Groups[isPaper ? "paper" : "entry"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture);
        return isPaper ? SearchMarks.LinkToPaper(id, origin) : SearchMarks.LinkToEntry(id, origin);
    }

    [GeneratedRegex("""\shref="(?<origin>https?://[^/?\#"]{1,300})?/(?:papers/(?<paper>[0-9]{1,9})(?:[/?#][^"]*)?|issues/[0-9]{1,9}(?:/[^"#]*)?\#e-(?<entry>[0-9]{1,9}))" """, RegexOptions.IgnorePatternWhitespace | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Own();
}
