using Microsoft.EntityFrameworkCore.Design;
using Roundup.Data;
using Roundup.Data.Starting;

namespace Roundup.Migrations.Sqlite;

/// <summary>Lets <c>dotnet ef migrations add NAME -p migrations/Sqlite -s migrations/Sqlite -o History</c> work without the web project.</summary>
public sealed class DesignTime : IDesignTimeDbContextFactory<RoundupDb>
{
    public RoundupDb CreateDbContext(string[] args) =>
        new(RoundupData.WithoutHost(options => options.UseRoundupSqlite("design-time.db")));
}
