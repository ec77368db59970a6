using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Roundup.Formats;
using Roundup.Model.Issues;
using Roundup.Web.Reading;

namespace Roundup.Web.Seen;

/// <summary>How sure it is that a paper is the one that was named.</summary>
public enum Sureness
{
    /// <summary>By an id, or because it is the paper itself.</summary>
    Id = 0,

    /// <summary>The same title, and nothing against it.</summary>
    Title = 1,

    /// <summary>Much of its title and the same first author, or the same title and another one.</summary>
    Perhaps = 2,
}

/// <summary>A known paper that somebody names again, and where it stands.</summary>
/// <param name="PaperId">The paper that stands for it by now.</param>
/// <param name="Places">Its entries, those of the oldest issue first.</param>
/// <param name="WaitingSince">Since when it waits in the inbox; null where it does not.</param>
public sealed record Sighting(int PaperId, string Title, Sureness Sureness, IReadOnlyList<SeenPlace> Places, DateTimeOffset? WaitingSince)
{
    /// <summary>Whether there is anything to say: a paper may be known and stand nowhere.</summary>
    public bool IsSeen => Places is not [] || WaitingSince is not null;

    /// <summary>What a page knows of an entry's paper elsewhere, where it asked; null for nothing.</summary>
    public static Sighting? Of(ViewDataDictionary data, Entry entry) =>
        (data["Seen"] as IReadOnlyDictionary<int, Sighting>)?.GetValueOrDefault(entry.Id);

    /// <summary>The same without one entry: what is said at the entry itself.</summary>
    public Sighting Without(int entry) => this with { Places = [.. Places.Where(p => p.EntryId != entry)] };
}

/// <summary>An entry of a paper.</summary>
/// <param name="PublishedAt">Null for a draft.</param>
/// <param name="Said">The beginning of what was said there, as it was typed (Markdown); empty for nothing.</param>
public sealed record SeenPlace(int PaperId, int EntryId, IssueName Issue, int Position, DateTimeOffset? PublishedAt, string Said)
{
    private const int Shown = 110;

    public bool IsPublished => PublishedAt is not null;

    /// <summary>To the entry: where readers see it, or at the desk.</summary>
    public string Path => IsPublished ? $"{Issue.Path}#e-{EntryId}" : $"/admin/issues/{Issue.Number}/edit?open={EntryId}#e-{EntryId}";

    /// <summary>Issue 3, or: the draft of issue 4.</summary>
    public string Name => IsPublished ? $"issue {Issue.Number}" : $"the draft of issue {Issue.Number}";

    /// <summary>The first words of what was said, without marks, on one line.</summary>
    public string FirstWords
    {
        get
        {
            var line = string.Join(' ', SafeMarkdown.ToPlainText(Said).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            if (line.Length <= Shown) return line;

            var cut = line.LastIndexOf(' ', Shown);
            return $"{line[..(cut > 0 ? cut : Shown)].TrimEnd(',', ';', ':', '.')} …";
        }
    }
}
