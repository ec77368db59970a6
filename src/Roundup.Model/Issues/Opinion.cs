using Roundup.Model.Text;

namespace Roundup.Model.Issues;

/// <summary>What one person says about a paper in an issue.</summary>
public sealed class Opinion
{
    public const int AuthorLength = 200;

    private Opinion() { }

    internal Opinion(Entry entry, int? personId, string author, Prose words, int position, DateTimeOffset now)
    {
        PersonId = personId;
        (Entry, Author, Words, Position, ChangedAt) = (entry, author.Length > AuthorLength ? author[..AuthorLength] : author, words, position, now);
    }

    public int Id { get; private set; }

    /// <summary>The id that stays whatever becomes of a working copy: the published opinion's own, or that of a new one.</summary>
    public int Key => OriginId ?? Id;

    public int EntryId { get; private set; }

    public Entry Entry { get; private set; } = null!;

    /// <summary>The name that stands beside it; empty for the editor's own, which carries the publication's label.</summary>
    public string Author { get; private set; } = "";

    /// <summary>The account of whoever wrote it, who alone rewrites it; null for an imported one, which is the editors'.</summary>
    public int? PersonId { get; private set; }

    /// <summary>How far the paper was read; null where it was not said.</summary>
    public ReadDepth? Depth { get; private set; }

    /// <summary>In a working copy: the published opinion that it was copied from.</summary>
    public int? OriginId { get; private set; }

    public Prose Words { get; private set; } = Prose.Empty;

    /// <summary>Counted from 0 within the entry.</summary>
    public int Position { get; private set; }

    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>Counts the changes, so that two tabs notice each other.</summary>
    public int Version { get; private set; }

    /// <summary>What stands beside an opinion: the publication's label, or whose it is.</summary>
    /// <param name="author">As <see cref="Author"/>.</param>
    public static string LabelOf(string author, string ownLabel) => author is "" ? ownLabel : $"{author}’s opinion";

    /// <param name="depth">Null where it is not said.</param>
    public void NoteDepth(ReadDepth? depth) => Depth = depth;

    public void Rewrite(Prose words, DateTimeOffset now)
    {
        (Words, ChangedAt) = (words, now);
        Version++;
    }

    internal Opinion CopyTo(Entry copy) =>
        new(copy, PersonId, Author, Words, Position, ChangedAt) { Depth = Depth, OriginId = Id, Version = Version };

    /// <summary>Takes over what its copy says; it stays itself.</summary>
    internal void TakeOver(Opinion copy, int position)
    {
        if (SaysAsMuchAs(copy) && Position == position) return;

        (Words, Author, Depth, Position, ChangedAt) = (copy.Words, copy.Author, copy.Depth, position, copy.ChangedAt);
        Version++;
    }

    /// <summary>A new one moves from the working copy to the published entry, with its id.</summary>
    internal void MoveTo(Entry entry, int position) => (Entry, Position) = (entry, position);

    internal bool SaysAsMuchAs(Opinion other) => (Words.Source, Author, Depth) == (other.Words.Source, other.Author, other.Depth);
}
