using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Roundup.Data.Starting;

/// <summary>
/// Says on every connection what must not be left to a default: FULL is the difference between losing nothing and losing everything
/// since the last checkpoint when the power goes, and a schema that somebody edited is not to be trusted with functions. What is read is mapped,
/// not copied (up to SQLite's own limit of 2 GB less 64 KB): a search reads a thousand rows.
/// </summary>
internal sealed class SqlitePragmas : DbConnectionInterceptor
{
    private const string Pragmas = "PRAGMA synchronous=FULL; PRAGMA trusted_schema=OFF; PRAGMA mmap_size=2147418112;";

    public static SqlitePragmas Instance { get; } = new();

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData data)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData data, CancellationToken cancel = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        await command.ExecuteNonQueryAsync(cancel);
    }
}
