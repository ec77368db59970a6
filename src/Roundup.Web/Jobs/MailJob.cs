using Roundup.Web.Mail;

namespace Roundup.Web.Jobs;

/// <summary>Looks every few seconds whether a mail waits.</summary>
public sealed class MailJob(MailRound round, TimeProvider clock, ILogger<MailJob> log)
    : RepeatingJob(new(TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(30)), clock, log)
{
    protected override string Work => "The mail";

    protected override Task RoundAsync(CancellationToken stop) => round.RunAsync(stop);
}
