using Roundup.Web.Talk;

namespace Roundup.Web.Jobs;

/// <summary>Once a day, what was sent under addresses that nobody ever showed to be theirs goes.</summary>
public sealed class SweepJob(Unconfirmed unconfirmed, TimeProvider clock, ILogger<SweepJob> log)
    : RepeatingJob(new(TimeSpan.FromMinutes(10), TimeSpan.FromDays(1), TimeSpan.FromHours(1)), clock, log)
{
    protected override string Work => "What was never confirmed";

    protected override Task RoundAsync(CancellationToken stop) => unconfirmed.SweepAsync(stop);
}
