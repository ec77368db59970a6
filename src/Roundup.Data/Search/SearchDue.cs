using Roundup.Model.Search;

namespace Roundup.Data.Search;

/// <summary>
/// What is due: the papers and issues that changed since their documents were made. Triggers of the database write that down, whoever changes what in
/// which way; whoever saves by the context makes the documents anew in the same transaction.
/// </summary>
public static class SearchDue
{
    /// <summary>As many documents one save makes anew; what is more, as when a topic of thousands is merged, is left to the job, some seconds later.</summary>
    public const int AtOnce = 200;

    private const string DoneSqlite = """DELETE FROM "SearchDue" WHERE "Id" IN (SELECT "value" FROM json_each(@numbers))""";
    private const string DonePostgres = """DELETE FROM "SearchDue" WHERE "Id" = ANY(@numbers)""";

    extension(RoundupDb db)
    {
        /// <summary>Makes anew what is due, in the transaction that the context is in, which it needs. What can't be made is not due any more, until it changes.</summary>
        /// <returns>How many documents.</returns>
        public async Task<int> CatchUpSearchAsync(CancellationToken cancel = default)
        {
            if (await db.NumberAsync("""SELECT max("Id") FROM "SearchDue" """, cancel) is null) return 0;

            var index = new SearchIndex(db);
            await index.LockAsync(cancel);
            var (due, read) = await db.ReadDueAsync(cancel);
            await db.BringTogetherAsync(index, due, cancel);
            // These and no others: on PostgreSQL a lower number may come to be seen after a higher one.
            await db.RunAsync(db.IsSqlite ? DoneSqlite : DonePostgres, cancel, ("numbers", db.List(read)));
            return due.Count;
        }

        /// <summary>The same by itself, for what was saved past the context, and for what was left.</summary>
        public async Task<int> CatchUpSearchAloneAsync(CancellationToken cancel = default)
        {
            await using var together = await db.Database.BeginTransactionAsync(cancel);
            var done = await db.CatchUpSearchAsync(cancel);
            await together.CommitAsync(cancel);
            return done;
        }

        // The newest first: a save's own changes before what others have left.
        private async Task<(IReadOnlyCollection<SearchKey> Keys, IReadOnlyCollection<long> Read)> ReadDueAsync(CancellationToken cancel)
        {
            await using var command = db.Statement("""SELECT "Id", "Kind", "Ref" FROM "SearchDue" ORDER BY "Id" DESC LIMIT 5000""");
            await using var rows = await command.ExecuteReaderAsync(cancel);
            var (keys, read) = (new HashSet<SearchKey>(), new List<long>());
            while (keys.Count < AtOnce && await rows.ReadAsync(cancel))
            {
                read.Add(rows.GetInt64(0));
                keys.Add(new((SearchKind)rows.GetInt32(1), rows.GetInt32(2)));
            }

            return (keys, read);
        }
    }
}
