namespace Roundup.Web.Jobs;

/// <summary>How errands are shared out. Section <c>Jobs</c>.</summary>
public sealed class JobsOptions
{
    public const string Section = "Jobs";

    /// <summary>How long a claim holds unless it is renewed, which it is four times as often: this long after a kill, another process takes over.</summary>
    public TimeSpan ClaimFor { get; set; } = TimeSpan.FromSeconds(30);

    internal bool IsSound => ClaimFor >= TimeSpan.FromSeconds(1) && ClaimFor <= TimeSpan.FromHours(1);
}
