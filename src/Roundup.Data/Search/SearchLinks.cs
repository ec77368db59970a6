using System.Data.Common;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Roundup.Model.Search;
using Roundup.Model.Text;

namespace Roundup.Data.Search;

/// <summary>
/// Which papers' opinions lead to a paper: asked of the index, which marks where opinions link to, since no table knows it. Links within the site, as the
/// desk makes them; a link to another site that has the same paper is not among them.
/// </summary>
public static partial class SearchLinks
{
    private const int LinksAtMost = 60;

    private const string Sqlite = """
        SELECT d."Ref" FROM "SearchWords" AS w JOIN "SearchDocuments" AS d ON d."Number" = w.rowid
        WHERE "SearchWords" MATCH @match AND d."Kind" = 0 ORDER BY w.rowid DESC LIMIT @limit
        """;

    private const string Postgres = """
        SELECT d."Ref" FROM "SearchWords" AS w JOIN "SearchDocuments" AS d ON d."Number" = w."Number"
        WHERE w."Words" @@ @match::tsquery AND d."Kind" = 0 ORDER BY w."Number" DESC LIMIT @limit
        """;

    extension(RoundupDb db)
    {
        /// <param name="papers">Its database id, and those of papers that were merged into it.</param>
        /// <param name="entries">Its entries, which can be linked to as well.</param>
        /// <param name="most">How many; the newest.</param>
        /// <returns>Database ids of papers that readers can see.</returns>
        public async Task<IReadOnlyList<int>> PapersLinkingToAsync(IEnumerable<int> papers, IEnumerable<int> entries, int most, CancellationToken cancel = default)
        {
            await db.Database.OpenConnectionAsync(cancel);
            try
            {
                var marks = papers.Take(LinksAtMost).Select(SearchMarks.LinkToPaper).Concat(entries.Take(LinksAtMost).Select(SearchMarks.LinkToEntry));
                var match = string.Join(db.IsSqlite ? " OR " : " | ", marks.Select(mark => db.IsSqlite ? $"\"{mark}\"" : $"'{mark}'"));
                await using var command = db.Statement(db.IsSqlite ? Sqlite : Postgres, ("match", match), ("limit", most));
                await using var rows = await command.ExecuteReaderAsync(cancel);
                var found = new List<int>();
                while (await rows.ReadAsync(cancel)) found.Add(rows.GetInt32(0));
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
    internal static IEnumerable<string> Of(SafeHtml html) => Own().Matches(html.ToString()).Take(LinksAtMost).Select(m => m.Groups["paper"] is { Success: true } paper
        ? SearchMarks.LinkToPaper(int.Parse(paper.ValueSpan, System.Globalization.CultureInfo.InvariantCulture))
        : SearchMarks.LinkToEntry(int.Parse(m.Groups["entry"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture)));

    [GeneratedRegex("""\shref="/(?:papers/(?<paper>[0-9]{1,9})(?:[/?#][^"]*)?|issues/[0-9]{1,9}(?:/[^"#]*)?\#e-(?<entry>[0-9]{1,9}))" """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Own();
}
