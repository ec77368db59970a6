using System.Data.Common;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Roundup.Data;

namespace Roundup.Web.Tests.Archive;

/// <summary>A site on which something happens while a page is read.</summary>
public sealed class BusySite : Site
{
    private readonly Between _between = new();

    public bool HasHappened => _between.Work is null;

    /// <summary>Once, just before something is read from a table.</summary>
    public void Meanwhile(string table, Func<RoundupDb, Task> work) => (_between.Table, _between.Work) = (table, () => WithDbAsync(work));

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureServices(services => services.ConfigureDbContext<RoundupDb>(options => options.AddInterceptors(_between)));
    }
}

internal sealed class Between : DbCommandInterceptor
{
    public string Table { get; set; } = "";

    public Func<Task>? Work { get; set; }

    public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        if (Work is { } work && command.CommandText.Contains(Table, StringComparison.Ordinal))
        {
            Work = null;
            await work();
        }

        return result;
    }
}
