namespace Roundup.Model.Papers;

/// <summary>
/// What a paper is called by one authority: <c>arxiv 2202.05262</c>, <c>doi 10.1073/pnas.2218523120</c>. Two ids are the same
/// when scheme and value are; the version stands beside, not in, the key.
/// </summary>
/// <param name="Scheme">One of <see cref="PaperScheme"/>.</param>
/// <param name="Value">
/// The canonical form: arXiv without version and subject class, DOI in lower case, a URL without fragment. Sources make it.
/// </param>
/// <param name="Version">The version that was named (arXiv's v3 is 3), where one was.</param>
public sealed record PaperId(string Scheme, string Value, int? Version = null)
{
    /// <summary>In characters; the longest real one is a URL.</summary>
    public const int MaxLength = 2000;

    public bool IsSameAs(PaperId other) => Scheme == other.Scheme && Value == other.Value;

    /// <summary>The form in which papers are compared and printed: <c>arxiv:2202.05262</c>.</summary>
    public string Key => $"{Scheme}:{Value}";

    public override string ToString() => Version is { } version ? $"{Key}v{version}" : Key;
}
