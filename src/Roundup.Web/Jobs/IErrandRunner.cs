using Roundup.Model.Papers;

namespace Roundup.Web.Jobs;

/// <summary>Does one kind of errand. Found by registration; <see cref="ErrandJob"/> claims the errands and hands them over.</summary>
public interface IErrandRunner
{
    ErrandKind Kind { get; }

    /// <summary>How many errands are claimed at once.</summary>
    int AtOnce { get; }

    /// <summary>How many such handfuls are on their way at the same time.</summary>
    int RoundsAtOnce => 1;

    /// <summary>
    /// Does them, saves what came of them, and leaves each errand deleted or put off. What it leaves claimed, because it was stopped or threw,
    /// is done again when the claim has run out.
    /// </summary>
    Task RunAsync(IReadOnlyList<PaperErrand> errands, CancellationToken cancel);
}
