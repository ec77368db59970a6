using Microsoft.AspNetCore.Identity;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Roundup.Data.Search;

namespace Roundup.Data.Starting;

/// <summary>Which database, and how it is opened.</summary>
public static class RoundupData
{
    private const string SqliteMigrations = "Roundup.Migrations.Sqlite";
    private const string PostgresMigrations = "Roundup.Migrations.Postgres";

    /// <param name="postgres">An Npgsql connection string; null or empty for SQLite.</param>
    /// <param name="directory">Where SQLite keeps <c>roundup.db</c>.</param>
    public static IServiceCollection AddRoundupData(this IServiceCollection services, string? postgres, string directory) => services
        .AddIdentitySchema()
        .AddDbContext<RoundupDb>(options =>
        {
            if (string.IsNullOrEmpty(postgres)) options.UseRoundupSqlite(Path.Combine(directory, "roundup.db"));
            else options.UseRoundupPostgres(postgres);
        });

    /// <summary>Options for a context without a host around it: the design-time tools and tests.</summary>
    public static DbContextOptions<RoundupDb> WithoutHost(Func<DbContextOptionsBuilder, DbContextOptionsBuilder> database)
    {
        var options = new DbContextOptionsBuilder<RoundupDb>();
        options.UseApplicationServiceProvider(new ServiceCollection().AddIdentitySchema().BuildServiceProvider());
        database(options);
        return options.Options;
    }

    // Identity reads the version of its tables from options, never from the context. Version 3 has passkeys; starting with it spares a move later.
    private static IServiceCollection AddIdentitySchema(this IServiceCollection services) =>
        services.Configure<IdentityOptions>(identity => identity.Stores.SchemaVersion = IdentitySchemaVersions.Version3);

    /// <summary>WAL and synchronous=FULL: an acknowledged write survives a power cut. Waits at most 5 s for another writer.</summary>
    public static DbContextOptionsBuilder UseRoundupSqlite(this DbContextOptionsBuilder options, string file) => options
        .UseSqlite(
            new SqliteConnectionStringBuilder { DataSource = file, ForeignKeys = true, DefaultTimeout = 5 }.ToString(),
            sqlite => sqlite.MigrationsAssembly(SqliteMigrations))
        .AddInterceptors(SqlitePragmas.Instance)
        .Strict();

    public static DbContextOptionsBuilder UseRoundupPostgres(this DbContextOptionsBuilder options, string connection) => options
        .UseNpgsql(connection, postgres => postgres.MigrationsAssembly(PostgresMigrations))
        .Strict();

    // A query that reads a list without saying in which order, or rows times rows, is a mistake found in tests rather than by readers.
    private static DbContextOptionsBuilder Strict(this DbContextOptionsBuilder options) => options.AddInterceptors(SearchKeeping.Instance).ConfigureWarnings(warnings => warnings
        .Throw(RelationalEventId.MultipleCollectionIncludeWarning, CoreEventId.FirstWithoutOrderByAndFilterWarning, CoreEventId.RowLimitingOperationWithoutOrderByWarning));
}
