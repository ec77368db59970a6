namespace Roundup.Model.Papers;

/// <summary>
/// One place that papers come from: an authority that can also be asked. Sources are found by scanning the assembly
/// Roundup.Sources; adding one is adding one file.
/// </summary>
public interface IPaperSource : IPaperScheme
{
    /// <summary>
    /// Asks for papers by id, in as few requests as the source allows. An id that the source does not know is absent from the answer.
    /// </summary>
    /// <exception cref="SourceException">The source could not be asked, or answered with something else than an answer.</exception>
    Task<IReadOnlyList<PaperRecord>> FetchAsync(IReadOnlyList<PaperId> ids, CancellationToken cancel);
}

/// <summary>A source did not answer. The message is a sentence for the editor and says what to do.</summary>
public sealed class SourceException(string source, string sentence, Exception? inner = null) : Exception(sentence, inner)
{
    public string PaperSource { get; } = source;
}
