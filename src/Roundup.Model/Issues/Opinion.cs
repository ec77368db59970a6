using Roundup.Model.Text;

namespace Roundup.Model.Issues;

/// <summary>What one person says about a paper in an issue.</summary>
public sealed class Opinion
{
    public const int AuthorLength = 200;

    private Opinion() { }

    internal Opinion(Entry entry, string author, Prose words, int position, DateTimeOffset now)
    {
        (Entry, Author, Words, Position, ChangedAt) = (entry, author.Length > AuthorLength ? author[..AuthorLength] : author, words, position, now);
    }

    public int Id { get; private set; }

    public int EntryId { get; private set; }

    public Entry Entry { get; private set; } = null!;

    /// <summary>The name that stands beside it; empty for the editor's own, which carries the publication's label.</summary>
    public string Author { get; private set; } = "";

    public Prose Words { get; private set; } = Prose.Empty;

    /// <summary>Counted from 0 within the entry.</summary>
    public int Position { get; private set; }

    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>Counts the changes, so that two tabs notice each other.</summary>
    public int Version { get; private set; }

    public void Rewrite(Prose words, DateTimeOffset now)
    {
        (Words, ChangedAt) = (words, now);
        Version++;
    }
}
