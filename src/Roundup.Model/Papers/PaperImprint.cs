namespace Roundup.Model.Papers;

/// <summary>Where within its venue a paper stands, and since when; each part is empty where nobody has said.</summary>
/// <param name="Volume">The venue's volume: 119.</param>
/// <param name="Number">The number within the volume: 47.</param>
/// <param name="Pages">First and last with an en dash, or an article number: 1024–1050, e2218523120.</param>
/// <param name="Publisher">Who publishes it: a press, a society; for theses and reports the institution.</param>
/// <param name="IssuedOn">When it appeared there, which is later than its preprint did: of a month or a year its first day.</param>
public sealed record PaperImprint(string Volume = "", string Number = "", string Pages = "", string Publisher = "", DateOnly? IssuedOn = null)
{
    /// <summary>In characters, for each part.</summary>
    public const int PartLength = 200;

    public static PaperImprint None { get; } = new();

    public bool IsEmpty => this == None;

    /// <summary>With what another one says where this says nothing: its words where there are none, its date where both speak of one volume.</summary>
    public PaperImprint Or(PaperImprint other) =>
        this is { Volume: "", Number: "", Pages: "", Publisher: "" } ? other with { IssuedOn = other.IssuedOn ?? IssuedOn }
        : IssuedOn is null && (other.Volume == Volume || other.Volume is "" || Volume is "") ? this with { IssuedOn = other.IssuedOn }
        : this;
}
