using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using SQLitePCL;

namespace Roundup.Data.Search;

/// <summary>Statements of the index, which EF does not know. Values are parameters, always, and statements constants; a test holds both.</summary>
internal static class SearchSql
{
    extension(RoundupDb db)
    {
        public bool IsSqlite => db.Database.ProviderName?.EndsWith("Sqlite", StringComparison.Ordinal) is true;

        /// <summary>A list as one parameter: for <c>IN (SELECT "value" FROM json_each(@numbers))</c> on SQLite, <c>= ANY(@numbers)</c> on PostgreSQL.</summary>
        public object List(IEnumerable<long> numbers) => db.IsSqlite ? $"[{string.Join(',', numbers)}]" : numbers.ToArray();

        /// <summary>On the context's connection, which has to be open, and in its transaction where it has one.</summary>
        public DbCommand Statement(string sql, params ReadOnlySpan<(string Name, object Value)> values)
        {
            var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = sql;
            command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
            foreach (var (name, value) in values) command.Set(name, value);
            // Whoever hears of EF's own commands, a log or a test that counts, hears of this one too.
            var connection = db.GetService<IRelationalConnection>();
            return db.GetService<IRelationalCommandDiagnosticsLogger>().CommandInitialized(
                connection, command, DbCommandMethod.ExecuteReader, db, Guid.NewGuid(), connection.ConnectionId, default, default, CommandSource.Unknown);
        }

        public async Task<int> RunAsync(string sql, CancellationToken cancel, params (string Name, object Value)[] values)
        {
            await using var command = db.Statement(sql, values);
            return await command.ExecuteNonQueryAsync(cancel);
        }

        public async Task<long?> NumberAsync(string sql, CancellationToken cancel, params (string Name, object Value)[] values)
        {
            await using var command = db.Statement(sql, values);
            return await command.ExecuteScalarAsync(cancel) is { } value and not DBNull ? Convert.ToInt64(value, System.Globalization.CultureInfo.InvariantCulture) : null;
        }
    }

    extension(DbDataReader row)
    {
        /// <summary>A text as the database has it, good until the next row is read; a string would be a copy, and something to collect.</summary>
        public ReadOnlySpan<byte> Utf8(int column) => row is SqliteDataReader { Handle: { } statement } ? raw.sqlite3_column_blob(statement, column) : row.GetFieldValue<byte[]>(column);
    }

    extension(DbCommand command)
    {
        public void Set(string name, object value)
        {
            var parameter = command.Parameters.Contains(name) ? command.Parameters[name] : null;
            if (parameter is null)
            {
                parameter = command.CreateParameter();
                parameter.ParameterName = name;
                command.Parameters.Add(parameter);
            }

            parameter.Value = value;
        }
    }
}
