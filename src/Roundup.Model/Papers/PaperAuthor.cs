namespace Roundup.Model.Papers;

/// <summary>
/// That somebody is an author of a paper: the paper's own list once more, so that a person's papers are found by an index. It is made of the list
/// in every save that changes it, and nothing else ever changes it.
/// </summary>
public sealed class PaperAuthor
{
    private PaperAuthor() { }

    private PaperAuthor(Paper paper, int position, string name, string key) => (Paper, Position, Name, Key) = (paper, position, name, key);

    public int PaperId { get; private set; }

    public Paper Paper { get; private set; } = null!;

    /// <summary>Counted from 0.</summary>
    public int Position { get; private set; }

    /// <summary>As printed.</summary>
    public string Name { get; private set; } = "";

    /// <summary>As <see cref="PersonName.Key"/>.</summary>
    public string Key { get; private set; } = "";

    /// <summary>A paper's authors who can be found: a name without a letter can't.</summary>
    public static IEnumerable<PaperAuthor> Of(Paper paper) => paper.Authors
        .Select((name, position) => new PaperAuthor(paper, position, name, PersonName.Read(name).Key)).Where(a => a.Key is not "");

    /// <summary>Takes another one's words.</summary>
    /// <returns>Whether it is at the same place.</returns>
    public bool Follow(PaperAuthor other)
    {
        if (other.Position != Position) return false;

        (Name, Key) = (other.Name, other.Key);
        return true;
    }
}
