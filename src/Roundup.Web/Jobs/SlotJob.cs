using Roundup.Web.Releasing;

namespace Roundup.Web.Jobs;

/// <summary>Looks every few seconds whether a slot, a scheduled issue or a reminder is due.</summary>
public sealed class SlotJob(SlotRound round, TimeProvider clock, ILogger<SlotJob> log)
    : RepeatingJob(new(TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(30)), clock, log)
{
    protected override string Work => "The schedule";

    protected override Task RoundAsync(CancellationToken stop) => round.RunAsync(stop);
}
