using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Roundup.Data.Starting;

/// <summary>
/// Says on every connection what must not be left to a default: FULL is the difference between losing nothing and losing everything
/// since the last checkpoint when the power goes, and a schema that somebody edited is not to be trusted with functions.
/// </summary>
internal sealed class SqlitePragmas : DbConnectionInterceptor
{
    private const string Pragmas = "PRAGMA synchronous=FULL; PRAGMA trusted_schema=OFF;";

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
