using Roundup.Web.Talk;

namespace Roundup.Web.Jobs;

/// <summary>Looks every few minutes whether editors are to be told of comments.</summary>
public sealed class DigestJob(CommentDigest digest, TimeProvider clock, ILogger<DigestJob> log)
    : RepeatingJob(new(TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(5)), clock, log)
{
    protected override string Work => "The mail about comments";

    protected override Task RoundAsync(CancellationToken stop) => digest.RunAsync(stop);
}
