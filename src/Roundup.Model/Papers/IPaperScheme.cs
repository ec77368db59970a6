namespace Roundup.Model.Papers;

/// <summary>
/// One authority that names papers: it reads what people paste, and needs nobody for it. Found by scanning the assembly
/// Roundup.Sources; whoever can also be asked is an <see cref="IPaperSource"/> besides.
/// </summary>
public interface IPaperScheme
{
    /// <summary>As readers know it: arXiv, OpenReview. Unique.</summary>
    string Name { get; }

    /// <summary>
    /// Reads one fragment that stands alone: an address, or an id as people type it. Pure and instant; null for what is
    /// nobody's business here. Also reads its own <see cref="PaperId.Key"/>.
    /// </summary>
    PaperId? Recognise(string fragment);

    /// <summary>Fragments that this authority recognises and no other does; the contract test goes by them.</summary>
    IReadOnlyList<string> Samples { get; }
}
