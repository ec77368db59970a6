using Roundup.Web.Site;

namespace Roundup.Web.Drawings;

/// <param name="Beats">The cadence below them; null to leave it out.</param>
/// <param name="Title">What the figure is called.</param>
public sealed record TalliesView(Tallies? Tallies, Beats? Beats, string Title)
{
    /// <summary>Whether the list of all topics is linked: everywhere but on it and below it.</summary>
    public bool LinksAll => Beats is not null && Tallies is not null;

    public string Scale => Tallies is not { } tallies ? "One field is one slot."
        : tallies.PapersPerStroke == 1 ? "One stroke is one paper in one issue; each baseline is one issue, placed by week."
        : $"One stroke is up to {InWords.Number(tallies.PapersPerStroke)} papers; each baseline is one issue, placed by week.";
}
