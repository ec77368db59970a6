namespace Roundup.Model.Papers;

public sealed partial class Paper
{
    public bool IsKnownAs(PaperId id) => _identifiers.Exists(i => i.Scheme == id.Scheme && i.Value == id.Value);

    /// <summary>Adds a name for the paper; a name that it has already keeps the version that was named first.</summary>
    public void Identify(PaperId id)
    {
        if (IsKnownAs(id) || id.Value.Length > PaperId.MaxLength) return;
        _identifiers.Add(new PaperIdentifier(id));
        Version++;
    }

    /// <summary>Takes a name from the paper that is not its own.</summary>
    public void Disown(PaperIdentifier name)
    {
        if (_identifiers.Remove(name)) Version++;
    }
}

/// <summary>One name of one paper. A name belongs to one paper only.</summary>
public sealed class PaperIdentifier
{
    private PaperIdentifier() { }

    internal PaperIdentifier(PaperId id) => (Scheme, Value, CoveredVersion) = (id.Scheme, id.Value, id.Version);

    public int Id { get; private set; }

    public int PaperId { get; private set; }

    /// <summary>One of <see cref="PaperScheme"/>.</summary>
    public string Scheme { get; private set; } = "";

    /// <summary>Canonical; see <see cref="Papers.PaperId.Value"/>.</summary>
    public string Value { get; private set; } = "";

    /// <summary>The version that was covered, where one was named.</summary>
    public int? CoveredVersion { get; private set; }

    public PaperId ToPaperId() => new(Scheme, Value, CoveredVersion);
}
