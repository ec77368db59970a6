using System.Globalization;
using MimeKit;

namespace Roundup.Web.Mail;

/// <summary>Reads what <see cref="MailFolder"/> wrote.</summary>
public sealed class LocalMail(string folder)
{
    private const int Most = 200;

    public sealed record Line(string File, string To, string Subject, string At, string Text);

    /// <summary>The newest first.</summary>
    public async Task<IReadOnlyList<Line>> ListAsync(CancellationToken cancel)
    {
        var lines = new List<Line>();
        foreach (var file in Files().OrderByDescending(f => f.LastWriteTimeUtc).Take(Most)) lines.Add(await ReadAsync(file, cancel));
        return lines;
    }

    /// <param name="name">As the list has it; nothing else in the file system is reached by it.</param>
    public async Task<Line?> FindAsync(string name, CancellationToken cancel) => Files().FirstOrDefault(f => f.Name == name) is { } file ? await ReadAsync(file, cancel) : null;

    private IEnumerable<FileInfo> Files() => Directory.Exists(folder) ? new DirectoryInfo(folder).EnumerateFiles("*.eml") : [];

    private static async Task<Line> ReadAsync(FileInfo file, CancellationToken cancel)
    {
        using var letter = await MimeMessage.LoadAsync(file.FullName, cancel);
        return new(file.Name, letter.To.ToString(), letter.Subject ?? "", letter.Date.ToString("d MMMM yyyy, HH:mm:ss", CultureInfo.InvariantCulture), letter.TextBody ?? "");
    }
}
