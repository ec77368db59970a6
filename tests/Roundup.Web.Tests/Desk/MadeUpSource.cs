using Roundup.Model.Papers;

namespace Roundup.Web.Tests.Desk;

/// <summary>A source that says what a test tells it.</summary>
internal sealed class MadeUpSource(string name, params PaperRecord[] records) : IPaperSource
{
    private Func<IReadOnlyList<PaperRecord>> _answer = () => records;

    public List<IReadOnlyList<PaperId>> Asked { get; } = [];

    public SourceTerms Terms { get; init; } = new(name, SourceTrust.Home, TimeSpan.Zero);

    public string Scheme { get; init; } = PaperScheme.Arxiv;

    public void Says(params PaperRecord[] others) => _answer = () => others;

    public void Fails() => _answer = () => throw new SourceException(name, "Busy.") { IsPassing = true };

    public bool Covers(PaperId id) => id.Scheme == Scheme;

    public Task<IReadOnlyList<PaperRecord>> FetchAsync(IReadOnlyList<PaperId> ids, CancellationToken cancel)
    {
        Asked.Add(ids);
        return Task.FromResult(_answer());
    }
}
