namespace Roundup.Model.Papers;

/// <summary>That two papers turned out to be one: who said so, and what was moved, so that it can be undone.</summary>
public sealed class PaperMerge
{
    /// <summary>In characters.</summary>
    public const int ReasonLength = 300;

    private List<int> _entryIds = [];
    private List<int> _identifierIds = [];
    private List<PaperField> _fields = [];

    private PaperMerge() { }

    public PaperMerge(Paper kept, Paper absorbed, string by, string reason, DateTimeOffset now) =>
        (Kept, Absorbed, MergedBy, Reason, MergedAt) = (kept, absorbed, by, reason.Length > ReasonLength ? reason[..ReasonLength] : reason, now);

    public int Id { get; private set; }

    public int KeptId { get; private set; }

    public Paper Kept { get; private set; } = null!;

    public int AbsorbedId { get; private set; }

    public Paper Absorbed { get; private set; } = null!;

    public DateTimeOffset MergedAt { get; private set; }

    /// <summary>An editor's name, or the source that says that the two are one.</summary>
    public string MergedBy { get; private set; } = "";

    public string Reason { get; private set; } = "";

    public DateTimeOffset? UndoneAt { get; private set; }

    public string UndoneBy { get; private set; } = "";

    /// <summary>The entries that were moved to the paper that was kept.</summary>
    public IReadOnlyList<int> EntryIds => _entryIds;

    /// <summary>The identifiers that were moved.</summary>
    public IReadOnlyList<int> IdentifierIds => _identifierIds;

    /// <summary>The fields of the kept paper that were empty and took the other's words.</summary>
    public IReadOnlyList<PaperField> Fields => _fields;
}

/// <summary>That two papers which look like one are two: an editor was asked, and is not asked again.</summary>
public sealed class PaperDistinction
{
    private PaperDistinction() { }

    /// <param name="one">Order does not matter: the paper with the lower id is kept first.</param>
    public PaperDistinction(Paper one, Paper other, string by, DateTimeOffset now) =>
        (FirstId, SecondId, By, At) = (Math.Min(one.Id, other.Id), Math.Max(one.Id, other.Id), by, now);

    public int Id { get; private set; }

    public int FirstId { get; private set; }

    public int SecondId { get; private set; }

    public string By { get; private set; } = "";

    public DateTimeOffset At { get; private set; }
}
