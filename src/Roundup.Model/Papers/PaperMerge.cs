using Roundup.Model.Text;

namespace Roundup.Model.Papers;

/// <summary>That two papers turned out to be one: who said so, and what was moved, so that it can be undone.</summary>
public sealed partial class PaperMerge
{
    /// <summary>In characters.</summary>
    public const int ReasonLength = 300;

    private List<int> _entryIds = [];
    private List<int> _identifierIds = [];
    private List<MergeStep> _steps = [];

    private PaperMerge() { }

    internal PaperMerge(Paper kept, Paper absorbed, string by, string reason, DateTimeOffset now) =>
        (Kept, Absorbed, MergedBy, Reason, MergedAt) = (kept, absorbed, by, Letters.Cut(reason, ReasonLength), now);

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

    public bool IsUndone => UndoneAt is not null;

    /// <summary>The entries that were moved to the paper that was kept.</summary>
    public IReadOnlyList<int> EntryIds => _entryIds;

    /// <summary>The identifiers that were moved.</summary>
    public IReadOnlyList<int> IdentifierIds => _identifierIds;

    /// <summary>Everything else that was changed, in order.</summary>
    public IReadOnlyList<MergeStep> Steps => _steps;

    /// <summary>The fields of the kept paper that were empty and took the other's words.</summary>
    public IEnumerable<PaperField> Fields => _steps.Select(s => s.Field).OfType<PaperField>();

    /// <summary>Errands that ended because the kept paper has the same; they begin again when the merge is undone.</summary>
    public IEnumerable<ErrandKind> EndedErrands => _steps.Where(s => s.What is MergeStepKind.ErrandEnded).Select(s => (ErrandKind)s.Id);
}

/// <summary>What a merge can change beside entries and identifiers. Kept as a number.</summary>
public enum MergeStepKind
{
    /// <summary>An empty field took the other paper's words.</summary>
    FieldTaken = 0,

    /// <summary>The kept paper led nowhere and took the other's link.</summary>
    AddressTaken = 1,

    /// <summary>The kept paper was never filled in, and took over what source and edition the other has.</summary>
    FillingTaken = 2,

    /// <summary>A link was added.</summary>
    LinkJoined = 3,

    InboxMoved = 4,

    /// <summary>Both waited in the inbox: one waits on with both notes.</summary>
    InboxJoined = 5,

    ChangeMoved = 6,

    ErrandMoved = 7,

    ErrandEnded = 8,

    /// <summary>The kept paper is about one more topic.</summary>
    TopicJoined = 9,
}

/// <summary>One thing that a merge changed.</summary>
/// <param name="Id">The row that was moved; of an errand that ended, its kind; 0 for none.</param>
/// <param name="Was">What stood there before, or the address of the link.</param>
/// <param name="Origin">Where what stood there before came from.</param>
public sealed record MergeStep(MergeStepKind What, int Id = 0, string Was = "", PaperField? Field = null, FieldOrigin? Origin = null);
