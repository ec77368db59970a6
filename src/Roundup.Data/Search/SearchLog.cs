using System.Collections.Concurrent;
using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Roundup.Model.Search;

namespace Roundup.Data.Search;

/// <summary>Trouble with the index costs no page and no save, so nobody would hear of it: it goes into the log of the host that the context lives in.</summary>
internal static partial class SearchLog
{
    private const string Category = "Roundup.Data.Search";

    /// <summary>What each host has been told: a page that is read a thousand times a day says it once.</summary>
    private static readonly ConditionalWeakTable<ILoggerFactory, ConcurrentDictionary<string, bool>> Told = [];

    extension(RoundupDb db)
    {
        /// <summary>Once for each paper or issue.</summary>
        public void TellOfDocument(SearchKey key, Exception trouble)
        {
            if (db.Host() is { } host && IsNews(host, $"{key.Kind} {key.Id}")) LogDocument(host.CreateLogger(Category), key.Kind, key.Id, trouble);
        }

        /// <summary>Once for each kind of trouble: a lock of a moment does not hide what lasts.</summary>
        public void TellOfDamage(DbException trouble)
        {
            if (db.Host() is { } host && IsNews(host, $"damage {trouble.HResult} {trouble.SqlState}")) LogDamage(host.CreateLogger(Category), trouble);
        }

        /// <summary>Each time: saves that touch the index are few.</summary>
        public void TellOfSave(Exception trouble) => LogSave(db.Host()?.CreateLogger(Category) ?? NullLogger.Instance, trouble);

        // The factory that a context gives out is its own, and lasts no longer than it.
        private ILoggerFactory? Host()
        {
            var core = db.GetService<IDbContextOptions>().FindExtension<CoreOptionsExtension>();
            return core?.LoggerFactory ?? core?.ApplicationServiceProvider?.GetService<ILoggerFactory>();
        }
    }

    private static bool IsNews(ILoggerFactory host, string what) => Told.GetOrCreateValue(host).TryAdd(what, true);

    [LoggerMessage(LogLevel.Error, "{Kind} {Id} can't be put into the search's index and is not found; the others are. It is tried again when it changes")]
    private static partial void LogDocument(ILogger log, SearchKind kind, int id, Exception trouble);

    [LoggerMessage(LogLevel.Error, "The search's index can't be read; pages go without it. If it is damaged, the command search rebuild --from-nothing makes it anew. This is said once")]
    private static partial void LogDamage(ILogger log, Exception trouble);

    [LoggerMessage(LogLevel.Error, "The search's index could not follow a save, which is kept; what is due is made by the job")]
    private static partial void LogSave(ILogger log, Exception trouble);
}
