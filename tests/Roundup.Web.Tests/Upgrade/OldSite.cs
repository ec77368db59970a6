using Microsoft.AspNetCore.Hosting;
using Npgsql;
using Roundup.Data;
using Roundup.Data.Starting;
using Roundup.Web.Tests.Desk;

namespace Roundup.Web.Tests.Upgrade;

public enum Engine
{
    Sqlite,
    Postgres,
}

/// <summary>A site whose database the first version made. Its first request starts today's version on it.</summary>
public sealed class OldSite : DeskSite
{
    private readonly string? _postgres;
    private readonly string _name = $"roundup_old_{Guid.NewGuid():n}";

    private OldSite(Engine engine)
    {
        if (engine is Engine.Sqlite) return;

        var server = Environment.GetEnvironmentVariable("ROUNDUP_TEST_POSTGRES");
        Assert.SkipWhen(string.IsNullOrEmpty(server), "ROUNDUP_TEST_POSTGRES is not set; tests/run starts a PostgreSQL and sets it.");
        _postgres = server;
    }

    private string? Connection => _postgres is null ? null : new NpgsqlConnectionStringBuilder(_postgres) { Database = _name }.ToString();

    public static async Task<OldSite> MakeAsync(Engine engine)
    {
        var site = new OldSite(engine);
        if (site._postgres is not null) await site.OnServerAsync($"CREATE DATABASE {site._name}");
        await using var db = site.Open();
        await FirstVersion.MakeAsync(db);
        return site;
    }

    /// <summary>Past the site, which is not running yet.</summary>
    public RoundupDb Open() => new(RoundupData.WithoutHost(o => Connection is { } postgres ? o.UseRoundupPostgres(postgres) : o.UseRoundupSqlite(Path.Combine(DataDirectory, "roundup.db"))));

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        NpgsqlConnection.ClearAllPools();
        if (_postgres is not null) await OnServerAsync($"DROP DATABASE {_name} WITH (FORCE)");
        GC.SuppressFinalize(this);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        if (Connection is { } postgres) builder.UseSetting("ConnectionStrings:Roundup", postgres);
    }

    private async Task OnServerAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(_postgres);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
