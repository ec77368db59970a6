using Microsoft.EntityFrameworkCore;
using Roundup.Data;
using Roundup.Model.Papers;

namespace Roundup.Web.Capturing;

/// <summary>A place where a paper stands already, with the beginning of what was said of it there.</summary>
/// <param name="Words">Markdown, the first 200 characters.</param>
public sealed record SeenBefore(int PaperId, string Title, int Issue, int EntryId, bool IsOut, string Words)
{
    private const int FirstWords = 12;

    /// <summary>Known only by its title: perhaps another paper of that name.</summary>
    public bool IsByTitle { get; private init; }

    public string Path => $"/admin/issues/{Issue}/edit?open={EntryId}#e-{EntryId}";

    public string Place => IsOut ? $"issue {Issue}" : $"issue {Issue}, a draft";

    /// <summary>The first words, without Markdown's marks; empty where nothing was said.</summary>
    public string Beginning
    {
        get
        {
            var words = string.Concat(Words.Where(c => c is not ('*' or '_' or '#' or '>' or '`'))).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            return words.Length <= FirstWords ? string.Join(' ', words) : $"{string.Join(' ', words.Take(FirstWords))}…";
        }
    }

    /// <summary>Where these papers stand, the newest issue first.</summary>
    public static Task<List<SeenBefore>> ReadAsync(RoundupDb db, IReadOnlyCollection<int> papers, CancellationToken cancel = default) =>
        papers.Count == 0 ? Task.FromResult(new List<SeenBefore>()) : db.Entries
            .Where(e => papers.Contains(e.PaperId))
            .OrderByDescending(e => e.Issue.Number).ThenBy(e => e.Position)
            .Select(e => new SeenBefore(
                e.PaperId, e.Paper.Title, e.Issue.Number, e.Id, e.Issue.PublishedAt != null,
                e.Opinions.OrderBy(o => o.Position).Select(o => o.Words.Source.Substring(0, 200)).FirstOrDefault() ?? ""))
            .ToListAsync(cancel);

    /// <summary>The same for one paper that is about to be added, and for others that are called the same.</summary>
    public static async Task<List<SeenBefore>> ReadAsync(RoundupDb db, Paper? known, string title, CancellationToken cancel = default)
    {
        var key = PaperTwins.TitleKey(title);
        var named = key.Length < 8 ? [] : await db.Papers.Where(p => p.TitleKey == key).OrderBy(p => p.Id).Select(p => p.Id).Take(5).ToListAsync(cancel);
        var seen = await ReadAsync(db, [.. named, .. known is null ? [] : new[] { known.Id }], cancel);
        return [.. seen.Select(s => s with { IsByTitle = s.PaperId != known?.Id })];
    }
}
