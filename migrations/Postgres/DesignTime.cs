using Microsoft.EntityFrameworkCore.Design;
using Roundup.Data;
using Roundup.Data.Starting;

namespace Roundup.Migrations.Postgres;

/// <summary>Lets <c>dotnet ef migrations add NAME -p migrations/Postgres -s migrations/Postgres -o History</c> work without the web project.</summary>
public sealed class DesignTime : IDesignTimeDbContextFactory<RoundupDb>
{
    public RoundupDb CreateDbContext(string[] args) =>
        new(RoundupData.WithoutHost(options => options.UseRoundupPostgres("Host=localhost;Database=design-time")));
}
