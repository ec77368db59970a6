namespace Roundup.Sources;

/// <summary>An authority whose ids stand in running text without an address: <c>arXiv:1706.03762</c>, <c>PMID 12345678</c>.</summary>
internal interface INamedInProse
{
    /// <summary>
    /// Where such names may be, in order; each is then read on its own by <c>Recognise</c>. Linear in the text, whatever it holds.
    /// </summary>
    IEnumerable<(int Start, int Length)> NamesIn(string text);
}
