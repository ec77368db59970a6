namespace Roundup.Data.Papers;

/// <summary>
/// When a source may be asked next: one row a source, shared by all instances and kept over a restart, as arXiv's terms ask (one connection at a
/// time across all of one's machines; info.arxiv.org/help/api/tou.html).
/// </summary>
public sealed class SourceTurn
{
    private SourceTurn() { }

    public SourceTurn(string source, DateTimeOffset freeAt) => (Source, FreeAt) = (source, freeAt);

    public string Source { get; private set; } = "";

    public DateTimeOffset FreeAt { get; private set; }
}
