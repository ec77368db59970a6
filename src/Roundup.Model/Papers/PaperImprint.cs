namespace Roundup.Model.Papers;

/// <summary>Where within its venue a paper stands, as printed; each part is empty where nobody has said.</summary>
/// <param name="Volume">The venue's volume: 119.</param>
/// <param name="Number">The number within the volume: 47.</param>
/// <param name="Pages">First and last with an en dash, or an article number: 1024–1050, e2218523120.</param>
/// <param name="Publisher">Who publishes it: a press, a society; for theses and reports the institution.</param>
public sealed record PaperImprint(string Volume = "", string Number = "", string Pages = "", string Publisher = "")
{
    /// <summary>In characters, for each part.</summary>
    public const int PartLength = 200;

    public static PaperImprint None { get; } = new();

    public bool IsEmpty => this == None;
}
