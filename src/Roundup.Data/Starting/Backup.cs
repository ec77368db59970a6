using Microsoft.EntityFrameworkCore;

namespace Roundup.Data.Starting;

public static class Backup
{
    /// <summary>
    /// Writes a consistent copy of a SQLite database that is in use, with the app's own library: an older one must not touch the file.
    /// </summary>
    /// <param name="copy">The file to make; it must not exist.</param>
    public static async Task WriteAsync(RoundupDb db, string copy, CancellationToken cancel = default)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(copy))!);
        await db.Database.ExecuteSqlAsync($"VACUUM INTO {copy}", cancel);
    }
}
