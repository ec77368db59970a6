namespace Roundup.Model.Papers;

/// <summary>What a source says of itself.</summary>
/// <param name="Name">As readers know it: arXiv, Crossref. Unique.</param>
/// <param name="Trust">How far it is believed. Whoever is believed most is asked first.</param>
/// <param name="Pause">From the end of one request to the start of the next, for everyone together. One request at a time.</param>
public sealed record SourceTerms(string Name, SourceTrust Trust, TimeSpan Pause)
{
    /// <summary>It only adds links and venues to what others say, and is asked for complete papers too.</summary>
    public bool IsSupplement { get; init; }

    /// <summary>How many ids are handed to it at once. What came of them is shown when all of them are answered.</summary>
    public int AtOnce { get; init; } = 10;

    /// <summary>
    /// Whether it is one of very many servers, such as any page: each host then has its own turn, and one that refuses is not asked again.
    /// </summary>
    public bool IsAnyHost { get; init; }
}

/// <summary>How far a source is believed, least first.</summary>
public enum SourceTrust
{
    /// <summary>What a page says of itself to search engines and social networks.</summary>
    Page = 0,

    /// <summary>An index that collects what others say: Semantic Scholar, OpenAlex.</summary>
    Index = 1,

    /// <summary>A registry that publishers report to: Crossref, DataCite.</summary>
    Registry = 2,

    /// <summary>Where the paper itself was handed in: arXiv, the ACL Anthology, OpenReview.</summary>
    Home = 3,
}
