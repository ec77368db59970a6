using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Roundup.Web.Tests;

/// <summary>What was asked of the database.</summary>
public sealed class SqlLog : DbCommandInterceptor
{
    private readonly ConcurrentQueue<string> _commands = new();

    public IReadOnlyCollection<string> Commands => _commands;

    public void Clear() => _commands.Clear();

    /// <summary>Of what EF asks, and of what the search asks past it, which is never executed through EF.</summary>
    public override DbCommand CommandInitialized(CommandEndEventData eventData, DbCommand result)
    {
        if (eventData.ExecuteMethod is DbCommandMethod.ExecuteReader) _commands.Enqueue(result.CommandText);
        return result;
    }
}
