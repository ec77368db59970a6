namespace Roundup.Model.Topics;

public sealed partial class Topic
{
    /// <summary>Takes over from another topic: every address that led to it, and what belongs to it where that was not said here. The caller moves the papers and removes the other one.</summary>
    /// <param name="other">With its addresses, as this one.</param>
    /// <returns>Why not.</returns>
    public Refusal? Absorb(Topic other)
    {
        if (ReferenceEquals(this, other)) return new("A topic can’t go into itself. Choose another one.", "Into");

        _slugs.AddRange(other._slugs);
        other._slugs.Clear();
        if (About is "") About = other.About;
        Version++;
        return null;
    }

    /// <summary>Why it can’t be deleted; null where it can.</summary>
    /// <param name="papers">How many papers are about it.</param>
    public static Refusal? Keep(int papers) =>
        papers == 0 ? null : new(papers == 1 ? "One paper is about it. Merge it into another topic instead." : $"{papers:N0} papers are about it. Merge it into another topic instead.");
}
