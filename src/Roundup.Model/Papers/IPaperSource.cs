namespace Roundup.Model.Papers;

/// <summary>
/// One place where papers can be asked for. Sources are found by scanning the assembly Roundup.Sources; adding one is adding one file.
/// </summary>
public interface IPaperSource
{
    /// <summary>How often it may be asked, and how far it is believed.</summary>
    SourceTerms Terms { get; }

    /// <summary>Whether it can be asked at all: some answer only to who has a key.</summary>
    bool IsOn => true;

    /// <summary>Whether it can be asked for this one. Pure and instant.</summary>
    bool Covers(PaperId id);

    /// <summary>
    /// Asks for papers by id, in as few requests as the source allows. Each record carries the id that was asked for; an id that the source
    /// does not know is absent from the answer.
    /// </summary>
    /// <exception cref="SourceException">The source could not be asked, or answered with something else than an answer.</exception>
    Task<IReadOnlyList<PaperRecord>> FetchAsync(IReadOnlyList<PaperId> ids, CancellationToken cancel);
}

/// <summary>A source did not answer. The message is a sentence for the editor and says what to do.</summary>
public sealed class SourceException(string source, string sentence, Exception? inner = null) : Exception(sentence, inner)
{
    public string PaperSource { get; } = source;

    /// <summary>When the source asked to be asked again; null where it did not say.</summary>
    public DateTimeOffset? RetryAt { get; init; }

    /// <summary>Whether asking again later may help: a source that is busy or out of reach, not a page that refuses.</summary>
    public bool IsPassing { get; init; }
}
