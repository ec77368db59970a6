using Roundup.Model.Papers;

namespace Roundup.Sources;

public sealed class ArxivApi
{
    public Task<IReadOnlyList<PaperRecord>> FetchAsync(IReadOnlyList<PaperId> ids, CancellationToken cancel) => throw new NotImplementedException();
}
